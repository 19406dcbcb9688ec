package dev.strait.runtime.internal.protocol;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import java.util.List;
import java.util.function.Function;

/**
 * The rules of a protocol beside its frames.
 *
 * @param subprotocols the subprotocols that the handshake offers
 * @param roomsAtOpen returns the rooms that the URL of a handshake names, to be joined before the first message
 * @param defaultRoom the room of a message that names none
 * @param withoutRooms what happens to a connection that cannot join a room of its URL
 * @param leaveOfOther what happens when a client leaves a room that it is not in
 * @param malformedText what happens to text that is not JSON
 * @param whenDrained the reason for which connections close when the node stops
 */
public record ProtocolRules(
        List<String> subprotocols,
        Function<Handshake, List<String>> roomsAtOpen,
        DefaultRoom defaultRoom,
        WithoutRooms withoutRooms,
        LeaveOfOther leaveOfOther,
        MalformedText malformedText,
        CloseReason whenDrained) {

    /** The room of a message that names none. */
    public enum DefaultRoom {
        /** The only room of the connection; otherwise the message is refused. */
        ONLY,
        /** The only room of the connection; otherwise the message is for no room. */
        ONLY_OR_NONE,
        /** The room that the connection joined first. */
        FIRST
    }

    /** What happens to a connection that cannot join a room of its URL. */
    public enum WithoutRooms {
        STAY_OPEN,
        CLOSE
    }

    /** What happens when a client leaves a room that it is not in. */
    public enum LeaveOfOther {
        ERROR,
        IGNORE
    }

    /** What happens to text that is not JSON. */
    public enum MalformedText {
        ERROR,
        IGNORE
    }
}
