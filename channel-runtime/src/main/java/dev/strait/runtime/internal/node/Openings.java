package dev.strait.runtime.internal.node;

import dev.strait.runtime.internal.work.StalledTasks;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The handshakes about which handlers decide, until they are connections or have ended. Safe for all threads. */
final class Openings {

    private final Set<EarlyOpening<?, ?, ?, ?>> openings = ConcurrentHashMap.newKeySet();

    void add(EarlyOpening<?, ?, ?, ?> opening) {
        openings.add(opening);
    }

    @SuppressWarnings("CollectionUndefinedEquality") // each equals only itself
    void remove(EarlyOpening<?, ?, ?, ?> opening) {
        openings.remove(opening);
    }

    /** Whether a condition holds for the threads that run in all of them. */
    boolean areAll(Predicate<Thread> condition) {
        return openings.stream().map(EarlyOpening::runner).allMatch(thread -> thread != null && condition.test(thread));
    }

    /** Starts those that an executor once rejected, and reports those that run for too long. Called by the timer. */
    void tick(StalledTasks stalled, long now) {
        openings.forEach(opening -> opening.tick(stalled, now));
    }
}
