package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Excess;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Protocols;
import dev.strait.runtime.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alepha's pages reconnect for ever unless a handshake that the handler refuses has an HTTP status. */
class EmbeddedAlephaRefusalTest {

    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    private final CompletableFuture<Boolean> mayReturn = new CompletableFuture<>();
    private final BlockingQueue<String> refused = new LinkedBlockingQueue<>();

    /** Refuses users by their names. */
    private final class Door implements AlephaChatHandler<String> {

        @Override
        public String open(Handshake handshake) {
            String user = handshake.query("user").orElse("ann");
            calls.add("open " + user);
            switch (user) {
                case "stranger" -> throw Refusal.unauthenticated("Who are you?");
                case "mallory" -> throw Refusal.forbidden("Not you.");
                case "crowd" -> throw Refusal.overloaded("Later.");
                case "odd" -> throw Refusal.conflict("No.");
                case "broken" -> throw new IllegalStateException("a secret");
                case "slow" -> Await.result(mayReturn);
                default -> {}
            }
            return user;
        }

        @Override
        public Optional<String> user(String state, Handshake handshake) {
            if (state.equals("nameless")) {
                throw Refusal.unauthenticated("No name.");
            }
            return Optional.of(state.equals("quick") ? "slow" : state); // one user with two connections
        }

        @Override
        public void closed(AlephaChatConnection<String> connection, CloseReason reason) {
            calls.add("closed " + connection.state() + " " + reason.code());
        }

        @Override
        public void onSay(AlephaChat.Say say, AlephaChatConnection<String> from) {
            from.reply().append(say.content(), from.user().orElse(""));
        }
    }

    private final TestContainer.Started server = start();

    private TestContainer.Started start() {
        ChannelHub hub = ChannelHub.builder()
                .limits(Running.generous().build())
                .listener(new ChannelListener() {
                    @Override
                    public void refused(ConnectionInfo connection, String code) {
                        refused.add(connection.channel() + " " + code);
                    }
                })
                .build();
        hub.add(AlephaChatEndpoint.of(new Door())
                .protocol(Protocols.alepha())
                .maxConnectionsPerUser(1, Excess.CLOSE_OLDEST));
        return new EmbeddedContainer().start(hub);
    }

    @AfterEach
    void stop() {
        mayReturn.complete(true);
        server.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(Await.TIMEOUT_MILLIS);
        return socket;
    }

