package dev.strait.runtime.spi;

import dev.strait.Ask;
import dev.strait.runtime.Delivery;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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
     * @throws NullPointerException if the message is null, or if a component is null although its contract does not allow
     *     null; the latter not if the message has no recipient, because it is not encoded then
     * @throws IllegalArgumentException if the message is an ask, or if a number is not finite; the latter not
     *     if the message has no recipient, because it is not encoded then
     */
    public Delivery send(O message) {
        Objects.requireNonNull(message, "message");
        if (message instanceof Ask) {
            throw new IllegalArgumentException(message.getClass().getSimpleName()
                    + " is an ask, which needs one connection to answer it. Send it with ask(message, timeout).");
        }
        return outlet.apply(selection, message);
    }

    /** Returns the union of two audiences. The exclusions of either apply to both. */
    public Audience<O> and(Audience<O> others) {
        return new Audience<>(selection.and(others.selection), outlet);
    }

    /** Returns this audience without the connections of these ids. */
    public Audience<O> except(String... connectionIds) {
        return except(List.of(connectionIds));
    }

    /** Returns this audience without the connections of these ids. */
    public Audience<O> except(Collection<String> connectionIds) {
        return new Audience<>(selection.except(new LinkedHashSet<>(connectionIds)), outlet);
    }

    /** Returns this audience without the connections of these users. */
    public Audience<O> exceptUsers(String... users) {
        return exceptUsers(List.of(users));
    }

    /** Returns this audience without the connections of these users. */
    public Audience<O> exceptUsers(Collection<String> users) {
        return new Audience<>(selection.exceptUsers(new LinkedHashSet<>(users)), outlet);
    }
}
