package dev.strait;

/**
 * Marks a message that wants an answer of type {@code R}: a record, or a sealed interface of records where there are
 * several outcomes.
 *
 * @param <R> the answer's type
 */
public interface Ask<R> {}
