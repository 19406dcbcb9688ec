package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Protocols;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the embedded server stops, no client loses the close frame, however late it connected. */
class ServerStopTest {

    private static final int STOPS = 100;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClientThatHasJustConnectedReceivesTheCloseFrame(boolean isStandardApiOnly) {
        for (int i = 0; i < STOPS; i++) {
            ChannelHub.Builder builder =
                    isStandardApiOnly ? ChannelHub.builder().standardApiOnly() : ChannelHub.builder();
            ChannelHub hub =
                    builder.limits(TestContainer.patientLimits().build()).build();
            hub.add(LobbyEndpoint.of(new LobbyService()).protocol(Protocols.alepha()));
            TestClient client;
            try (TestContainer.Started server = new EmbeddedContainer().start(hub)) {
                client = TestClient.connect(server.uri("/ws/lobby?roomIds=red&user=ann"));
            }
            assertThat(client.closeCodeAndReason()).isEqualTo("1001 shutdown");
            client.close();
        }
    }
}
