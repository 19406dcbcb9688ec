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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that were still queued when the client disconnected. */
@Tag("container")
class MessagesBeforeDisconnectTest {

    /** The executor of handlers. While it is closed, it only queues tasks. */
    private static final class Gate implements Executor {

        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private int running;
        private boolean isClosed;

        @Override
        public synchronized void execute(Runnable task) {
            if (isClosed) {
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
                    onTaskDone();
                }
            });
        }

        private synchronized void onTaskDone() {
            running--;
        }

        synchronized int running() {
            return running;
        }

        synchronized Set<Runnable> waiting() {
            return Set.copyOf(waiting);
        }

        /** Waits for running tasks, and queues all further ones. */
        void close() {
            synchronized (this) {
                isClosed = true;
            }
            Await.until(() -> running() == 0);
        }

        /** Starts all queued tasks except these. */
        synchronized void startAllExcept(Set<Runnable> excluded) {
            List<Runnable> tasks =
                    waiting.stream().filter(task -> !excluded.contains(task)).toList();
            waiting.removeAll(tasks);
            tasks.forEach(this::start);
        }

        synchronized void open() {
            isClosed = false;
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
        bob = joinChat("bob");
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

    private TestClient joinChat(String user) {
        return client(user).expectNothing();
    }

    private static TestClient say(TestClient client, String text) {
        return client.send("{'type':'say','text':'" + text + "'}");
    }

    private static void disconnect(TestClient client, boolean sendsClose) {
        if (sendsClose) {
            client.disconnect();
            client.closeCode();
        } else {
            client.abort();
        }
    }

    /**
     * Waits until the server no longer sends to ann. Not more often than 100 times a second: as long as the client has not
     * closed its socket, the messages fill the queue, and a full queue closes the connection.
     */
    private void awaitDisconnected() {
        Await.until(() -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            return chat.user("ann").announcement("still there?").queued() == 0;
        });
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
    void messagesSentBeforeADisconnectAreHandled(boolean sendsClose) {
        TestClient ann = joinChat("ann");
        service.calls.clear();
        gate.close();
        for (int i = 0; i < 100; i++) {
            say(ann, "word " + i);
        }
        ann.pingServer(); // the messages have arrived
        disconnect(ann, sendsClose);
        awaitDisconnected();
        gate.open();
        for (int i = 0; i < 100; i++) {
            assertThat(nextSaid()).contains("word " + i + "\"");
        }
        Await.until(() -> service.calls.size() == 2);
        assertThat(service.calls).containsExactly("left lobby ann", "closed ann " + (sendsClose ? 1000 : 1006));
        assertThat(chat.room("lobby").size()).isEqualTo(1);
    }

    @Test
    void messagesAreDeliveredEvenIfTheClientDisconnectsImmediately() {
        Set<String> said = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            TestClient ann = client("ann " + i);
            say(ann, "word " + i);
            disconnect(ann, true);
            said.add("word " + i);
        }
        while (!said.isEmpty()) {
            String frame = nextSaid();
            assertThat(said.removeIf(text -> frame.contains(text + "\""))).isTrue();
        }
        Await.until(() -> service.calls.size() == 1_500);
        assertThat(chat.room("lobby").size()).isEqualTo(1);
    }

    @Test
    void messagesAreDeliveredEvenIfTheClientDisconnectsBeforeItIsOpen() {
        gate.close();
        TestClient ann = client("ann");
        say(ann, "in passing");
        disconnect(ann, true);
        gate.open();
        assertThat(nextSaid()).contains("ann", "in passing");
        Await.until(() -> service.calls.size() == 5);
        assertThat(service.calls)
                .containsExactly(
                        "open lobby ann", "join lobby ann", "joined lobby ann", "left lobby ann", "closed ann 1000");
    }

    @Test
    void queuedMessagesAreDroppedWhenTheServerClosesTheConnection() {
        TestClient ann = joinChat("ann");
        String id = chat.connections().stream()
                .filter(connection -> connection.user().equals(Optional.of("ann")))
                .map(ConnectionInfo::id)
                .findFirst()
                .orElseThrow();
        service.calls.clear();
        gate.close();
        say(ann, "too late");
        ann.pingServer(); // the message has arrived
        assertThat(chat.connection(id).close(new CloseReason(4000, "enough")).queued())
                .isEqualTo(1);
        assertThat(ann.closeCodeAndReason()).isEqualTo("4000 enough");
        gate.open();
        Await.until(() -> service.calls.size() == 2);
        assertThat(service.calls).containsExactly("left lobby ann", "closed ann 4000");
        bob.expectNothing();
    }

    @Test
    void disconnectedClientsDoNotCountTowardsMaxConnectionsPerUser() {
        TestClient ann = joinChat("ann");
        gate.close();
        say(ann, "before the page was loaded again");
        ann.pingServer();
        disconnect(ann, true);
        awaitDisconnected();
        Set<Runnable> tasksOfFirst = gate.waiting();
        assertThat(tasksOfFirst).isNotEmpty();
        do { // until the container has reported the disconnect of the first
            service.calls.clear();
            TestClient again = client("ann");
            say(again, "after");
            again.pingServer(); // the message has arrived
            gate.startAllExcept(tasksOfFirst);
            Await.until(() -> service.calls.contains("joined lobby ann") || service.calls.contains("closed ann 1008"));
        } while (service.calls.contains("closed ann 1008"));
        assertThat(nextSaid()).contains("after");
        gate.open();
        assertThat(nextSaid()).contains("before");
    }
}
