package dev.strait.runtime;

import java.time.Instant;
import java.util.Objects;

/**
 * The answer to a question to all nodes.
 *
 * @param value what the nodes that have answered know together
 * @param isComplete whether all nodes that serve the channel have answered. False while this node cannot reach the others,
 *     in its first second, and if one of them is too slow: then more may be true than the value says
 * @param asOf when the question was asked, on the wall clock of this node; no part of the value is older
 */
public record Answer<T>(T value, boolean isComplete, Instant asOf) {

    /** Creates an answer. */
    public Answer {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(asOf, "asOf");
    }
}
