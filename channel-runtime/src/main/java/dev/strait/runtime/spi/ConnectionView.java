package dev.strait.runtime.spi;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A connection, as a handler sees it; the superclass of generated classes. Safe for all threads; no method blocks. After
 * the connection has closed, its properties remain readable.
 *
 * <p>Objects of the same connection are equal, whatever their rooms.
 *
 * @param <S> the state of a connection, as returned by the handler's {@code open}
 * @param <R> the room key
 * @param <O> the server's messages
 */
public abstract class ConnectionView<S, R, O> {

    private final ChannelConnection<S, R, O> connection;

    /** For generated subclasses. */
    protected ConnectionView(ChannelConnection<S, R, O> connection) {
        this.connection = connection;
    }

    /** Returns the connection id, which is unique across all nodes. */
    public final String id() {
        return connection.id();
    }

    /** Returns the user id, if the handler's {@code user} returned one. */
    public final Optional<String> user() {
        return connection.user();
    }

    /** Returns the state that the handler's {@code open} returned. */
    public final S state() {
        return connection.state();
    }

    /** Returns the HTTP request that opened the connection. */
    public final Handshake handshake() {
        return connection.handshake();
    }

    /**
     * Returns a stage that completes, where handlers run, when less than half of this connection's queue is used; at once
     * if that is so now. A producer that waits for it between messages never overflows the queue, whatever it sends:
     *
     * <pre>{@code
     * void sendFrom(int index, List<Item> items, ShopConnection<S> to) {
     *     to.writable().thenRun(() -> ...send some items, then continue with the next ones...);
     * }
     * }</pre>
     *
     * <p>The stage fails with a {@link dev.strait.runtime.ConnectionClosedException} if the connection closes.
     */
    public final CompletionStage<Void> writable() {
        return connection.writable();
    }

    /**
     * Closes the connection after everything that is queued. Returns false if it is closed or closing.
     *
     * @throws IllegalArgumentException if applications may not send the code
     */
    public final boolean close(CloseReason reason) {
        return connection.close(reason);
    }

    /** Returns the connection, for generated subclasses. */
    protected final ChannelConnection<S, R, O> connection() {
        return connection;
    }

    /** Returns whether this is the same connection, in any room. */
    @Override
    @SuppressWarnings("EqualsGetClass") // generated subclasses are final
    public final boolean equals(@Nullable Object other) {
        return other != null && getClass() == other.getClass() && id().equals(((ConnectionView<?, ?, ?>) other).id());
    }

    @Override
    public final int hashCode() {
        return id().hashCode();
    }

    /** Returns the connection id, the user and the room. */
    @Override
    public final String toString() {
        return connection.toString();
    }
}
