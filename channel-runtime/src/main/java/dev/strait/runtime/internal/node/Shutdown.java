package dev.strait.runtime.internal.node;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.internal.connection.LiveConnection;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.foreign.Log;
import dev.strait.runtime.internal.work.Threads;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * The end of a node, in three steps: the connections close, the states of rooms without members are discarded, everything
 * else stops. It never blocks a thread, but for those that wait for it. Safe for all threads.
 */
final class Shutdown implements Drain.Callers {

    private static final Log LOG = Log.of(Shutdown.class);

    private final Node node;
    private final Collection<Serving<?, ?, ?>> channels;
    private final Runnable stop;
    /** The threads that wait in {@link #await}, and whether each runs a task of a room. */
    private final Map<Thread, Boolean> waiting = new ConcurrentHashMap<>();

    private final Drain drain;
    /** Completes when the connections have ended. */
    private final CompletableFuture<Integer> drained = new CompletableFuture<>();
    /** Completes when the connections and the rooms have ended. */
    private final CompletableFuture<Void> quiet = new CompletableFuture<>();
    /** Completes when listeners know that it has begun. */
    private final CompletableFuture<Void> announced = new CompletableFuture<>();

    private final AtomicBoolean isBegun = new AtomicBoolean();
    private final AtomicBoolean isStopping = new AtomicBoolean();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    /** Follows {@link #done}, and is complete when {@link #await} returns. Callers cannot complete it. */
    private final CompletionStage<Void> ended = done.minimalCompletionStage();

    /**
     * Creates the end of a node that accepts no connections any more.
     *
     * @param stop stops everything else; may block
     */
    Shutdown(Node node, Collection<Serving<?, ?, ?>> channels, boolean isOnlyNode, Runnable stop) {
        this.node = node;
        this.channels = channels;
        this.stop = stop;
        this.drain = new Drain(node.registry(), this, node.environment().threads(), node.limits(), isOnlyNode);
    }

    ChannelHub.State state() {
        return done.isDone() ? ChannelHub.State.CLOSED : ChannelHub.State.DRAINING;
    }

    /** Begins, unless it has begun. */
    void begin() {
        if (!isBegun.compareAndSet(false, true)) {
            return;
        }
        int connections = drain.connections();
        threads().callback(() -> {
            foreign().notifyListeners(listener -> listener.draining(connections));
            announced.complete(null);
        });
        CompletableFuture<?> unused = drain.begin().thenAccept(forced -> {
            drained.complete(forced);
            discardKeptStates();
            CompletableFuture<?> unusedToo = announced.thenRun(() ->
                    threads().callback(() -> foreign().notifyListeners(listener -> listener.drained(forced))));
        });
    }

    /** Begins, and returns a stage that completes when everything has stopped. */
    CompletionStage<Void> stopWhenQuiet() {
        begin();
        CompletableFuture<?> unused = quiet.thenRun(() -> threads().callback(this::stop));
        return ended;
    }

    /**
     * Begins, and blocks until everything has stopped. Does not wait for handlers that the calling thread runs, nor for
     * longer than the limits allow, even if the timer has stopped.
     */
    void await() {
        Thread caller = Thread.currentThread();
        boolean isInRoom = channels.stream().anyMatch(serving -> serving.isRunning(caller));
        boolean isFirst = waiting.putIfAbsent(caller, isInRoom) == null;
        try {
            begin(); // after it is known who waits
            if (!threads().await(drained, drain.maxNanos())) {
                drain.end();
            }
            if (!threads().await(quiet, node.limits().closeTimeout().toNanos())) {
                giveUp();
            }
        } catch (InterruptedException noTime) {
            drain.end();
            quiet.complete(null);
            caller.interrupt();
        } finally {
            if (isFirst) {
                waiting.remove(caller);
            }
        }
        stop();
        ended.toCompletableFuture().join();
    }

    /** Stops everything else, or leaves that to the thread that does it. */
    private void stop() {
        if (isStopping.compareAndSet(false, true)) {
            try {
                stop.run();
            } finally {
                done.complete(null);
            }
        }
    }

    /** Waits for the application, but not longer than for a connection. */
    private void discardKeptStates() {
        try {
            CompletableFuture<?>[] discarded = channels.stream()
                    .map(serving -> serving.discardKept(waiting::containsKey))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture<?> all = CompletableFuture.allOf(discarded).thenRun(() -> quiet.complete(null));
            if (!all.isDone()) {
                Future<?> deadline = threads()
                        .later(this::giveUp, node.limits().closeTimeout().toNanos());
                CompletableFuture<?> unused = quiet.whenComplete((nothing, never) -> deadline.cancel(false));
            }
        } catch (RejectedExecutionException timerStopped) {
            giveUp();
        }
    }

    private void giveUp() {
        if (quiet.complete(null)) {
            LOG.warning("The hub closed before the states of all rooms without members were discarded.", null);
        }
    }

    @Override
    public boolean areOpeningsOver() {
        return node.openings().areAll(waiting::containsKey);
    }

    @Override
    public Predicate<LiveConnection<?, ?, ?, ?>> held() {
        Map<Thread, Boolean> callers = Map.copyOf(waiting);
        return connection ->
                callers.entrySet().stream().anyMatch(caller -> connection.isHeldBy(caller.getKey(), caller.getValue()));
    }

    private Threads threads() {
        return node.environment().threads();
    }

    private ForeignCode foreign() {
        return node.environment().foreign();
    }
}
