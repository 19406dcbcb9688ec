package dev.strait.runtime.internal;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import java.util.List;
import java.util.function.Function;

/**
 * What a protocol has decided beside its frames.
 *
 * @param subprotocols what is offered at the handshake
 * @param roomsAtOpen the rooms that the URL of a handshake names, to be joined before the first message
 * @param meant which room a message is for that names none
 * @param closesWithoutRooms whether a connection ends that cannot join a room of its URL
 * @param refusesToLeaveTwice whether leaving a room is an error that the connection is not in
 * @param answersAnyText whether text that is no JSON is answered by an error
 * @param whenDrained why connections close when the node stops
 */
record ProtocolRules(
        List<String> subprotocols,
        Function<Handshake, List<String>> roomsAtOpen,
        DefaultRoom meant,
        boolean closesWithoutRooms,
        boolean refusesToLeaveTwice,
        boolean answersAnyText,
        CloseReason whenDrained) {

    /** Which room a message is for that names none. */
    enum DefaultRoom {
        /** The only one that the connection is in; no other message is taken. */
        THE_ONLY,
        /** The only one; without it, the message is for no room. */
        THE_ONLY_OR_NONE,
        /** The one that it has been in for longest. */
        THE_FIRST
    }
}
