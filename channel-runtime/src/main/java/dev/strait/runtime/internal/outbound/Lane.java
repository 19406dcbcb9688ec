package dev.strait.runtime.internal.outbound;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Chains of outboxes, linked by {@link Outbox#nextReady}. Any thread may {@link #add}; everything else is guarded by the
 * pump.
 */
final class Lane {

    /** The outboxes that became ready since the last {@link #turnOver}, the last one first. */
    private final AtomicReference<@Nullable Outbox> arrived = new AtomicReference<>();

    private final Deque<Outbox> chains = new ArrayDeque<>();

    void add(Outbox outbox) {
        Outbox before;
        do {
            before = arrived.get();
            outbox.nextReady = before;
        } while (!arrived.compareAndSet(before, outbox));
    }

    boolean hasNoChain() {
        return chains.isEmpty();
    }

    boolean hasWork() {
        return !chains.isEmpty() || arrived.get() != null;
    }

    /** Takes the next outbox of the first chain; null if there is no chain. */
    @Nullable
    Outbox poll() {
        Outbox first = chains.poll();
        if (first != null && first.nextReady != null) {
            chains.addFirst(first.nextReady);
            first.nextReady = null;
        }
        return first;
    }

    /** Makes a chain of the outboxes that have arrived, and moves the rest of the first chain to the end. */
    void turnOver() {
        Outbox interrupted = chains.poll();
        Outbox chain = inOrder(arrived.getAndSet(null));
        if (chain != null) {
            chains.addLast(chain);
        }
        if (interrupted != null) {
            chains.addLast(interrupted);
        }
    }

    private static @Nullable Outbox inOrder(@Nullable Outbox reversed) {
        Outbox first = null;
        Outbox rest = reversed;
        while (rest != null) {
            Outbox following = rest.nextReady;
            rest.nextReady = first;
            first = rest;
            rest = following;
        }
        return first;
    }
}
