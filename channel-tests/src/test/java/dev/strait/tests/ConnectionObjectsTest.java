package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The objects that a handler gets for one connection are equal, whatever the room. */
class ConnectionObjectsTest {

    /** Collects the objects of its calls. */
    private static final class Collecting implements LobbyHandler<String> {

        final List<LobbyConnection<String>> all = new CopyOnWriteArrayList<>();
        final Set<LobbyConnection<String>> present = ConcurrentHashMap.newKeySet();

        @Override
        public String open(Handshake handshake) {
            return handshake.query("user").orElseThrow();
        }

        @Override
        public Optional<String> user(String state, Handshake handshake) {
            return Optional.of(state);
        }

        @Override
        public void joined(String room, LobbyConnection<String> connection) {
            all.add(connection);
            present.add(connection);
        }

        @Override
        public void closed(LobbyConnection<String> connection, CloseReason reason) {
            present.remove(connection);
        }

        @Override
        public void onPost(Lobby.Post post, LobbyConnection<String> from) {}

        @Override
        public void onNudge(Lobby.Nudge nudge, LobbyConnection<String> from) {
            from.reply().nudged();
        }
    }

    private final Collecting handler = new Collecting();
    private final ChannelHub hub =
            TestContainer.hub().limits(TestContainer.patientLimits().build()).build();
    private final LobbyEmitter lobby = LobbyEmitter.of(hub);
    private TestContainer.Started server;

    @BeforeEach
    void start() {
        hub.add(LobbyEndpoint.of(handler));
        server = TestContainer.startAny(hub);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestClient client(String user, String... rooms) {
        int before = handler.all.size();
        TestClient client = TestClient.connect(server.uri("/ws/lobby?user=" + user));
        for (String room : rooms) {
            client.send("{'type':'$join','room':'" + room + "'}").expect("{'type':'$joined','room':'" + room + "'}");
        }
        Await.until(() -> handler.all.size() == before + rooms.length);
        return client;
    }

    @Test
    void aSetOfConnectionsHasEachConnectionOnce() {
        try (TestClient ann = client("ann", "red", "blue");
                TestClient bob = client("bob", "red")) {
            LobbyConnection<String> inRed = handler.all.get(0);
            LobbyConnection<String> inBlue = handler.all.get(1);
            assertThat(inRed).isEqualTo(inBlue).hasSameHashCodeAs(inBlue).isNotEqualTo(handler.all.get(2));
            assertThat(inRed.room()).isNotEqualTo(inBlue.room());
            assertThat(handler.present).hasSize(2);
            ann.disconnect();
            Await.until(() -> handler.present.size() == 1);
            bob.disconnect();
            Await.until(handler.present::isEmpty);
        }
    }

    @Test
    void theTextHasTheIdTheUserAndTheRoom() {
        try (TestClient ann = client("ann", "red")) {
            assertThat(handler.all.get(0))
                    .hasToString("connection " + handler.all.get(0).id() + ", user ann, room red");
            ann.disconnect();
        }
    }

    @Test
    void exceptionsMayBeACollection() {
        try (TestClient ann = client("ann", "red");
                TestClient bob = client("bob", "red");
                TestClient eve = client("eve", "red")) {
            String annsId = handler.all.get(0).id();
            assertThat(lobby.room("red").except(Set.of(annsId)).nudged().queued())
                    .isEqualTo(2);
            assertThat(lobby.room("red")
                            .exceptUsers(List.of("ann", "bob"))
                            .nudged()
                            .queued())
                    .isEqualTo(1);
            bob.expect("{'type':'nudged','$room':'red'}");
            eve.expect("{'type':'nudged','$room':'red'}").expect("{'type':'nudged','$room':'red'}");
            ann.send("{'type':'nudge'}").expect("{'type':'nudged'}");
        }
    }

    @Test
    @SuppressWarnings("NullAway") // violated on purpose
    void noMessageIsRefused() {
        assertThatThrownBy(() -> lobby.everyone().emit(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("message");
    }

    @Test
    void codesThatOnlyDescribeADisconnectCannotBeSent() {
        try (TestClient ann = client("ann", "red")) {
            LobbyConnection<String> connection = handler.all.get(0);
            for (int code : new int[] {1002, 1004, 1005, 1006, 1010, 1015}) {
                CloseReason reason = new CloseReason(code, "");
                assertThatThrownBy(() -> connection.close(reason))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(Integer.toString(code));
                assertThatThrownBy(() -> lobby.connection(connection.id()).close(reason))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            assertThat(connection.close(new CloseReason(1013, "later"))).isTrue();
            assertThat(ann.closeCodeAndReason()).isEqualTo("1013 later");
        }
    }
}
