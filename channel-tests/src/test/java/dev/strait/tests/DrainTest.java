package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Handshake;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hub that stops without blocking the thread that stops it. */
class DrainTest {

    private final CompletableFuture<CompletionStage<Void>> drainOfHandler = new CompletableFuture<>();
    private final ChannelHub hub =
            TestContainer.hub().limits(Running.generous().build()).build();
    private final TestContainer.Started server = start();

    private TestContainer.Started start() {
        hub.add(LobbyEndpoint.of(new LobbyService() {
            @Override
            public void onNudge(Lobby.Nudge nudge, LobbyConnection<String> from) {
                drainOfHandler.complete(hub.drain());
            }

            @Override
            public Optional<String> user(String state, Handshake handshake) {
                return Optional.empty();
            }
        }));
        return TestContainer.startAny(hub);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aDrainClosesTheConnectionsAndThenTheHub() {
        try (TestClient ann = TestClient.connect(server.uri("/ws/lobby?room=red"))) {
            ann.expect("{'type':'$joined','room':'red'}");
            CompletionStage<Void> drained = hub.drain();
            assertThat(hub.state()).isIn(ChannelHub.State.DRAINING, ChannelHub.State.CLOSED);
            assertThat(ann.nextJson().path("type").asText()).isEqualTo("$bye");
            assertThat(ann.closeCode()).isEqualTo(1012);
            Await.result(drained);
            assertThat(hub.state()).isEqualTo(ChannelHub.State.CLOSED);
            hub.close(); // nothing more
            Await.result(hub.drain());
        }
    }

    @Test
    void aHandlerMayDrainAndIsWaitedFor() {
        try (TestClient ann = TestClient.connect(server.uri("/ws/lobby?room=red"))) {
            ann.expect("{'type':'$joined','room':'red'}");
            ann.send("{'type':'nudge'}");
            Await.result(Await.result(drainOfHandler));
            assertThat(hub.state()).isEqualTo(ChannelHub.State.CLOSED);
        }
    }

    @Test
    void aCloseWaitsForADrainThatHasBegun() {
        try (TestClient ann = TestClient.connect(server.uri("/ws/lobby?room=red"))) {
            ann.expect("{'type':'$joined','room':'red'}");
            CompletionStage<Void> drained = hub.drain();
            hub.close();
            assertThat(drained.toCompletableFuture()).isDone();
            assertThat(hub.state()).isEqualTo(ChannelHub.State.CLOSED);
        }
    }

    @Test
    void aHubWithoutConnectionsClosesAtOnce() {
        Await.result(hub.drain());
        assertThat(hub.state()).isEqualTo(ChannelHub.State.CLOSED);
    }
}
