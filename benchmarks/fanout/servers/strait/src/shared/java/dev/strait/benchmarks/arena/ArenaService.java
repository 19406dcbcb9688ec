package dev.strait.benchmarks.arena;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Limits;
import java.util.concurrent.atomic.AtomicLong;

/** The handler, the same on every container. */
final class ArenaService implements ArenaHandler<String> {

    private final AtomicLong count = new AtomicLong();

    /** A hub with the arena in it: its handler blocks where {@code -Darena.blocking=true} says so. */
    static ChannelHub hub() {
        ChannelHub.Builder builder = ChannelHub.builder()
                // One member speaks for hundreds here, and all come at once.
                .limits(Limits.builder()
                        .maxMessagesPerSecond(1_000_000)
                        .maxMessageBurst(1_000_000)
                        .maxHandshakesPerSecond(1_000_000)
                        .build());
        if (Boolean.getBoolean("arena.portable")) {
            builder.standardApiOnly();
        }
        ChannelHub hub = builder.build();
        var endpoint = ArenaEndpoint.of(new ArenaService());
        hub.add(Boolean.getBoolean("arena.blocking") ? endpoint : endpoint.nonBlocking());
        return hub;
    }

    static int port() {
        return Integer.parseInt(System.getenv("PORT"));
    }

    @Override
    public String open(Arena.Room room, Handshake handshake) {
        return "c" + count.incrementAndGet();
    }

    @Override
    public void onSay(Arena.Say say, ArenaConnection<String> from) {
        from.toRoom().said(from.state(), say.text(), System.currentTimeMillis());
    }

    @Override
    public void onEcho(Arena.Echo echo, ArenaConnection<String> from) {
        from.reply().echoed(echo.text());
    }
}
