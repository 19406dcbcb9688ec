package dev.strait.benchmarks.fanout;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Limits;
import dev.strait.server.ChannelServer;
import dev.strait.server.ServerLimits;

/** Sends back what clients say. Prints its port. */
final class EchoServer {

    private static final int MANY = 1_000_000;

    private EchoServer() {}

    public static void main(String[] arguments) {
        ChannelHub hub = ChannelHub.builder()
                .limits(Limits.builder()
                        .maxMessagesPerSecond(MANY)
                        .maxMessageBurst(MANY)
                        .maxHandshakesPerSecond(MANY)
                        .build())
                .build();
        hub.add(EchoEndpoint.of(new Handler()).nonBlocking());
        ServerLimits limits =
                ServerLimits.builder().maxConnectionsPerAddress(MANY).build();
        try (ChannelServer server =
                ChannelServer.builder(hub).port(0).limits(limits).start()) {
            System.out.println(server.port());
            server.await();
        }
    }

    private static final class Handler implements EchoHandler<String> {

        @Override
        public String open(Handshake handshake) {
            return "";
        }

        @Override
        public void onSay(Echo.Say say, EchoConnection<String> from) {
            from.reply().said(say.number(), say.text());
        }
    }
}
