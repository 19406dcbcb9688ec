package dev.strait.benchmarks.arena;

import dev.strait.server.ChannelServer;

/** On the embedded server. */
public final class EmbeddedArena {

    private EmbeddedArena() {}

    public static void main(String[] arguments) {
        ChannelServer.Builder server =
                ChannelServer.builder(ArenaService.hub()).host("127.0.0.1").port(ArenaService.port());
        if (Boolean.getBoolean("arena.javaio")) {
            server.nioTransport();
        }
        try (ChannelServer started = server.start()) {
            started.await();
        }
    }
}
