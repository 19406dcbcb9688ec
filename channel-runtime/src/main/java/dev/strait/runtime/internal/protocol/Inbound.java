package dev.strait.runtime.internal.protocol;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client's frame asks for.
 *
 * @param kind what it is
 * @param id the correlation to answer with, as JSON; null where the client wants none
 * @param room the room that it names; null where it names none
 * @param content the valid message of a {@code MESSAGE}, the {@link Payload} of a {@code RELAY}; null for the others
 */
public record Inbound<I>(
        Kind kind,
        @Nullable String id,
        @Nullable String room,
        @Nullable Object content) {

    public enum Kind {
        JOIN,
        LEAVE,
        PING,
        HELLO,
        MESSAGE,
        RELAY
    }

    /**
     * What a client sends to the others of a room.
     *
     * @param json as it came
     * @param message the same as a message of the server, where it is one; null where it is none
     */
    public record Payload(String json, @Nullable Object message) {}

    /** A frame of the protocol's own about no room. */
    static <I> Inbound<I> of(Kind kind, @Nullable String id) {
        return new Inbound<>(kind, id, null, null);
    }

    /** A frame of the protocol's own about a room. */
    static <I> Inbound<I> of(Kind kind, @Nullable String id, String room) {
        return new Inbound<>(kind, id, room, null);
    }

    static <I> Inbound<I> ofMessage(@Nullable String id, @Nullable String room, I message) {
        return new Inbound<>(Kind.MESSAGE, id, room, message);
    }

    static <I> Inbound<I> ofRelay(String room, Payload payload) {
        return new Inbound<>(Kind.RELAY, null, room, payload);
    }

    /** The message of a {@code MESSAGE}. */
    @SuppressWarnings("unchecked") // of that type it was made
    public I message() {
        return (I) Objects.requireNonNull(content);
    }

    /** The payload of a {@code RELAY}. */
    public Payload payload() {
        return (Payload) Objects.requireNonNull(content);
    }
}
