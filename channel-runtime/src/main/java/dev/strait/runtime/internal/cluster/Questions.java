package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.internal.work.Threads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The questions of this node that others have not answered yet. Safe for all threads. */
final class Questions {

    private static final long MAX_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Threads threads;
    private final Map<Long, Pending> pending = new ConcurrentHashMap<>();

    Questions(Threads threads) {
        this.threads = threads;
    }

    /**
     * Begins to wait for the answers to a question.
     *
     * @param id the id of its parcel
     * @param own what this node has found
     * @param expected the nodes that should answer
     * @param mayBeComplete whether there are no other nodes that should
     */
    CompletableFuture<Outcome> begin(long id, Findings own, Collection<String> expected, boolean mayBeComplete) {
        Pending question = new Pending(own, expected, mayBeComplete);
        if (expected.isEmpty()) {
            question.end(threads);
            return question.outcome;
        }
        pending.put(id, question);
        try {
            question.timeout = threads.later(() -> end(id), MAX_WAIT_NANOS);
        } catch (RejectedExecutionException stopped) {
            end(id);
        }
        return question.outcome;
    }

    /** A node has answered. */
    void answered(Parcel.Reply reply) {
        Pending question = pending.get(reply.question());
        if (question != null && question.isLast(reply)) {
            end(reply.question());
        }
    }

    /** A node has gone, and answers nothing. */
    void gone(String node) {
        pending.forEach((id, question) -> {
            if (question.isLastGone(node)) {
                end(id);
            }
        });
    }

    /** Ends a question with what is known. */
    void end(long id) {
        Pending question = pending.remove(id);
        if (question != null) {
            question.end(threads);
        }
    }

    /** Ends all questions with what is known, because the engine is not reachable. */
    void endAll() {
        List.copyOf(pending.keySet()).forEach(this::end);
    }

    private static final class Pending {

        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        private final boolean mayBeComplete;
        private volatile @Nullable Future<?> timeout;

        // Guarded by this.

        private final List<Findings> findings = new ArrayList<>();
        private final Set<String> missing;

        Pending(Findings own, Collection<String> expected, boolean mayBeComplete) {
            this.findings.add(own);
            this.missing = new HashSet<>(expected);
            this.mayBeComplete = mayBeComplete;
        }

        /** Takes an answer, also of a node that was not expected, but one of each. Returns whether none is missing now. */
        synchronized boolean isLast(Parcel.Reply reply) {
            missing.remove(reply.origin());
            findings.add(reply.findings());
            return missing.isEmpty();
        }

        synchronized boolean isLastGone(String node) {
            return missing.remove(node) && missing.isEmpty();
        }

        /** Where handlers run, because the application may block. */
        void end(Threads threads) {
            Future<?> scheduled = timeout;
            if (scheduled != null) {
                scheduled.cancel(false);
            }
            Outcome known = known();
            threads.handle(() -> outcome.complete(known));
        }

        private synchronized Outcome known() {
            return new Outcome(List.copyOf(findings), mayBeComplete && missing.isEmpty());
        }
    }
}
