package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelListener;
import dev.strait.tests.TestContainer.Quirk;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes for hosts that the server does not have, as after DNS rebinding. */
@Tag("container")
class AllowedHostsTest {

    private final BlockingQueue<String> refused = new LinkedBlockingQueue<>();

    private ChannelHub.Builder hub() {
        return TestContainer.hub().listener(new ChannelListener() {
            @Override
            public void handshakeRefused(String path, String reason) {
                refused.add(reason);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost,127.0.0.1"})
    void thoseOfTheServerAreAnswered(String hosts) {
        try (Running running = Running.with(hub().allowHosts(hosts.split(",")))) {
            running.joinChat("lobby", "ann");
            assertThat(refused).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat.example.com", "127.0.0.1:1", "127.0.0.10", "[::1]"})
    void otherHostsAreRefused(String host) {
        try (Running running = Running.with(hub().allowHosts(host))) {
            WebSocket.Builder builder = TestClient.HTTP.newWebSocketBuilder();
            URI uri = running.server.uri("/ws/chat/lobby?user=ann");
            if (TestContainer.has(Quirk.REFUSES_ORIGIN_BY_DROPPING)) {
                assertThatThrownBy(() -> TestClient.connect(builder, uri)).hasRootCauseInstanceOf(IOException.class);
            } else {
                int expected = TestContainer.has(Quirk.REFUSES_ORIGIN_WITH_500) ? 500 : 403;
                assertThat(TestClient.refusal(builder, uri).statusCode()).isEqualTo(expected);
            }
            assertThat(Await.next(refused)).isEqualTo("host");
        }
    }
}
