package dev.strait.runtime.internal.protocol;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client's frame requests.
 *
 * @param kind the kind of the request
 * @param id the correlation id for the answer, as JSON; null if the frame has none
 * @param room the wire name of the room; null if the frame names none
 * @param content the valid message of a {@code MESSAGE}, the {@link Payload} of a {@code RELAY}, the token of an {@code
 *     AUTH}, or that of a {@code HELLO} if it has one; null for the other kinds
 * @param trace the client's trace of a {@code MESSAGE}; null if it has none
 */
public record Inbound<I>(
        Kind kind,
        @Nullable String id,
        @Nullable String room,
        @Nullable Object content,
        @Nullable String trace) {

    public enum Kind {
        JOIN,
        LEAVE,
        PING,
        HELLO,
        /** A new token. */
        AUTH,
        MESSAGE,
        RELAY,
        /** Changes nothing, and is not answered. */
        IGNORED
    }

    /**
     * The payload of a client's broadcast.
     *
     * @param json the payload as it was received
     * @param message the payload as a message of the server; null if its type is not one
     */
    public record Payload(String json, @Nullable Object message) {}

    /** Returns a control frame without a room. */
    static <I> Inbound<I> of(Kind kind, @Nullable String id) {
        return new Inbound<>(kind, id, null, null, null);
    }

    /** Returns a control frame with a room. */
    static <I> Inbound<I> of(Kind kind, @Nullable String id, String room) {
        return new Inbound<>(kind, id, room, null, null);
    }

    /** Returns a hello, or a new token. */
    static <I> Inbound<I> ofToken(Kind kind, @Nullable String id, @Nullable String token) {
        return new Inbound<>(kind, id, null, token, null);
    }

    static <I> Inbound<I> ofMessage(@Nullable String id, @Nullable String room, I message, @Nullable String trace) {
        return new Inbound<>(Kind.MESSAGE, id, room, message, trace);
    }

    static <I> Inbound<I> ofRelay(String room, Payload payload) {
        return new Inbound<>(Kind.RELAY, null, room, payload, null);
    }

    /** Returns the message of a {@code MESSAGE}. */
    @SuppressWarnings("unchecked") // it was created with this type
    public I message() {
        return (I) Objects.requireNonNull(content);
    }

    /** Returns the token of a {@code HELLO} or an {@code AUTH}; null if it has none. */
    public @Nullable String token() {
        return (String) content;
    }

    /** Returns the payload of a {@code RELAY}. */
    public Payload payload() {
        return (Payload) Objects.requireNonNull(content);
    }
}
