package dev.strait.tests;

import dev.strait.runtime.ChannelHub;
import dev.strait.server.ChannelServer;
import dev.strait.server.ServerLimits;
import java.time.Duration;
import java.util.Set;

/** The embedded server. */
final class EmbeddedContainer implements TestContainer {

    /** Limits with timeouts that do not expire during a test. */
    static ServerLimits.Builder patientLimits() {
        return ServerLimits.builder().requestTimeout(Duration.ofMinutes(10)).keepAliveTimeout(Duration.ofMinutes(10));
    }

    /** A builder for a server on a free loopback port. */
    static ChannelServer.Builder server(ChannelHub hub) {
        return ChannelServer.builder(hub)
                .host("127.0.0.1")
                .port(0)
                .limits(patientLimits().build());
    }

    @Override
    public Started start(ChannelHub hub) {
        ChannelServer server = server(hub).start();
        return new Started() {
            @Override
            public int port() {
                return server.port();
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    @Override
    public Set<Quirk> quirks() {
        return Set.of();
    }
}
