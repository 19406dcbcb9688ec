package dev.strait.tests;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Limits;
import java.util.ArrayList;
import java.util.List;

/** A server with the test channels, and its clients. */
final class Running implements AutoCloseable {

    final ChatService chatService = new ChatService();
    final LobbyService lobbyService = new LobbyService();
    final GameService gameService = new GameService();
    final ChatEmitter chat;
    final LobbyEmitter lobby;
    final GameEmitter game;
    final ChannelHub hub;
    final TestContainer.Started server;

    private final List<TestClient> clients = new ArrayList<>();

    private Running(ChannelHub hub, boolean isNonBlocking) {
        this.hub = hub;
        this.chat = ChatEmitter.of(hub);
        this.lobby = LobbyEmitter.of(hub);
        this.game = GameEmitter.of(hub);
        hub.add(isNonBlocking ? ChatEndpoint.of(chatService).nonBlocking() : ChatEndpoint.of(chatService));
        hub.add(LobbyEndpoint.of(lobbyService));
        hub.add(OddityEndpoint.of(new OddityHandler<String>() {
            @Override
            public String open(Handshake handshake) {
                return "";
            }

            @Override
            public void onSum(Oddity.Sum sum, OddityConnection<String> from) {}
        }));
        hub.add(GameEndpoint.of(gameService).roles("admin"));
        this.server = TestContainer.startAny(hub);
    }

    static Running start() {
        return with(TestContainer.hub().limits(generous().build()));
    }

    static Running with(ChannelHub.Builder hub) {
        return new Running(hub.build(), false);
    }

    static Running nonBlocking() {
        return new Running(TestContainer.hub().limits(generous().build()).build(), true);
    }

    /** Limits that only tests of limits reach. */
    static Limits.Builder generous() {
        return TestContainer.patientLimits()
                .maxMessagesPerSecond(100_000)
                .maxMessageBurst(100_000)
                .maxJoinsPerSecond(100_000)
                .maxHandshakesPerSecond(100_000)
                .maxErrorsPerSecond(1_000)
                .maxBadFrames(1_000);
    }

    TestClient client(String path) {
        TestClient client = TestClient.connect(server.uri(path));
        clients.add(client);
        return client;
    }

    /** Returns a client that has joined this room of the chat. */
    TestClient joinChat(String room, String user) {
        return client("/ws/chat/" + room + "?user=" + user).expectNothing();
    }

    /** Returns a client that has joined these rooms of the lobby. */
    TestClient joinLobby(String user, String... rooms) {
        TestClient client = client("/ws/lobby?user=" + user);
        for (String room : rooms) {
            client.send("{'type':'$join','room':'" + room + "'}").expect("{'type':'$joined','room':'" + room + "'}");
        }
        return client;
    }

    @Override
    public void close() {
        clients.forEach(TestClient::close);
        server.close();
    }
}
