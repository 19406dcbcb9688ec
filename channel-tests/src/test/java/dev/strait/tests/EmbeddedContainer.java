package dev.strait.tests;

import dev.strait.runtime.ChannelHub;
import dev.strait.server.ChannelServer;
import java.util.Set;

/** The embedded server. */
final class EmbeddedContainer implements TestContainer {

    @Override
    public Started start(ChannelHub hub) {
        ChannelServer server =
                ChannelServer.builder(hub).host("127.0.0.1").port(0).start();
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
