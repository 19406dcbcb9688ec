package dev.strait.client;

import java.util.Optional;

/**
 * A message for the application.
 *
 * @param message the message
 * @param room the room that it was sent to, if it names one
 */
record Delivery<R, O>(O message, Optional<R> room) {}
