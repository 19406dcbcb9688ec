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
 * Clients come into rooms and go, add, are put in and out by the server, services call, and rooms tick: whatever the
 * order, no two calls of a room overlap, and nothing that was added to a state is lost with it.
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
        List<String> heard = hearAll(client);
        client.leave();
        client.closeCode();
        if (!TestContainer.mixesUpAfterGoodbye()) {
            heard.addAll(client.rest());
        }
        for (String room : ROOMS) {
            assertThat(visits(heard, room))
                    .as("what %s heard of %s", seed, room)
                    .matches("((joined )+left )*(joined )*");
        }
    }

    /** What has come until the server has come to all that the client sent. */
    private static List<String> hearAll(TestClient client) {
        client.send("{'type':'$hello'}");
        List<String> heard = new ArrayList<>();
        String last = client.next();
        while (!last.contains("$ready")) {
            heard.add(last);
            last = client.next();
        }
        return heard;
    }

    /** What a client was told of a room, of which it may be told twice that it is in it. */
    private static String visits(List<String> frames, String room) {
        StringBuilder visits = new StringBuilder();
        for (String frame : frames) {
            if (frame.endsWith("\"room\":\"" + room + "\"}")) {
                visits.append(frame.contains("$left") ? "left " : frame.contains("$joined") ? "joined " : "");
            }
        }
        return visits.toString();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true, false, true})
    void nothingOverlapsAndNothingIsLost(boolean isNonBlocking) throws Exception {
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
            Await.until(() -> count("create") == count("emptied")); // a last call's comes after its result
        } finally {
            players.shutdown();
        }
        assertThat(game.overlaps).hasValue(0);
        assertThat(count("joined")).isEqualTo(count("left")).isPositive();
        assertThat(game.added.get()).isPositive();
        for (String room : ROOMS) {
            assertThat(history("create", "emptied", room))
                    .as("lives of %s", room)
                    .matches("(create emptied )+");
            for (int i = 0; i < CLIENTS; i++) {
                assertThat(history("joined", "left", room + " " + i))
                        .as("visits of %s to %s", i, room)
                        .matches("(joined left )*");
            }
        }
        assertThat(game.saved.get()).isEqualTo(game.added.get() + called.get());
    }

    private long count(String call) {
        return game.calls.stream().filter(line -> line.startsWith(call)).count();
    }

    /** What was told of a room, or of a client in it. */
    private String history(String begin, String end, String whom) {
        StringBuilder history = new StringBuilder();
        for (String call : game.calls) {
            String what = call.substring(0, call.indexOf(' '));
            boolean isOfWhom = (call + " ").startsWith(what + " " + whom + " ");
            if (isOfWhom && (what.equals(begin) || what.equals(end))) {
                history.append(what).append(' ');
            }
        }
        return history.toString();
    }
}
