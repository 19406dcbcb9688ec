package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients join, leave and send, the server joins and removes them, services call, and rooms tick. In any order, the calls
 * of a room do not overlap, and no update of a state is lost.
 */
@Tag("container")
class StatefulRoomStormTest {

    private static final int CLIENTS = 12;
    private static final int STEPS = 200;
    private static final List<String> ROOMS = List.of("red", "blue", "green");

    private final AdderService game = new AdderService(Duration.ofMillis(1));
    private final AtomicLong called = new AtomicLong();

    private void play(ChannelHub hub, TestClient client, int seed) {
        AdderEmitter adder = AdderEmitter.of(hub);
        AdderRooms<String, AdderService.Sum> rooms = AdderRooms.of(hub, game);
        Random random = new Random(seed);
        List<CompletableFuture<Void>> calls = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            String room = ROOMS.get(random.nextInt(ROOMS.size()));
            switch (random.nextInt(6)) {
                case 0, 1 -> client.send("{'type':'$join','room':'" + room + "'}");
                case 2 -> client.send("{'type':'$leave','room':'" + room + "'}");
                case 3 -> client.send("{'type':'add','number':1,'$room':'" + room + "'}");
                case 4 -> {
                    called.incrementAndGet();
                    calls.add(rooms.run(room, (sum, members) -> game.alone(sum, () -> sum.value++))
                            .toCompletableFuture());
                }
                default ->
                    adder.connections().stream()
                            .skip(random.nextInt(CLIENTS))
                            .findFirst()
                            .ifPresent(other -> {
                                if (!adder.room(room).leave(other.id())) {
                                    adder.room(room).join(other.id());
                                }
                            });
            }
        }
        calls.forEach(Await::result);
        List<String> received = receiveAll(client);
        client.disconnect();
        client.closeCode();
        if (!TestContainer.reordersAfterClose()) {
            received.addAll(client.drainFrames());
        }
        for (String room : ROOMS) {
            assertThat(joinsAndLeaves(received, room))
                    .as("events of client %s for %s", seed, room)
                    .matches("((joined )+left )*(joined )*");
        }
    }

    /** Returns all frames until the server has handled everything that the client sent. */
    private static List<String> receiveAll(TestClient client) {
        client.send("{'type':'$hello'}");
        List<String> received = new ArrayList<>();
        String last = client.next();
        while (!last.contains("$ready")) {
            received.add(last);
            last = client.next();
        }
        return received;
    }

    /** Returns the joins and leaves of a room that a client received. It may receive a join twice. */
    private static String joinsAndLeaves(List<String> frames, String room) {
        StringBuilder events = new StringBuilder();
        for (String frame : frames) {
            if (frame.endsWith("\"room\":\"" + room + "\"}")) {
                events.append(frame.contains("$left") ? "left " : frame.contains("$joined") ? "joined " : "");
            }
        }
        return events.toString();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true, false, true})
    void callsDoNotOverlapAndNoUpdateIsLost(boolean isNonBlocking) throws Exception {
        ChannelHub hub = TestContainer.hub()
                .limits(Running.generous()
                        .maxJoinsPerSecond(100_000)
                        .maxHandlerQueueMessages(100_000)
                        .build())
                .build();
        AdderEndpoint endpoint = AdderEndpoint.of(game);
        hub.add(isNonBlocking ? endpoint.nonBlocking() : endpoint);
        ExecutorService players = Executors.newFixedThreadPool(CLIENTS);
        try (TestContainer.Started server = TestContainer.startAny(hub)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int seed = i;
                TestClient client = TestClient.connect(server.uri("/ws/adder?user=" + i));
                all.add(players.submit(() -> play(hub, client, seed)));
            }
            for (Future<?> player : all) {
                player.get(300, TimeUnit.SECONDS);
            }
            Await.until(() -> count("closed") == CLIENTS);
            Await.until(() -> count("create") == count("emptied")); // emptied() may follow the result of the last call
        } finally {
            players.shutdown();
        }
        assertThat(game.overlaps).hasValue(0);
        assertThat(count("joined")).isEqualTo(count("left")).isPositive();
        assertThat(game.added.get()).isPositive();
        for (String room : ROOMS) {
            assertThat(history("create", "emptied", room))
                    .as("lifecycle of %s", room)
                    .matches("(create emptied )+");
            for (int i = 0; i < CLIENTS; i++) {
                assertThat(history("joined", "left", room + " " + i))
                        .as("memberships of %s in %s", i, room)
                        .matches("(joined left )*");
            }
        }
        assertThat(game.saved.get()).isEqualTo(game.added.get() + called.get());
    }

    private long count(String call) {
        return game.calls.stream().filter(line -> line.startsWith(call)).count();
    }

    /** Returns the begin and end events of a room, or of a client in it. */
    private String history(String begin, String end, String subject) {
        StringBuilder history = new StringBuilder();
        for (String call : game.calls) {
            String event = call.substring(0, call.indexOf(' '));
            boolean isOfSubject = (call + " ").startsWith(event + " " + subject + " ");
            if (isOfSubject && (event.equals(begin) || event.equals(end))) {
                history.append(event).append(' ');
            }
        }
        return history.toString();
    }
}
