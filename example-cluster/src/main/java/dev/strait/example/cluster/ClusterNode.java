package dev.strait.example.cluster;

import dev.strait.redis.RedisBackplane;
import dev.strait.runtime.ChannelHub;
import dev.strait.server.ChannelServer;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** One node: a server on a port of its own. */
public final class ClusterNode {

    private ClusterNode() {}

    /**
     * Serves until the process is stopped.
     *
     * @param arguments the name of the node, its port, and the URI of the Redis server
     */
    public static void main(String[] arguments) {
        String name = arguments[0];
        ChannelHub hub = ChannelHub.builder()
                .backplane(RedisBackplane.connect(arguments[2]))
                .node(name)
                .trustForwardedHeaders("127.0.0.1") // of the proxy
                .build();
        NodeStatus status = new NodeStatus(hub);
        hub.add(TeamEndpoint.of(new TeamService(name, status)));

        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "status");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> sending = timer.scheduleWithFixedDelay(status::sendAll, 1, 1, TimeUnit.SECONDS);
        try (ChannelServer server = ChannelServer.start(hub, Integer.parseInt(arguments[1]))) {
            System.out.println(name + " runs at http://localhost:" + server.port());
            server.await();
        } finally {
            sending.cancel(false);
            timer.shutdownNow();
        }
    }
}