    private Socket handshake(String user) throws IOException {
        Socket socket = connect();
        socket.getOutputStream().write(TestFrames.handshake("/ws/alepha-chat?user=" + user));
        return socket;
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({
        "stranger, 401, unauthenticated",
        "mallory, 403, forbidden",
        "crowd, 503, overloaded",
        "odd, 403, conflict",
        "broken, 500, internal",
    })
    void aRefusedOpenIsTheStatusOfTheHandshake(String user, String status, String code) throws IOException {
        try (Socket socket = handshake(user)) {
            assertThat(rest(socket)).startsWith("HTTP/1.1 " + status + " ").doesNotContain("secret");
        }
        assertThat(Await.next(refused)).endsWith(" " + code);
        assertThat(calls).containsExactly("open " + user);
    }

    @Test
    void aRefusedUserIsTooAndTheHandlerHearsOfTheEnd() throws IOException {
        try (Socket socket = handshake("nameless")) {
            assertThat(rest(socket)).startsWith("HTTP/1.1 401 ");
        }
        assertThat(Await.next(calls)).isEqualTo("open nameless");
        assertThat(Await.next(calls)).isEqualTo("closed nameless 1006");
    }

    @Test
    void anAcceptedClientIsOpenedOnce() {
        try (TestClient ann = TestClient.connect(server.uri("/ws/alepha-chat?user=ann"))) {
            ann.send("{'content':'hi'}").expect("{'type':'append','content':'hi','username':'ann'}");
        }
        assertThat(Await.next(calls)).isEqualTo("open ann");
        assertThat(Await.next(calls)).startsWith("closed ann");
    }

    @Test
    void theHandlerHearsOfTheEndOfAClientThatHasGoneMeanwhile() throws IOException {
        Socket socket = handshake("slow");
        assertThat(Await.next(calls)).isEqualTo("open slow");
        socket.setSoLinger(true, 0); // resets the connection
        socket.close();
        mayReturn.complete(true);
        assertThat(Await.next(calls)).startsWith("closed slow");
    }

    @Test
    void aHandshakeThatBeganFirstIsTheOldestAlthoughItIsAcceptedLast() {
        CompletableFuture<TestClient> older =
                CompletableFuture.supplyAsync(() -> TestClient.connect(server.uri("/ws/alepha-chat?user=slow")));
        assertThat(Await.next(calls)).isEqualTo("open slow");
        try (TestClient newer = TestClient.connect(server.uri("/ws/alepha-chat?user=quick"))) {
            newer.send("{'content':'1'}").expect("{'type':'append','content':'1','username':'slow'}");
            mayReturn.complete(true);
            try (TestClient replaced = Await.result(older)) {
                assertThat(replaced.closeCode()).isEqualTo(1008);
            }
            newer.send("{'content':'2'}").expect("{'type':'append','content':'2','username':'slow'}");
        }
    }

    @Test
    void framesThatFollowTheHandshakeAreHandled() throws IOException {
        try (Socket socket = connect()) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.write(TestFrames.handshake("/ws/alepha-chat?user=slow"));
            both.write(TestFrames.masked("{\"content\":\"hi\"}"));
            socket.getOutputStream().write(both.toByteArray());
            assertThat(Await.next(calls)).isEqualTo("open slow");
            mayReturn.complete(true);
            StringBuilder received = new StringBuilder();
            while (received.indexOf("\"username\":\"slow\"}") < 0) {
                received.append((char) socket.getInputStream().read());
            }
            assertThat(received).startsWith("HTTP/1.1 101 ");
        }
    }

    @Test
    void aRequestThatFollowsTheHandshakeIsNoRequestAnyMore() throws IOException {
        try (Socket socket = connect()) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.write(TestFrames.handshake("/ws/alepha-chat?user=slow"));
            both.write(TestFrames.handshake("/ws/alepha-chat?user=ann"));
            socket.getOutputStream().write(both.toByteArray());
            assertThat(Await.next(calls)).isEqualTo("open slow");
            mayReturn.complete(true);
            assertThat(rest(socket)).containsOnlyOnce("HTTP/1.1 ");
            assertThat(Await.next(calls)).startsWith("closed slow");
            assertThat(calls).isEmpty();
        }
    }

    @Test
    @SuppressWarnings("try") // the client is only there
    void theHubWaitsForTheHandlerWhenItCloses() throws Exception {
        try (Socket socket = handshake("slow")) {
            assertThat(Await.next(calls)).isEqualTo("open slow");
            CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
            Await.until(this::hasBegunToStop);
            mayReturn.complete(true);
            Await.result(closed);
            assertThat(calls).filteredOn(call -> call.startsWith("closed slow")).hasSize(1);
        }
    }

    private boolean hasBegunToStop() {
        try (Socket stranger = handshake("stranger")) {
            return rest(stranger).startsWith("HTTP/1.1 503 ");
        } catch (IOException notListening) {
            return true;
        }
    }

    @Test
    void aClientThatEndsItsSideMeanwhileIsAnsweredAndClosed() throws IOException {
        try (Socket socket = handshake("slow")) {
            assertThat(Await.next(calls)).isEqualTo("open slow");
            socket.shutdownOutput();
            mayReturn.complete(true);
            assertThat(rest(socket)).startsWith("HTTP/1.1 101 ");
            assertThat(Await.next(calls)).isEqualTo("closed slow 1006");
        }
    }
}
