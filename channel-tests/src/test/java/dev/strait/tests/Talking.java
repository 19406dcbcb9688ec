package dev.strait.tests;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.WireProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A server of {@link Talk} and {@link AlephaChat} by several protocols, each with a path of its own, and clients for it. */
final class Talking implements AutoCloseable {

    final TalkService talkService = new TalkService();
    final AlephaChatService alephaChatService = new AlephaChatService();
    final TalkEmitter talk;
    final AlephaChatEmitter alephaChat;

    private final TestContainer.Started server;
    private final List<TestClient> clients = new ArrayList<>();
    private int fences;

    /** Adds the paths in their order, so that a failure that depends on it can be repeated. */
    private Talking(ChannelHub hub, Map<String, WireProtocol> protocols) {
        this.talk = TalkEmitter.of(hub);
        this.alephaChat = AlephaChatEmitter.of(hub);
        new TreeMap<>(protocols).forEach((path, protocol) -> {
            hub.add(TalkEndpoint.of(talkService).path(path).protocol(protocol));
            hub.add(AlephaChatEndpoint.of(alephaChatService)
                    .path(path + "/alepha-chat")
                    .protocol(protocol)
                    .maxConnectionsPerUser(2));
        });
        this.server = TestContainer.startAny(hub);
    }

    /** The path {@code /ws} with one protocol. */
    static Talking by(WireProtocol protocol) {
        return by(Map.of("/ws", protocol));
    }

    /** A protocol for each path. */
    static Talking by(Map<String, WireProtocol> protocols) {
        return with(protocols, TestContainer.hub().limits(Running.generous().build()));
    }

    static Talking with(Map<String, WireProtocol> protocols, ChannelHub.Builder hub) {
        return new Talking(hub.build(), protocols);
    }

    TestClient client(String path) {
        TestClient client = TestClient.connect(server.uri(path));
        clients.add(client);
        return client;
    }

    /** The server has handled all that the client of {@link Talk} sent, and nothing has come that was not expected. */
    TestClient fence(TestClient client) {
        fences++;
        return client.send("{'type':'fence','number':" + fences + "}")
                .expect("{'type':'fenced','number':" + fences + "}");
    }

    /** The same for one of {@link AlephaChat}. */
    TestClient fenceInAlephaChat(TestClient client) {
        fences++;
        return client.send("{'content':'fence " + fences + "'}")
                .expect("{'type':'append','content':'fence " + fences + "','username':'fence'}");
    }

    /** The server stops, and its clients see how. */
    void stopServing() {
        server.close();
    }

    @Override
    public void close() {
        clients.forEach(TestClient::close);
        server.close();
    }
}
