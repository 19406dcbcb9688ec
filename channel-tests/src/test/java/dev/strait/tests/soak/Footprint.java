package dev.strait.tests.soak;

import dev.strait.tests.Await;
import java.util.List;
import java.util.Map;

/** What a server without connections holds on to. */
record Footprint(long heap, long descriptors, long threads, Map<String, Long> instances) {

    /** Buffers and loops keep what they held last until they are used again. */
    private static final long KEPT = 100;

    /** Waits until the server has no connections, and measures it. */
    static Footprint of(ServerProcess server) {
        awaitIdle(server);
        Map<String, Long> instances = server.ask("instances");
        return new Footprint(server.heap(), server.descriptors(), server.threads(), instances);
    }

    /** Waits until every connection that was opened is closed and the server has no rooms. */
    static void awaitIdle(ServerProcess server) {
        Await.until(() -> {
            Map<String, Long> state = server.ask("state");
            return ServerProcess.number(state, "opened") == ServerProcess.number(state, "closed")
                    && ServerProcess.number(state, "connections") == 0
                    && ServerProcess.number(state, "rooms") == 0;
        });
    }

    /**
     * Waits until a server has no more file descriptors and no more objects of Strait than in this footprint. Addresses are
     * remembered for a moment, for the limit of handshakes.
     */
    void awaitReturn(ServerProcess server) {
        awaitIdle(server);
        try {
            Await.until(
                    () -> server.descriptors() <= descriptors && added(server).isEmpty());
        } catch (AssertionError more) {
            throw new AssertionError(
                    "descriptors " + descriptors + " and " + server.descriptors() + ", more of " + added(server), more);
        }
    }

    /** Returns the classes of Strait that have clearly more instances than in this footprint. */
    List<String> added(ServerProcess server) {
        return server.ask("instances").entrySet().stream()
                .filter(now -> now.getValue() > KEPT + instances.getOrDefault(now.getKey(), 0L))
                .map(now -> now.getKey() + " " + now.getValue())
                .toList();
    }
}
