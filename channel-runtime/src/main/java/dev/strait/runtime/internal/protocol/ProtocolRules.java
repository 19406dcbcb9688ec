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
 * @param withoutRooms the handling of a connection that cannot join a room of its URL
 * @param malformedText the handling of text that is not JSON
 * @param hello whether clients may say who they are before the connection opens
 * @param refusedOpen how a client learns that the handler has refused it
 * @param whenDrained the reason for which connections close when the node stops
 * @param whenReplaced the reason for which the oldest connection of a user closes to make room for a newer one
 */
public record ProtocolRules(
        List<String> subprotocols,
        Function<Handshake, List<String>> roomsAtOpen,
        DefaultRoom defaultRoom,
        WithoutRooms withoutRooms,
        MalformedText malformedText,
        Hello hello,
        RefusedOpen refusedOpen,
        CloseReason whenDrained,
        CloseReason whenReplaced) {

    /** The room of a message that names none. */
    public enum DefaultRoom {
        /** The only room of the connection; otherwise the message is refused. */
        ONLY,
        /** The only room of the connection; otherwise none. */
        ONLY_OR_NONE,
        /** The room that the connection joined first. */
        FIRST
    }

    /** The handling of a connection that cannot join a room of its URL. */
    public enum WithoutRooms {
        STAY_OPEN,
        CLOSE
    }

    /** Whether clients may say who they are before the connection opens. */
    public enum Hello {
        /** The connection opens at once. */
        NONE,
        /** The connection waits for a hello frame, if the client or the endpoint wants that. */
        SUPPORTED
    }

    /** How a client learns that the handler has refused it. */
    public enum RefusedOpen {
        /** By a close code, which the script of a page can read. */
        CLOSE_CODE,
        /** By the status of the handshake, if the container supports it; otherwise by a close code. */
        STATUS
    }

    /** The handling of text that is not JSON. */
    public enum MalformedText {
        ERROR,
        IGNORE
    }
}
