package dev.strait.cluster;

import dev.strait.redis.RedisBackplane;
import dev.strait.runtime.BackplaneEvent;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelListener;
import dev.strait.server.ChannelServer;
import java.io.IOException;

/** A node of the fault tests, in a process of its own. It prints a line for each event of its backplane. */
final class ClusterNode {

    private ClusterNode() {}

    /**
     * Runs until the process ends.
     *
     * @param args the port, the URI of the server, and the name of the node
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        ChannelHub hub = ChannelHub.builder()
                .backplane(RedisBackplane.connect(args[1]))
                .node(args[2])
                .limits(limits -> limits.maxHandshakesPerSecond(10_000))
                .listener(new ChannelListener() {
                    @Override
                    public void backplane(BackplaneEvent event) {
                        boolean isForEachMessage =
                                event instanceof BackplaneEvent.Published || event instanceof BackplaneEvent.Received;
                        if (!isForEachMessage) {
                            System.out.println(event);
                        }
                    }
                })
                .build();
        hub.add(FeedEndpoint.of(new FeedService(hub)));
        ChannelServer server = ChannelServer.builder(hub)
                .host("127.0.0.1")
                .port(Integer.parseInt(args[0]))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        Thread.currentThread().join();
    }
}
