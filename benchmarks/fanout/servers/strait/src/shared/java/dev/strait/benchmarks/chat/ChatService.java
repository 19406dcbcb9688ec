package dev.strait.benchmarks.chat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Limits;
import java.util.concurrent.atomic.AtomicLong;

/** The handler, which is the same on every container. */
final class ChatService implements ChatHandler<String> {

    private final AtomicLong count = new AtomicLong();

    /** Returns a hub that serves the chat. With {@code -Dchat.blocking=true}, the handler runs on the executor. */
    static ChannelHub hub() {
        ChannelHub.Builder builder = ChannelHub.builder()
                // The load client connects all members at once, and sends far more per member than people do.
                .limits(Limits.builder()
                        .maxMessagesPerSecond(1_000_000)
                        .maxMessageBurst(1_000_000)
                        .maxHandshakesPerSecond(1_000_000)
                        .build());
        if (Boolean.getBoolean("chat.standardApiOnly")) {
            builder.standardApiOnly();
        }
        ChannelHub hub = builder.build();
        var endpoint = ChatEndpoint.of(new ChatService());
        hub.add(Boolean.getBoolean("chat.blocking") ? endpoint : endpoint.nonBlocking());
        return hub;
    }

    static int port() {
        return Integer.parseInt(System.getenv("PORT"));
    }

    @Override
    public String open(Chat.Room room, Handshake handshake) {
        return "c" + count.incrementAndGet();
    }

    @Override
    public void onSay(Chat.Say say, ChatConnection<String> from) {
        from.toRoom().said(from.state(), say.text(), System.currentTimeMillis());
    }

    @Override
    public void onEcho(Chat.Echo echo, ChatConnection<String> from) {
        from.reply().echoed(echo.text());
    }
}
