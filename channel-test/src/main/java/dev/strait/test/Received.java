package dev.strait.test;

import java.util.Optional;

/**
 * A message that a client has received.
 *
 * @param message the message
 * @param room the room that it was sent to, if the frame names it
 */
public record Received<R, O>(O message, Optional<R> room) {}
