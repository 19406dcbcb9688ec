package dev.strait.tests;

import dev.strait.runtime.BackplaneView;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.WireProtocol;
import dev.strait.runtime.spi.ChannelEndpoint;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A server of {@link Talk} and {@link AlephaChat} with several protocols, each at its own path, and its clients. */
final class Talking implements AutoCloseable {

    final TalkService talkService = new TalkService();
    final AlephaChatService alephaChatService = new AlephaChatService();
    final TalkEmitter talk;
    final AlephaChatEmitter alephaChat;

    private final TestContainer.Started server;
    private final List<TestClient> clients = new ArrayList<>();
    private int fences;

    /** Adds the paths in sorted order, so that failures are reproducible. */
    private Talking(ChannelHub hub, Map<String, WireProtocol> protocols) {
        this.talk = TalkEmitter.of(hub);
        this.alephaChat = AlephaChatEmitter.of(hub);
        new TreeMap<>(protocols).forEach((path, protocol) -> {
            hub.add(TalkEndpoint.of(talkService).path(path).protocol(protocol));
            ChannelEndpoint alephaChatEndpoint = AlephaChatEndpoint.of(alephaChatService)
                    .path(path + "/alepha-chat")
                    .protocol(protocol);
            if (hub.backplane().state() == BackplaneView.State.ALONE) {
                alephaChatEndpoint.maxConnectionsPerUser(2);
            }
            hub.add(alephaChatEndpoint);
        });
        this.server = TestContainer.startAny(hub);
    }

    /** Serves the path {@code /ws} with one protocol. */
    static Talking with(WireProtocol protocol) {
        return with(Map.of("/ws", protocol));
    }

    /** Serves each path with its protocol. */
    static Talking with(Map<String, WireProtocol> protocols) {
        return with(protocols, TestContainer.hub().limits(Running.generous().build()));
    }

    static Talking with(Map<String, WireProtocol> protocols, ChannelHub.Builder hub) {
        return new Talking(hub.build(), protocols);
    }

    URI uri(String path) {
        return server.uri(path);
    }

    TestClient client(String path) {
        TestClient client = TestClient.connect(uri(path));
        clients.add(client);
        return client;
    }

    /** Waits until all messages of a {@link Talk} client are handled, and expects no further frame. */
    TestClient fence(TestClient client) {
        fences++;
        return client.send("{'type':'fence','number':" + fences + "}")
                .expect("{'type':'fenced','number':" + fences + "}");
    }

    /** Like {@link #fence}, for a client of {@link AlephaChat}. */
    TestClient fenceInAlephaChat(TestClient client) {
        fences++;
        return client.send("{'content':'fence " + fences + "'}")
                .expect("{'type':'append','content':'fence " + fences + "','username':'fence'}");
    }

    /** Stops the server but keeps the clients. */
    void stopServer() {
        server.close();
    }

    @Override
    public void close() {
        clients.forEach(TestClient::close);
        server.close();
    }
}
