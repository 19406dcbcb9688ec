package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One address cannot use up the limits of the node; clients behind a trusted proxy have addresses of their own. */
class AddressSharesTest {

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final LobbyService lobby = new LobbyService();
    private final AdderService game = new AdderService(Duration.ZERO, Duration.ofMinutes(1));

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    private TestContainer.Started serve(UnaryOperator<Limits.Builder> limits) {
        return serve(limits, hub -> hub.add(LobbyEndpoint.of(lobby)));
    }

    private TestContainer.Started serve(UnaryOperator<Limits.Builder> limits, Consumer<ChannelHub> channel) {
        ChannelHub hub = ChannelHub.builder()
                .timeSource(() -> 1) // stopped, so that rates do not recover
                .limits(limits.apply(Running.generous()).build())
                .trustForwardedHeaders("127.0.0.1")
                .build();
        channel.accept(hub);
        TestContainer.Started server = new EmbeddedContainer().start(hub);
        opened.add(0, server);
        return server;
    }

    private TestClient connect(TestContainer.Started server, String address, String query) {
        TestClient client = TestClient.connect(
                TestClient.HTTP.newWebSocketBuilder().header("X-Forwarded-For", address),
                server.uri("/ws/lobby" + query));
        opened.add(0, client);
        return client;
    }

    @Test
    void handshakes() {
        TestContainer.Started server = serve(limits -> limits.maxHandshakesPerSecond(4));
        connect(server, "192.0.2.1", "");
        connect(server, "192.0.2.1", "");
        assertThatThrownBy(() -> connect(server, "192.0.2.1", "")).isInstanceOf(CompletionException.class);
        connect(server, "192.0.2.2", "");
    }

    @Test
    void connections() {
        TestContainer.Started server = serve(limits -> limits.maxConnections(4));
        TestClient first = connect(server, "2001:db8::1", "");
        connect(server, "2001:db8::2", "");
        assertThatThrownBy(() -> connect(server, "2001:db8::3", "")).isInstanceOf(CompletionException.class);
        connect(server, "2001:db9::1", "");
        first.disconnect();
        assertThat(Await.next(lobby.calls)).isEqualTo("closed");
        Await.until(() -> TestClient.tryToConnect(() -> connect(server, "2001:db8::3", "")));
    }

    @Test
    void roomsThatTheUrlNames() {
        TestContainer.Started server = serve(limits -> limits.maxRoomsPerNode(4));
        TestClient first = connect(server, "192.0.2.1", "?room=a&room=b&room=c");
        first.expect("{'type':'$joined','room':'a'}").expect("{'type':'$joined','room':'b'}");
        first.expectError("overloaded");
        TestClient second = connect(server, "192.0.2.1", "?room=a&room=d");
        second.expect("{'type':'$joined','room':'a'}").expectError("overloaded");
        connect(server, "192.0.2.2", "?room=d").expect("{'type':'$joined','room':'d'}");
    }

    @Test
    void roomsThatAreKeptWithoutMembers() {
        TestContainer.Started server =
                serve(limits -> limits.maxRoomsPerNode(8), hub -> hub.add(AdderEndpoint.of(game)));
        for (String room : List.of("a", "b", "c")) {
            joinAndLeave(server, "192.0.2.1", room);
        }
        assertThat(game.calls).contains("emptied c 0").doesNotContain("emptied a 0", "emptied b 0");
        joinAndLeave(server, "192.0.2.2", "d");
        assertThat(game.calls).doesNotContain("emptied d 0");
    }

    private void joinAndLeave(TestContainer.Started server, String address, String room) {
        TestClient client = TestClient.connect(
                TestClient.HTTP.newWebSocketBuilder().header("X-Forwarded-For", address),
                server.uri("/ws/adder?user=ann"));
        client.send("{'type':'$join','room':'" + room + "'}").expect("{'type':'$joined','room':'" + room + "'}");
        client.send("{'type':'$leave','room':'" + room + "'}").expect("{'type':'$left','room':'" + room + "'}");
        long ended = game.calls.stream().filter("closed ann"::equals).count();
        client.disconnect();
        Await.until(
                () -> game.calls.stream().filter("closed ann"::equals).count() > ended); // after all calls of the room
    }
}
