package dev.strait.runtime.internal.node;

import dev.strait.runtime.internal.connection.LiveConnection;
import dev.strait.runtime.internal.connection.Registry;
import dev.strait.runtime.internal.connection.Timers;
import dev.strait.runtime.internal.foreign.Log;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All connections of a node, whether admitted or not, until their socket is gone and their handler has had its last call.
 * Safe for all threads.
 */
final class ConnectionRegistry implements Registry {

    private static final Log LOG = Log.of(ConnectionRegistry.class);

    /** The maximum number of connections without a socket whose handlers still have work. */
    private static final int MAX_DISCONNECTED = 1_024;

    private final Map<LiveConnection<?, ?, ?, ?>, Admission.Seat> connections = new ConcurrentHashMap<>();
    /** Those that something waits for. */
    private final Map<LiveConnection<?, ?, ?, ?>, CompletableFuture<Void>> ends = new ConcurrentHashMap<>();

    private final AtomicInteger disconnected = new AtomicInteger();

    void add(LiveConnection<?, ?, ?, ?> connection, Admission.Seat seat) {
        connections.put(connection, seat);
    }

    @Override
    public void noteDisconnected() {
        disconnected.incrementAndGet();
    }

    @Override
    public boolean hasRoomForDisconnected() {
        return disconnected.get() <= MAX_DISCONNECTED;
    }

    @Override
    public void forget(LiveConnection<?, ?, ?, ?> connection) {
        Admission.Seat seat = connections.remove(connection);
        if (seat != null) {
            seat.leave();
            disconnected.decrementAndGet();
            completeIfForgotten(connection);
        }
    }

    @Override
    public CompletionStage<Void> ended(LiveConnection<?, ?, ?, ?> connection) {
        CompletableFuture<Void> ended = ends.computeIfAbsent(connection, any -> new CompletableFuture<>());
        completeIfForgotten(connection); // meanwhile
        return ended.minimalCompletionStage();
    }

    private void completeIfForgotten(LiveConnection<?, ?, ?, ?> connection) {
        CompletableFuture<Void> ended = connections.containsKey(connection) ? null : ends.remove(connection);
        if (ended != null) {
            ended.complete(null);
        }
    }

    /** Returns a copy. */
    List<LiveConnection<?, ?, ?, ?>> all() {
        return List.copyOf(connections.keySet());
    }

    void tick(Timers timers, long now, long maxWriteNanos) {
        for (LiveConnection<?, ?, ?, ?> connection : connections.keySet()) {
            try {
                timers.tick(connection, now, maxWriteNanos);
            } catch (Throwable unexpected) { // the others are still checked
                LOG.error("The timer failed for connection " + connection.id() + ".", unexpected);
            }
        }
    }
}
