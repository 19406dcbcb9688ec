package dev.strait.runtime.spi;

import dev.strait.runtime.Delivery;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The recipients of a message on one channel. Generated senders wrap it. Immutable and safe for all threads.
 *
 * @param <O> the server's messages
 */
public final class Audience<O> {

    private final Selection selection;
    private final BiFunction<Selection, O, Delivery> outlet;

    /**
     * Creates an audience.
     *
     * @param selection the recipients
     * @param outlet sends a message to a selection
     */
    public Audience(Selection selection, BiFunction<Selection, O, Delivery> outlet) {
        this.selection = selection;
        this.outlet = outlet;
    }

    /**
     * Sends a message to each recipient, at most once. Never blocks, and may be called on any thread. After the hub has
     * closed it reaches no connection.
     *
     * @return the outcome on this node
     * @throws NullPointerException if a component of the message is null although its contract does not allow null; not
     *     if the message has no recipient, because it is not encoded then
     * @throws IllegalArgumentException if a number of the message is not finite; not if the message has no recipient
     */
    public Delivery send(O message) {
        return outlet.apply(selection, message);
    }

    /** Returns the union of two audiences. The exclusions of either apply to both. */
    public Audience<O> and(Audience<O> others) {
        return new Audience<>(selection.and(others.selection), outlet);
    }

    /** Returns this audience without the connections of these ids. */
    public Audience<O> except(String... connectionIds) {
        return new Audience<>(selection.except(new LinkedHashSet<>(List.of(connectionIds))), outlet);
    }

    /** Returns this audience without the connections of these users. */
    public Audience<O> exceptUsers(String... users) {
        return new Audience<>(selection.exceptUsers(new LinkedHashSet<>(List.of(users))), outlet);
    }
}
