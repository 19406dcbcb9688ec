package dev.strait.runtime.spi;

import dev.strait.runtime.Delivery;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A way to send to some connections of one channel; what generated senders wrap. Immutable and safe for all threads.
 *
 * @param <O> what the server sends
 */
public final class Audience<O> {

    private final Selection selection;
    private final BiFunction<Selection, O, Delivery> outlet;

    /** An audience whose messages go to {@code outlet}. */
    public Audience(Selection selection, BiFunction<Selection, O, Delivery> outlet) {
        this.selection = selection;
        this.outlet = outlet;
    }

    /**
     * Sends to all of them, each at most once. Never blocks, from any thread; after the hub has closed it reaches nobody.
     *
     * @throws NullPointerException a component of the message that must not be null is
     * @throws IllegalArgumentException a number of the message is not finite
     */
    public Delivery send(O message) {
        return outlet.apply(selection, message);
    }

    /** These and those. */
    public Audience<O> and(Audience<O> others) {
        return new Audience<>(selection.and(others.selection), outlet);
    }

    /** These without some connections. */
    public Audience<O> except(String... connectionIds) {
        return new Audience<>(selection.except(new LinkedHashSet<>(List.of(connectionIds))), outlet);
    }

    /** These without the connections of some users. */
    public Audience<O> exceptUsers(String... users) {
        return new Audience<>(selection.exceptUsers(new LinkedHashSet<>(List.of(users))), outlet);
    }
}
