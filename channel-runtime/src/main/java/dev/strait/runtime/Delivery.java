package dev.strait.runtime;

/**
 * The outcome of one emit on this node. Queued does not mean received: a connection may still break before the frame is
 * written. Immutable.
 */
public final class Delivery {

    /** The outcome of an emit that matched no connection. */
    public static final Delivery NONE = new Delivery(0, 0, 0);

    private final int matched;
    private final int queued;
    private final int dropped;

    private Delivery(int matched, int queued, int dropped) {
        this.matched = matched;
        this.queued = queued;
        this.dropped = dropped;
    }

    /**
     * Returns the outcome with these numbers of connections.
     *
     * @param matched the connections that the target matched
     * @param queued those whose queue took the frame
     * @param dropped those that did not take it
     */
    public static Delivery of(int matched, int queued, int dropped) {
        return new Delivery(matched, queued, dropped);
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
