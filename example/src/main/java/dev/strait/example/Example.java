package dev.strait.example;

import dev.strait.runtime.ChannelHub;
import dev.strait.server.ChannelServer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Starts the example. {@code -Dport=} sets the port, and {@code -Dauction.seconds=} how long a lot is open.
 */
public final class Example {

    private Example() {}

    /** Serves until the process is stopped. */
    public static void main(String[] arguments) {
        int port = Integer.getInteger("port", 8080);
        Duration length = Duration.ofSeconds(Integer.getInteger("auction.seconds", 60));
        ChannelHub hub = ChannelHub.create();
        Lots lots = new Lots(hub, Clock.systemUTC(), length);
        hub.add(ChatEndpoint.of(new ChatService(hub)));
        hub.add(AuctionEndpoint.of(new AuctionHouse(lots)));

        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "auction-timer");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> closing = timer.scheduleAtFixedRate(lots::close, 1, 1, TimeUnit.SECONDS);
        try (ChannelServer server = ChannelServer.start(hub, port)) {
            System.out.println("The example runs at http://localhost:" + server.port() + " (Ctrl-C stops it)");
            server.await();
        } finally {
            closing.cancel(false);
            timer.shutdownNow();
        }
    }
}
