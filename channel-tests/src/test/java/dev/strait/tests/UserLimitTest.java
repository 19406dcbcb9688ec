package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Excess;
import dev.strait.runtime.Handshake;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The maximum number of connections of one user, and what happens to one too many. */
@Tag("container")
class UserLimitTest {

    private static final String PATH = "/ws/chat/lobby?user=ann";

    private final CompletableFuture<Boolean> slowOpen = new CompletableFuture<>();
    private final CompletableFuture<Boolean> isOpening = new CompletableFuture<>();
    private final ChatService service = new ChatService() {
        @Override
        public String open(Chat.Room room, Handshake handshake) {
            if (handshake.query("slow").isPresent()) {
                isOpening.complete(true);
                Await.result(slowOpen);
            }
            return super.open(room, handshake);
        }
    };
    private TestContainer.@Nullable Started server;

    @AfterEach
    void stop() {
        started().close();
    }

    private void serve(int max, Excess excess, Duration closeTimeout) {
        ChannelHub hub = TestContainer.hub()
                .limits(Running.generous().closeTimeout(closeTimeout).build())
                .build();
        hub.add(ChatEndpoint.of(service).maxConnectionsPerUser(max, excess));
        server = TestContainer.startAny(hub);
    }

    private TestContainer.Started started() {
        return Objects.requireNonNull(server);
    }

    private TestClient connect() {
        return TestClient.connect(started().uri(PATH));
    }

    @Test
    void theNewestIsRefusedWhileTheOlderOnesAnswer() {
        serve(2, Excess.REFUSE_NEWEST, Await.TIMEOUT);
        try (TestClient first = connect().expectNothing();
                TestClient second = connect().expectNothing();
                TestClient third = connect()) {
            assertThat(third.closeCodeAndReason()).isEqualTo("1008 Max connections per user exceeded");
            first.expectNothing();
            second.expectNothing();
        }
    }

    @Test
    @SuppressWarnings("try") // the deaf client is only closed
    void aConnectionThatDoesNotAnswerMakesRoom() throws IOException {
        serve(1, Excess.REFUSE_NEWEST, Duration.ofMillis(300));
        try (DeafClient deaf = DeafClient.connect(started(), PATH)) {
            assertThat(List.of(Await.next(service.calls), Await.next(service.calls), Await.next(service.calls)))
                    .containsExactly("open lobby ann", "join lobby ann", "joined lobby ann");
            try (TestClient ann = connect()) {
                ann.expectNothing();
                Await.until(() -> service.calls.contains("closed ann 1001"));
            }
        }
    }

    @Test
    void theOldestIsReplaced() {
        serve(2, Excess.CLOSE_OLDEST, Await.TIMEOUT);
        try (TestClient first = connect().expectNothing();
                TestClient second = connect().expectNothing();
                TestClient third = connect().expectNothing()) {
            assertThat(first.closeCodeAndReason()).isEqualTo("4410 replaced by a newer connection");
            second.expectNothing();
            third.expectNothing();
        }
    }

    @Test
    void theOldestIsTheOneThatConnectedFirst() {
        serve(1, Excess.CLOSE_OLDEST, Await.TIMEOUT);
        try (TestClient older = TestClient.connect(started().uri(PATH + "&slow=1"))) {
            Await.result(isOpening);
            try (TestClient newer = connect().expectNothing()) {
                slowOpen.complete(true);
                assertThat(older.closeCodeAndReason()).isEqualTo("4410 replaced by a newer connection");
                newer.expectNothing();
            }
        }
    }
}
