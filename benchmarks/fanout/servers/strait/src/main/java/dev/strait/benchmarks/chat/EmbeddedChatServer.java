package dev.strait.benchmarks.chat;

import dev.strait.server.ChannelServer;

/** Chat with Strait on the embedded server. */
public final class EmbeddedChatServer {

    private EmbeddedChatServer() {}

    public static void main(String[] arguments) {
        ChannelServer.Builder server =
                ChannelServer.builder(ChatService.hub()).host("127.0.0.1").port(ChatService.port());
        if (Boolean.getBoolean("chat.nio")) {
            server.nioTransport();
        }
        try (ChannelServer started = server.start()) {
            started.await();
        }
    }
}
