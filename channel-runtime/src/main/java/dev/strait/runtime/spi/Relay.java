package dev.strait.runtime.spi;

import org.jspecify.annotations.Nullable;

/**
 * What one client sends to the others of a room, as the message of an {@link Emission}.
 *
 * @param room the room's name on the wire
 * @param from the sender's id
 * @param payload what it sends, as JSON
 * @param message the same as a message of the server, where it is a valid one; null where it claims to be none
 */
public record Relay(
        String room, String from, String payload, @Nullable Object message) {}
