package dev.strait.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The outcome of one emit on this node, and of its way to the others. Queued does not mean received: a connection may still
 * break before the frame is written. Two outcomes with the same numbers are equal. Immutable.
 */
public final class Delivery {

    private static final CompletionStage<Void> NOWHERE = CompletableFuture.completedStage(null);

    /** The outcome of an emit that matched no connection. */
    public static final Delivery NONE = new Delivery(0, 0, 0, NOWHERE);

    private final int matched;
    private final int queued;
    private final int dropped;
    private final CompletionStage<Void> elsewhere;

    private Delivery(int matched, int queued, int dropped, CompletionStage<Void> elsewhere) {
        this.matched = matched;
        this.queued = queued;
        this.dropped = dropped;
        this.elsewhere = elsewhere;
    }

    /**
     * Returns the outcome with these numbers of connections.
     *
     * @param matched the connections that the target matched
     * @param queued those whose queue took the frame
     * @param dropped those that did not take it
     */
    public static Delivery of(int matched, int queued, int dropped) {
        return new Delivery(matched, queued, dropped, NOWHERE);
    }

    /** Returns the same outcome on this node, with that of the way to other nodes. */
    public Delivery withElsewhere(CompletionStage<Void> stage) {
        return new Delivery(matched, queued, dropped, stage);
    }

    /** Returns the number of connections that the target matched, exclusions removed. */
    public int matched() {
        return matched;
    }

    /** Returns the number of connections whose queue took the frame. */
    public int queued() {
        return queued;
    }

    /** Returns the number of connections that did not take the frame because they were closing or their queue was full. */
    public int dropped() {
        return dropped;
    }

    /**
     * Returns a stage that completes when the {@linkplain dev.strait.runtime.spi.Backplane backplane} has accepted the emit for
     * the other nodes. It fails with {@link dev.strait.runtime.spi.Backplane.Unavailable} if the backplane cannot reach them. It
     * is complete if there are none. Dependent stages run on a thread of the backplane, so they must not block.
     */
    public CompletionStage<Void> elsewhere() {
        return elsewhere;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Delivery that
                && matched == that.matched
                && queued == that.queued
                && dropped == that.dropped;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * matched + queued) + dropped;
    }

    @Override
    public String toString() {
        return "Delivery[matched=" + matched + ", queued=" + queued + ", dropped=" + dropped + "]";
    }
}
