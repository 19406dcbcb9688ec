package dev.strait.runtime.spi;

import org.jspecify.annotations.Nullable;

/**
 * A client's broadcast to the other members of a room, as the message of an {@link Emission}.
 *
 * @param room the wire name of the room
 * @param from the connection id of the sender
 * @param payload the payload, as JSON
 * @param message the payload as a message of the server; null if its type is not one
 */
public record Relay(
        String room, String from, String payload, @Nullable Object message) {}
