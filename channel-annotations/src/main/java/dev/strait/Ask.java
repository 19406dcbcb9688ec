package dev.strait;

/**
 * A message that expects an answer of type {@code R}. The answer is a record, or a sealed interface of records if there
 * are several outcomes.
 *
 * <pre>{@code
 * record Bid(int cents) implements ToServer, Ask<Bid.Outcome> {
 *     sealed interface Outcome {}
 *     record Leading() implements Outcome {}
 *     record TooLow(int minimumCents) implements Outcome {}
 * }
 * }</pre>
 *
 * <p>If a client asks, the handler method of the message returns the answer. The server asks a client with {@code
 * ask(message, timeout)} on its connection.
 *
 * @param <R> the type of the answer
 */
public interface Ask<R> {}
