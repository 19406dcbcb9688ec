package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.Handshake;
import dev.strait.tests.TestContainer.Quirk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The lifecycle of connections and of the server, from the handshake to the close. */
@Tag("container")
class LifecycleTest {

    private static List<String> take(BlockingQueue<String> calls, int count) {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(Await.next(calls));
        }
        return taken;
    }

    @Test
    void callbacksOfAConnectionRunInOrder() {
        try (Running running = Running.start()) {
            running.joinChat("lobby", "ann").disconnect();
            assertThat(take(running.chatService.calls, 5))
                    .containsExactly(
                            "open lobby ann",
                            "join lobby ann",
                            "joined lobby ann",
                            "left lobby ann",
                            "closed ann 1000");
        }
    }

    @Test
    void aUserIdHasAtMost256Characters() {
        try (Running running = Running.start()) {
            running.joinChat("lobby", "x".repeat(256));
            assertThat(running.client("/ws/chat/lobby?user=" + "x".repeat(257)).closeCode())
                    .isEqualTo(1011);
        }
    }

    @Test
    void abortedConnectionsAreClosedWith1006() {
        try (Running running = Running.start()) {
            running.joinChat("lobby", "ann").abort();
            assertThat(take(running.chatService.calls, 5)).contains("left lobby ann", "closed ann 1006");
            assertThat(running.chat.room("lobby").announcement("hi")).isEqualTo(Delivery.NONE);
        }
    }

    @Test
    void closingTheHubSendsByeAndReleasesThePort() {
        Running running = Running.start();
        TestClient ann = running.joinChat("lobby", "ann");
        int port = running.server.port();
        running.server.close();
        assertThat(ann.nextJson().path("type").asText()).isEqualTo("$bye");
        assertThat(ann.closeCode()).isEqualTo(1012);
        assertThat(running.chatService.calls).contains("left lobby ann", "closed ann 1012");
        Await.until(() -> isFree(port)); // the operating system may take a moment
        assertThat(running.chat.everyone().announcement("late")).isEqualTo(Delivery.NONE);
        running.close(); // closing twice has no effect
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }

    @Test
    void listenersReceiveAllEvents() {
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        ChannelListener listener = new ChannelListener() {
            @Override
            public void opened(ConnectionInfo connection) {
                events.add("opened " + connection.user().orElse("?"));
            }

            @Override
            public void closed(ConnectionInfo connection, CloseReason reason) {
                events.add("closed " + connection.rooms() + " " + reason.code());
            }

            @Override
            public void received(ConnectionInfo connection, String type) {
                events.add("received " + type);
            }

            @Override
            public void refused(ConnectionInfo connection, String code) {
                events.add("refused " + code);
                throw new IllegalStateException("exceptions of listeners are ignored");
            }

            @Override
            public void emitted(String channel, String type, Delivery delivery) {
                events.add("emitted " + type + " " + delivery.queued());
            }
        };
        try (Running running = Running.with(
                TestContainer.hub().listener(listener).limits(Running.generous().build()))) {
            TestClient ann = running.joinChat("lobby", "ann");
            Await.until(() -> events.size() == 3); // a listener may be notified after the recipient
            ann.send("x").expectError("malformed");
            ann.send("{'type':'typing','on':true}").expectNothing();
            running.server.close();
        }
        assertThat(events)
                .containsExactly(
                        "opened ann",
                        "received echo",
                        "emitted echoed 1",
                        "refused malformed",
                        "received typing",
                        "emitted typing-now 0",
                        "received echo",
                        "emitted echoed 1",
                        "closed [lobby] 1012");
    }

    @Test
    void theHandshakeExposesTheRequest() {
        try (Running running = Running.start()) {
            URI uri = running.server.uri("/ws/game/GO/1?a=1&a=%C3%A4+b&empty=");
            TestClient client = TestClient.connect(
                    TestClient.HTTP.newWebSocketBuilder().header("Authorization", "Bearer s3cret"), uri);
            Handshake handshake = Await.next(running.gameService.handshakes);
            client.close();
            assertThat(handshake).isNotNull();
            assertThat(handshake.path()).isEqualTo("/ws/game/GO/1");
            assertThat(handshake.queryValues("a")).containsExactly("1", "ä b");
            assertThat(handshake.query("empty")).contains("");
            assertThat(handshake.query("none")).isEmpty();
            assertThat(handshake.header("upgrade")).contains("websocket");
            assertThat(handshake.bearerToken()).contains("s3cret");
            assertThat(handshake.principal()).isEmpty();
            assertThat(handshake.hasRole("admin")).isFalse();
            assertThatThrownBy(() -> handshake.hasRole("other")).hasMessageContaining("roles(\"other\")");
            assertThat(handshake.remoteAddress().isEmpty()).isEqualTo(TestContainer.has(Quirk.NO_REMOTE_ADDRESS));
            handshake.remoteAddress().ifPresent(address -> assertThat(address).contains("127.0.0.1"));
        }
    }

    @Test
    void otherOriginsAreRefused() {
        List<String> refused = new CopyOnWriteArrayList<>();
        try (Running running = Running.with(TestContainer.hub()
                .listener(refusedHandshakes(refused))
                .allowOrigins("https://app.example.com")
                .limits(Running.generous().build()))) {
            String sameOrigin = "http://127.0.0.1:" + running.server.port();
            URI uri = running.server.uri("/ws/lobby");
            for (String origin : List.of(sameOrigin, "https://app.example.com")) {
                TestClient.connect(TestClient.HTTP.newWebSocketBuilder().header("Origin", origin), uri)
                        .close();
            }
            for (String origin :
                    List.of("https://evil.example.com", "http://127.0.0.1", "null", sameOrigin + ".evil")) {
                WebSocket.Builder builder =
                        TestClient.HTTP.newWebSocketBuilder().header("Origin", origin);
                if (TestContainer.has(Quirk.REFUSES_ORIGIN_BY_DROPPING)) {
                    assertThatThrownBy(() -> TestClient.connect(builder, uri))
                            .hasRootCauseInstanceOf(IOException.class);
                } else {
                    int expected = TestContainer.has(Quirk.REFUSES_ORIGIN_WITH_500) ? 500 : 403;
                    assertThat(TestClient.refusal(builder, uri).statusCode())
                            .as(origin)
                            .isEqualTo(expected);
                }
            }
            assertThat(running.lobby.connections()).hasSizeLessThanOrEqualTo(2);
            // The HTTP client tries again if a connection is dropped.
            assertThat(refused).containsOnly("origin /ws/lobby").hasSizeBetween(4, 8);
        }
    }

    @Test
    void messagesOverTheRateLimitAreRejectedWithRetryMs() {
        try (Running running = Running.with(TestContainer.refusingHub()
                .timeSource(() -> 1) // stopped, so that the rate limits do not recover
                .limits(Running.generous()
                        .maxMessagesPerSecond(1)
                        .maxMessageBurst(3)
                        .build()))) {
            TestClient ann = running.client("/ws/chat/lobby?user=ann");
            for (int i = 0; i < 3; i++) {
                ann.send("{'type':'echo','text':'x'}").expect("{'type':'echoed','text':'x'}");
            }
            assertThat(ann.send("{'type':'echo','text':'x'}")
                            .expectError("rate")
                            .path("retryMs")
                            .asInt())
                    .isBetween(1, 1000);
        }
    }

    private static ChannelListener refusedHandshakes(List<String> events) {
        return new ChannelListener() {
            @Override
            public void handshakeRefused(String path, String reason) {
                events.add(reason + " " + path);
            }
        };
    }

    @Test
    void handshakesOverTheRateLimitAreRefused() {
        List<String> refused = new CopyOnWriteArrayList<>();
        try (Running running = Running.with(TestContainer.hub()
                .listener(refusedHandshakes(refused))
                .timeSource(() -> 1)
                .limits(Running.generous().maxHandshakesPerSecond(1).build()))) {
            running.joinChat("lobby", "ann");
            if (TestContainer.has(Quirk.CLOSES_OVER_RATE)) {
                assertThat(running.client("/ws/chat/lobby?user=bob").closeCode())
                        .isEqualTo(1013);
            } else {
                HttpResponse<?> refusal = TestClient.refusal(
                        TestClient.HTTP.newWebSocketBuilder(), running.server.uri("/ws/chat/lobby?user=bob"));
                assertThat(refusal.statusCode()).isEqualTo(503);
                assertThat(refusal.headers().firstValue("Retry-After")).contains("1");
            }
            Await.until(() -> refused.equals(List.of("rate /ws/chat/{room}")));
        }
    }

    @Test
    void aChannelCanBeServedAtAnotherPath() {
        ChannelHub hub = TestContainer.hub().build();
        assertThatThrownBy(() -> ChatEndpoint.of(new ChatService()).path("/other/{lobby}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[lobby]")
                .hasMessageContaining("[room]");
        hub.add(ChatEndpoint.of(new ChatService()).path("/a/{room}/chat"));
        hub.add(ChatEndpoint.of(new ChatService()).path("/b/{room}"));
        try (TestContainer.Started server = TestContainer.startAny(hub)) {
            TestClient one =
                    TestClient.connect(server.uri("/a/lobby/chat?user=ann")).expectNothing();
            TestClient other =
                    TestClient.connect(server.uri("/b/lobby?user=bob")).expectNothing();
            one.send("{'type':'say','text':'same room'}");
            other.expect("{'type':'said','user':'ann','text':'same room'}");
            one.close();
            other.close();
        }
    }

    @Test
    void deploymentErrorsAreReported() {
        ChannelHub hub = ChannelHub.create();
        ChatEndpoint endpoint = ChatEndpoint.of(new ChatService());
        hub.add(endpoint);
        assertThatThrownBy(() -> hub.add(ChatEndpoint.of(new ChatService())))
                .isInstanceOf(ChannelDeploymentException.class)
                .hasMessageContaining("/ws/chat/{room}");
        assertThatThrownBy(endpoint::nonBlocking).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(ChatEndpoint::new)
                .isInstanceOf(ChannelDeploymentException.class)
                .hasMessageContaining("META-INF/services/dev.strait.tests.ChatHandler");
        assertThat(hub.endpointConfigs()).hasSize(1);
        assertThatThrownBy(() -> hub.add(LobbyEndpoint.of(new LobbyService())))
                .isInstanceOf(IllegalStateException.class);
        hub.close();
    }
}
