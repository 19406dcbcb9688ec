package dev.strait.runtime.internal;

import org.jspecify.annotations.Nullable;

/**
 * What a client's frame asks for.
 *
 * @param kind what it is
 * @param id the correlation to answer with, as JSON; null where the client wants none
 * @param room the room that it names; null where it names none
 * @param message the valid message of a {@code MESSAGE}; null for the others
 */
record Inbound<I>(
        Kind kind,
        @Nullable String id,
        @Nullable String room,
        @Nullable I message) {

    enum Kind {
        JOIN,
        LEAVE,
        PING,
        HELLO,
        MESSAGE
    }
}
