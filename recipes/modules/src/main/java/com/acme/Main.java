package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Handshake;
import dev.strait.server.ChannelServer;
import java.io.IOException;

/** Serves the channel until its input ends. */
public final class Main {

    private Main() {}

    /** Prints the port. */
    public static void main(String[] arguments) throws IOException {
        ChannelHub hub = ChannelHub.create();
        hub.add(EchoEndpoint.of(new EchoHandler<String>() {
            @Override
            public String open(Handshake handshake) {
                return "";
            }

            @Override
            public void onSay(Echo.Say say, EchoConnection<String> from) {
                from.reply().said(say.text());
            }
        }));
        try (ChannelServer server =
                ChannelServer.builder(hub).host("127.0.0.1").port(0).start()) {
            System.out.println(server.port());
            System.in.readAllBytes();
        }
    }
}
