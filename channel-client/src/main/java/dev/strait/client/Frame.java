package dev.strait.client;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has arrived.
 *
 * @param <O> the messages of the server
 */
sealed interface Frame<O> {

    /** The server is ready. Limits are zero where the server has told none. */
    record Ready<O>(
            String connectionId, Optional<String> user, String contract, int maxMessageBytes, int maxMessagesPerSecond)
            implements Frame<O> {}

    /** The connection is about to be closed, and the client should return after a while. */
    record Bye<O>(Duration retryAfter) implements Frame<O> {}

    /** The token is about to expire. */
    record Expiring<O>() implements Frame<O> {}

    record Joined<O>(@Nullable String room, @Nullable String answerTo) implements Frame<O> {}

    record Left<O>(@Nullable String room, @Nullable String answerTo) implements Frame<O> {}

    record Failed<O>(ClientException error, @Nullable String answerTo) implements Frame<O> {}

    /** A frame of the protocol that needs no reaction, or of a newer version of it. */
    record Ignored<O>() implements Frame<O> {}

    /** The answer to an ask, which tells how to read it. */
    record Answer<O>(String text, String answerTo) implements Frame<O> {}

    /** A message, or an ask if it has an id. */
    record Message<O>(
            O message,
            @Nullable String room,
            @Nullable String id,
            @Nullable String trace) implements Frame<O> {}

    record Unknown<O>(UnknownFrame frame) implements Frame<O> {}
}
