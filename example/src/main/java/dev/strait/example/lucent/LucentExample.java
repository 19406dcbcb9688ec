package dev.strait.example.lucent;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Protocols;
import dev.strait.server.ChannelServer;
import java.time.Clock;

/** Starts the site. {@code -Dport=} sets the port. */
public final class LucentExample {

    private LucentExample() {}

    /** Serves until the process is stopped. */
    public static void main(String[] arguments) {
        ChannelHub hub = ChannelHub.create();
        SiteService service = new SiteService(new Posts(hub, Clock.systemUTC()));
        hub.add(SiteEndpoint.of(service).path("/ws").protocol(Protocols.lucent().relaying()));
        hub.add(SiteEndpoint.of(service).path("/ws/v2")); // for new pages, with the same rooms

        try (ChannelServer server = ChannelServer.start(hub, Integer.getInteger("port", 8080))) {
            System.out.println("The site runs at http://localhost:" + server.port() + "/lucent.html (Ctrl-C stops it)");
            server.await();
        }
    }
}
