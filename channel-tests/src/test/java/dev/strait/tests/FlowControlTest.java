package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionClosedException;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Limits;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Producers that send much to one client, at once or at the client's pace. */
@Tag("container")
class FlowControlTest {

    private static final int BURST = 2_000;
    private static final int HISTORY = 20_000;
    private static final int MORE_THAN_SOCKETS_BUFFER = 40_000_000;

    private final BlockingQueue<CompletionStage<Void>> histories = new LinkedBlockingQueue<>();
    private final BlockingQueue<ChatConnection<String>> opened = new LinkedBlockingQueue<>();
    private final ChannelHub hub = TestContainer.hub().limits(patient()).build();
    private final TestContainer.Started server = start();

    private static Limits patient() {
        return TestContainer.patientLimits().build();
    }

    private TestContainer.Started start() {
        hub.add(ChatEndpoint.of(new History()));
        return TestContainer.startAny(hub);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Sends a burst for each message, and the whole history to those who type. */
    private final class History implements ChatHandler<String> {

        @Override
        public String open(Chat.Room room, Handshake handshake) {
            return "";
        }

        @Override
        public void joined(Chat.Room room, ChatConnection<String> connection) {
            opened.add(connection);
        }

        @Override
        public void onSay(Chat.Say say, ChatConnection<String> from) {
            for (int i = 0; i < BURST; i++) {
                from.reply().echoed(String.valueOf(i));
            }
        }

        @Override
        public void onTyping(Chat.Typing typing, ChatConnection<String> from) {
            histories.add(sendFrom(0, from));
        }

        private CompletionStage<Void> sendFrom(int first, ChatConnection<String> to) {
            int next = Math.min(first + 100, HISTORY);
            for (int i = first; i < next; i++) {
                to.reply().echoed(String.format("%0100d", i));
            }
            return next == HISTORY ? to.writable() : to.writable().thenCompose(space -> sendFrom(next, to));
        }

        @Override
        public void onEcho(Chat.Echo echo, ChatConnection<String> from) {
            from.reply().echoed(echo.text());
        }

        @Override
        public void onFail(Chat.Fail fail, ChatConnection<String> from) {}
    }

    @Test
    void aBurstOfSmallRepliesReachesAClientThatReads() {
        try (TestClient ann = TestClient.connect(server.uri("/ws/chat/lobby"))) {
            ann.send("{'type':'say','text':'all'}");
            for (int i = 0; i < BURST; i++) {
                ann.expect("{'type':'echoed','text':'" + i + "'}");
            }
            ann.expectNothing();
        }
    }

    @Test
    void aHistoryThatIsLargerThanTheQueueIsSentAtThePaceOfTheClient() {
        try (TestClient ann = TestClient.connect(server.uri("/ws/chat/lobby"))) {
            ann.send("{'type':'typing','on':true}");
            for (int i = 0; i < HISTORY; i++) {
                ann.expect("{'type':'echoed','text':'" + String.format("%0100d", i) + "'}");
            }
            Await.result(Await.next(histories));
            ann.expectNothing();
        }
    }

    @Test
    void aProducerThatWaitsForAClientLearnsOfItsClose() throws IOException {
        try (DeafClient deaf = DeafClient.connect(server, "/ws/chat/lobby")) {
            ChatConnection<String> connection = Await.next(opened);
            connection.reply().echoed("x".repeat(MORE_THAN_SOCKETS_BUFFER));
            CompletionStage<Void> waiting = connection.writable();
            assertThat(connection.close(CloseReason.NORMAL)).isTrue();
            assertThatThrownBy(() -> Await.result(waiting))
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(ConnectionClosedException.class);
            assertThatThrownBy(() -> Await.result(connection.writable()))
                    .hasCauseInstanceOf(ConnectionClosedException.class);
            CompletableFuture<Throwable> seen = new CompletableFuture<>();
            connection.writable().whenComplete((nothing, failure) -> seen.complete(failure));
            assertThat(Await.result(seen)).isInstanceOf(ConnectionClosedException.class); // not wrapped
            assertThat(deaf.isConnected()).isTrue();
        }
    }
}
