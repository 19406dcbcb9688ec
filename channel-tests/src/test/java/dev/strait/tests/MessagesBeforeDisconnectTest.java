package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what a client sent before it went, where the handler had not come to it yet. */
@Tag("container")
class MessagesBeforeDisconnectTest {

    /** Where handlers run, unless it is shut. */
    private static final class Gate implements Executor {

        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private int running;
        private boolean isShut;

        @Override
        public synchronized void execute(Runnable task) {
            if (isShut) {
                waiting.add(task);
            } else {
                start(task);
            }
        }

        private void start(Runnable task) {
            running++;
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    ended();
                }
            });
        }

        private synchronized void ended() {
            running--;
        }

        synchronized int running() {
            return running;
        }

        synchronized Set<Runnable> waiting() {
            return Set.copyOf(waiting);
        }

        /** From here on nothing of handlers runs. */
        void shut() {
            synchronized (this) {
                isShut = true;
            }
            Await.until(() -> running() == 0);
        }

        /** Lets through all tasks but these. */
        synchronized void letAllBut(Set<Runnable> held) {
            List<Runnable> tasks =
                    waiting.stream().filter(task -> !held.contains(task)).toList();
            waiting.removeAll(tasks);
            tasks.forEach(this::start);
        }

        synchronized void open() {
            isShut = false;
            waiting.forEach(this::start);
            waiting.clear();
        }
    }

    private final Gate gate = new Gate();
    private final ChatService service = new ChatService();
    private final List<TestClient> clients = new ArrayList<>();
    private final ChannelHub hub = TestContainer.hub()
            .limits(Running.generous().build())
            .executor(gate)
            .build();
    private final ChatEmitter chat = ChatEmitter.of(hub);
    private final TestContainer.Started server = start();
    private TestClient bob;

    private TestContainer.Started start() {
        hub.add(ChatEndpoint.of(service).maxConnectionsPerUser(1));
        return TestContainer.startAny(hub);
    }

    @BeforeEach
    void joinBob() {
        bob = chatting("bob");
        service.calls.clear();
    }

    @AfterEach
    void stop() {
        gate.open();
        clients.forEach(TestClient::close);
        server.close();
        gate.threads.shutdown();
    }

    private TestClient client(String user) {
        TestClient client = TestClient.connect(server.uri("/ws/chat/lobby?user=" + user.replace(' ', '-')));
        clients.add(client);
        return client;
    }

    private TestClient chatting(String user) {
        return client(user).expectNothing();
    }

    private static TestClient say(TestClient client, String text) {
        return client.send("{'type':'say','text':'" + text + "'}");
    }

    private static void go(TestClient client, boolean isPolite) {
        if (isPolite) {
            client.leave();
            client.closeCode();
        } else {
            client.abort();
        }
    }

    /** Waits until the server knows that there is nobody any more to tell ann anything. */
    private void awaitGone() {
        Await.until(() -> chat.user("ann").announcement("still there?").queued() == 0);
    }

    private String nextSaid() {
        while (true) {
            String frame = bob.next();
            if (frame.contains("\"type\":\"said\"")) {
                return frame;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatAClientSentBeforeItWentIsHandled(boolean isPolite) {
        TestClient ann = chatting("ann");
        service.calls.clear();
        gate.shut();
        for (int i = 0; i < 100; i++) {
            say(ann, "word " + i);
        }
        ann.pingServer(); // it has come
        go(ann, isPolite);
        awaitGone();
        gate.open();
        for (int i = 0; i < 100; i++) {
            assertThat(nextSaid()).contains("word " + i + "\"");
        }
        Await.until(() -> service.calls.size() == 2);
        assertThat(service.calls).containsExactly("left lobby ann", "closed ann " + (isPolite ? 1000 : 1006));
        assertThat(chat.room("lobby").size()).isEqualTo(1);
    }

    @Test
    void whoSaysOneThingAndGoesIsHeardHoweverQuickly() {
        Set<String> said = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            TestClient ann = client("ann " + i);
            say(ann, "word " + i);
            go(ann, true);
            said.add("word " + i);
        }
        while (!said.isEmpty()) {
            String frame = nextSaid();
            assertThat(said.removeIf(word -> frame.contains(word + "\""))).isTrue();
        }
        Await.until(() -> service.calls.size() == 1_500);
        assertThat(chat.room("lobby").size()).isEqualTo(1);
    }

    @Test
    void oneThatGoesBeforeItIsLetInIsHeardAsWell() {
        gate.shut();
        TestClient ann = client("ann");
        say(ann, "in passing");
        go(ann, true);
        gate.open();
        assertThat(nextSaid()).contains("ann", "in passing");
        Await.until(() -> service.calls.size() == 5);
        assertThat(service.calls)
                .containsExactly(
                        "open lobby ann", "join lobby ann", "joined lobby ann", "left lobby ann", "closed ann 1000");
    }

    @Test
    void whatWaitsIsNotHandledOnceTheServerHasClosed() {
        TestClient ann = chatting("ann");
        String id = chat.connections().stream()
                .filter(connection -> connection.user().equals(Optional.of("ann")))
                .map(ConnectionInfo::id)
                .findFirst()
                .orElseThrow();
        service.calls.clear();
        gate.shut();
        say(ann, "too late");
        ann.pingServer(); // it has come
        assertThat(chat.connection(id).close(new CloseReason(4000, "enough"))).isTrue();
        assertThat(ann.closing()).isEqualTo("4000 enough");
        gate.open();
        Await.until(() -> service.calls.size() == 2);
        assertThat(service.calls).containsExactly("left lobby ann", "closed ann 4000");
        bob.expectNothing();
    }

    @Test
    void oneThatIsGoneDoesNotCountAgainstItsUser() {
        TestClient ann = chatting("ann");
        gate.shut();
        say(ann, "before the page was loaded again");
        ann.pingServer();
        go(ann, true);
        awaitGone();
        Set<Runnable> ofTheFirst = gate.waiting();
        assertThat(ofTheFirst).isNotEmpty();
        do { // until the container has told that the first is gone
            service.calls.clear();
            TestClient again = client("ann");
            say(again, "after");
            again.pingServer(); // it has come
            gate.letAllBut(ofTheFirst);
            Await.until(() -> service.calls.contains("joined lobby ann") || service.calls.contains("closed ann 1008"));
        } while (service.calls.contains("closed ann 1008"));
        assertThat(nextSaid()).contains("after");
        gate.open();
        assertThat(nextSaid()).contains("before");
    }
}
