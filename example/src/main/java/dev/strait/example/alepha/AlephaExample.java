package dev.strait.example.alepha;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Protocols;
import dev.strait.server.ChannelServer;

/** Starts the chat. {@code -Dport=} sets the port. */
public final class AlephaExample {

    private AlephaExample() {}

    /** Serves until the process is stopped. */
    public static void main(String[] arguments) {
        ChannelHub hub = ChannelHub.create();
        AlephaChatService service = new AlephaChatService(hub);
        hub.add(AlephaChatEndpoint.of(service).protocol(Protocols.alepha()));
        hub.add(AlephaChatEndpoint.of(service).path("/ws/v2/chat")); // for new pages, with the same rooms

        try (ChannelServer server = ChannelServer.start(hub, Integer.getInteger("port", 8080))) {
            System.out.println("The chat runs at http://localhost:" + server.port() + "/alepha.html (Ctrl-C stops it)");
            server.await();
        }
    }
}
