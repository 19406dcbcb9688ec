package dev.strait.runtime.internal;

import dev.strait.runtime.CloseReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All connections, admitted or not yet, until their socket is gone and their handler has had its last call; for timers and
 * the drain.
 */
final class Sockets {

    private static final Log LOG = Log.of(Sockets.class);

    private final Map<LiveConnection<?, ?, ?, ?>, Intake<?, ?, ?, ?>> open = new ConcurrentHashMap<>();

    private final AtomicInteger gone = new AtomicInteger();

    void add(LiveConnection<?, ?, ?, ?> connection, Intake<?, ?, ?, ?> intake) {
        open.put(connection, intake);
    }

    /** Of one whose socket is gone. */
    void remove(LiveConnection<?, ?, ?, ?> connection) {
        if (open.remove(connection) != null) {
            gone.decrementAndGet();
        }
    }

    void noteGone() {
        gone.incrementAndGet();
    }

    /** How many are here without a socket. */
    int gone() {
        return gone.get();
    }

    List<LiveConnection<?, ?, ?, ?>> all() {
        return new ArrayList<>(open.keySet());
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    void tick(long now, long mostStuckNanos) {
        open.forEach((connection, intake) -> {
            try {
                if (intake.isLate(now) && !connection.isClosing()) {
                    connection.evict(new CloseReason(1008, "message took too long"));
                }
                connection.tick(now, mostStuckNanos);
            } catch (Throwable unexpected) { // the others have their turn
                LOG.error("The timer failed for connection " + connection.id() + ".", unexpected);
            }
        });
    }
}
