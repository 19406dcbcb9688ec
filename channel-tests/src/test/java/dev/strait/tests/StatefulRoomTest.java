package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Protocols;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stateful rooms: creation, serial calls, ticks, calls from outside, and disposal. */
@Tag("container")
class StatefulRoomTest {

    private static final int MAX_QUEUE_BYTES = 3_000;

    private final List<TestClient> clients = new ArrayList<>();
    private final AtomicInteger skippedTicks = new AtomicInteger();
    private AdderService game = new AdderService(Duration.ZERO);
    private ChannelHub hub = hub();
    private TestContainer.Started server = start(false);

    private ChannelHub hub() {
        return hub(TestContainer.hub());
    }

    private ChannelHub hub(ChannelHub.Builder builder) {
        return builder.limits(
                        Running.generous().maxHandlerQueueBytes(MAX_QUEUE_BYTES).build())
                .listener(new ChannelListener() {
                    @Override
                    public void tickSkipped(String channel, String room) {
                        skippedTicks.incrementAndGet();
                    }
                })
                .build();
    }

    private TestContainer.Started start(boolean isNonBlocking) {
        AdderEndpoint endpoint = AdderEndpoint.of(game);
        hub.add(isNonBlocking ? endpoint.nonBlocking() : endpoint);
        hub.add(AdderEndpoint.of(game).path("/lucent").protocol(Protocols.lucent()));
        hub.add(AdderEndpoint.of(game).path("/alepha").protocol(Protocols.alepha()));
        return TestContainer.startAny(hub);
    }

    private void restart(Duration tickInterval, boolean isNonBlocking) {
        stop();
        game = new AdderService(tickInterval);
        hub = hub();
        server = start(isNonBlocking);
    }

    @AfterEach
    void stop() {
        clients.forEach(TestClient::close);
        clients.clear();
        server.close();
    }

    private TestClient client(String path) {
        TestClient client = TestClient.connect(server.uri(path));
        clients.add(client);
        return client;
    }

    private TestClient join(String room, String user) {
        return client("/ws/adder?room=" + room + "&user=" + user).expect("{'type':'$joined','room':'" + room + "'}");
    }

    private AdderRooms<String, AdderService.Sum> rooms() {
        return AdderRooms.of(hub, game);
    }

    private String nextCall() {
        return Await.next(game.calls);
    }

    @Test
    void stateIsCreatedForTheFirstMemberAndDroppedAfterTheLast() {
        TestClient ann = join("red", "ann");
        TestClient bob = join("red", "bob");
        ann.send("{'type':'add','number':2}").expect("{'type':'added','value':2,'$room':'red'}");
        bob.expect("{'type':'added','value':2,'$room':'red'}")
                .send("{'type':'add','number':3}")
                .expect("{'type':'added','value':5,'$room':'red'}");
        ann.disconnect();
        Await.until(() -> game.calls.contains("closed ann"));
        bob.disconnect();
        for (String call : List.of(
                "create red",
                "joined red ann",
                "joined red bob",
                "left red ann 5",
                "closed ann",
                "left red bob 5",
                "emptied red 5",
                "closed bob")) {
            assertThat(nextCall()).isEqualTo(call);
        }
        join("red", "cat").send("{'type':'add','number':1}").expect("{'type':'added','value':1,'$room':'red'}");
        assertThat(nextCall()).isEqualTo("create red");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void callsOfARoomDoNotOverlap(boolean isNonBlocking) {
        restart(Duration.ofMillis(1), isNonBlocking);
        int members = 8;
        int each = 50;
        List<TestClient> players = IntStream.range(0, members)
                .mapToObj(i -> join("red", "user" + i))
                .toList();
        for (int i = 0; i < each; i++) {
            players.forEach(player -> player.send("{'type':'add','number':1}"));
            rooms().run("red", (sum, all) -> game.alone(sum, () -> sum.value++));
        }
        int last = 0;
        for (int i = 0; i < members * each; i++) {
            last = players.get(0).nextJson().path("value").asInt();
        }
        assertThat(last).isBetween(members * each, (members + 1) * each);
        assertThat(rooms().call("red", (sum, all) -> sum.value).toCompletableFuture())
                .succeedsWithin(Await.TIMEOUT)
                .isEqualTo((members + 1) * each);
        assertThat(game.overlaps).hasValue(0);
    }

    @Test
    void aBusyRoomDoesNotDelayOtherRooms() {
        TestClient ann = join("red", "ann");
        TestClient bob = join("blue", "bob");
        ann.send("{'type':'wait'}");
        Await.until(() -> game.waiting.get() == 1);
        bob.send("{'type':'add','number':1}").expect("{'type':'added','value':1,'$room':'blue'}");
        game.waits.release();
    }

    @Test
    void messagesOfOneConnectionStayInOrderAcrossItsRooms() {
        TestClient ann = join("red", "ann");
        ann.send("{'type':'$join','room':'blue'}").expect("{'type':'$joined','room':'blue'}");
        TestClient bob = join("red", "bob");
        bob.send("{'type':'wait'}");
        Await.until(() -> game.waiting.get() == 1);
        ann.send("{'type':'add','number':1,'$room':'red'}"); // waits for bob's
        ann.send("{'type':'add','number':1,'$room':'blue'}"); // so this one waits, too
        ann.send("{'type':'$ping'}").expect("{'type':'$pong'}");
        game.waits.release();
        ann.expect("{'type':'added','value':1,'$room':'red'}").expect("{'type':'added','value':1,'$room':'blue'}");
    }

    @Test
    void theHandlerQueueIsLimitedInBytes() {
        stop();
        game = new AdderService(Duration.ZERO);
        hub = hub(TestContainer.refusingHub());
        server = start(false);
        TestClient ann = join("red", "ann");
        ann.send("{'type':'wait'}");
        Await.until(() -> game.waiting.get() == 1);
        String add = "{'type':'add','number':1}" + " ".repeat(MAX_QUEUE_BYTES / 4);
        ann.send(add).send(add).send(add).send(add).expectError("overloaded");
        game.waits.release();
        for (int i = 1; i <= 3; i++) {
            ann.expect("{'type':'added','value':" + i + ",'$room':'red'}");
        }
        String large = "{'type':'add','number':1}" + " ".repeat(MAX_QUEUE_BYTES);
        ann.send(large).expect("{'type':'added','value':4,'$room':'red'}"); // accepted, because the queue is empty
    }

    @Test
    void roomsCanRefuseJoins() {
        client("/ws/adder?room=red&user=mallory").expectError("conflict");
        assertThat(nextCall()).isEqualTo("create red");
        assertThat(nextCall()).isEqualTo("emptied red 0");
    }

    @Test
    void failedCreationOfAStateIsAnInternalError() {
        client("/ws/adder?room=broken&user=ann").expectError("internal");
    }

    @Test
    void asksAreAnswered() {
        TestClient ann = join("red", "ann");
        ann.send("{'type':'add','number':4}").expect("{'type':'added','value':4,'$room':'red'}");
        ann.send("{'type':'total','$id':1}").expect("{'type':'total.sum','value':4,'members':0,'$re':1}");
    }

    @Test
    void roomsTickOnlyWhileTheyHaveMembers() {
        restart(Duration.ofMillis(2), false);
        TestClient ann = join("red", "ann");
        Await.until(() -> game.ticks.get() >= 3);
        assertThat(game.lastElapsed).isPositive();
        ann.disconnect();
        Await.until(() -> game.calls.contains("closed ann"));
        int ticks = game.ticksOfRooms.getOrDefault("red", 0);
        join("blue", "bob"); // ticks at the same rate as red
        Await.until(() -> game.ticksOfRooms.getOrDefault("blue", 0) >= 5);
        assertThat(game.ticksOfRooms).containsEntry("red", ticks);
    }

    @Test
    void ticksRunOnTheExecutorOfHandlers() {
        Set<Thread> handlerThreads = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "handler");
            handlerThreads.add(thread);
            return thread;
        });
        stop();
        game = new AdderService(Duration.ofMillis(1));
        hub = hub(TestContainer.hub().executor(threads));
        server = start(true);
        TestClient ann = join("red", "ann");
        for (int i = 1; i <= 100; i++) { // read and handled on the container's threads
            ann.send("{'type':'add','number':1}").expect("{'type':'added','value':" + i + ",'$room':'red'}");
        }
        Await.until(() -> game.ticks.get() >= 20);
        assertThat(handlerThreads).containsAll(game.tickThreads);
        stop();
        threads.shutdown();
    }

    @Test
    void overlappingTicksAreSkippedAndReported() {
        restart(Duration.ofMillis(1), false);
        game.tickGate = new Semaphore(0);
        join("red", "ann");
        Await.until(() -> game.ticks.get() == 1 && skippedTicks.get() >= 3);
        assertThat(game.ticks).hasValue(1);
        game.tickGate.release(1_000_000);
        Await.until(() -> game.ticks.get() >= 3);
        assertThat(game.overlaps).hasValue(0);
    }

    @Test
    void callsFromOutsideSeeTheStateAndTheMembers() {
        TestClient ann = join("red", "ann");
        TestClient bob = join("red", "bob");
        String id = hub.channel(AdderCodec.CONTRACT).connections().get(0).id();
        CompletableFuture<List<String>> names = rooms().call("red", (sum, members) -> {
                    sum.value = 7;
                    members.toRoom().added(sum.value);
                    members.find(id).orElseThrow().reply().added(8);
                    assertThat(members.size()).isEqualTo(2);
                    assertThat(members.room()).isEqualTo("red");
                    return members.all().stream()
                            .map(AdderConnection::state)
                            .sorted()
                            .toList();
                })
                .toCompletableFuture();
        assertThat(names).succeedsWithin(Await.TIMEOUT).isEqualTo(List.of("ann", "bob"));
        ann.expect("{'type':'added','value':7,'$room':'red'}");
        bob.expect("{'type':'added','value':7,'$room':'red'}");
    }

    @Test
    void callsOnAnEmptyRoomCreateAndDropAState() {
        assertThat(rooms().call("red", (sum, members) -> sum.value = 9).toCompletableFuture())
                .succeedsWithin(Await.TIMEOUT)
                .isEqualTo(9);
        assertThat(nextCall()).isEqualTo("create red");
        assertThat(nextCall()).isEqualTo("emptied red 9");
        assertThat(rooms().call("red", (sum, members) -> sum.value).toCompletableFuture())
                .succeedsWithin(Await.TIMEOUT)
                .isEqualTo(0);
    }

    @Test
    void exceptionsOfACallFailItsResult() {
        CompletableFuture<Void> failed = rooms().run("red", (sum, members) -> {
                    throw new IllegalArgumentException("no");
                })
                .toCompletableFuture();
        assertThat(failed)
                .failsWithin(Await.TIMEOUT)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rooms().run(" no room", (sum, members) -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void emptiedIsCalledWhenTheHubCloses() {
        join("red", "ann").send("{'type':'add','number':3}").expect("{'type':'added','value':3,'$room':'red'}");
        server.close();
        assertThat(game.calls).containsSubsequence("left red ann 3", "emptied red 3", "closed ann");
        assertThat(rooms().call("red", (sum, members) -> sum.value).toCompletableFuture())
                .failsWithin(Await.TIMEOUT)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void queuedCallsFailWhenTheHubClosesAndNeverRun() {
        ExecutorService threads = Executors.newCachedThreadPool(); // the hub does not shut it down
        stop();
        hub = TestContainer.hub()
                .executor(threads)
                .limits(Running.generous().closeTimeout(Duration.ofMillis(200)).build())
                .build();
        server = start(false);
        join("red", "ann").send("{'type':'wait'}");
        Await.until(() -> game.waiting.get() == 1);
        AtomicInteger executed = new AtomicInteger();
        CompletableFuture<Void> waiting =
                rooms().run("red", (sum, members) -> executed.incrementAndGet()).toCompletableFuture();
        server.close(); // does not wait forever
        assertThat(waiting)
                .failsWithin(Await.TIMEOUT)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(IllegalStateException.class);
        game.waits.release();
        Await.until(() -> game.calls.contains("closed ann")); // the last task of the room
        assertThat(executed).hasValue(0);
        threads.shutdown();
    }

    @Test
    void joinsAndLeavesByTheServerReachTheState() {
        client("/ws/adder?user=ann");
        AdderEmitter adder = AdderEmitter.of(hub);
        Await.until(() -> adder.connections().size() == 1);
        String id = adder.connections().get(0).id();
        assertThat(adder.room("red").join(id)).isTrue();
        Await.until(() -> game.calls.contains("joined red ann"));
        assertThat(adder.room("red").leave(id)).isTrue();
        Await.until(() -> game.calls.contains("emptied red 0"));
    }

    @Test
    void stateIsKeptForMembersWhoseJoinIsStillQueued() {
        TestClient ann = client("/ws/adder?user=ann");
        TestClient bob = join("red", "bob");
        bob.send("{'type':'add','number':5}").expect("{'type':'added','value':5,'$room':'red'}");
        AdderEmitter adder = AdderEmitter.of(hub);
        Await.until(() -> adder.connections().size() == 2);
        String annId = adder.connections().stream()
                .filter(connection -> connection.user().orElse("").equals("ann"))
                .map(ConnectionInfo::id)
                .findFirst()
                .orElseThrow();
        bob.send("{'type':'wait'}");
        Await.until(() -> game.waiting.get() == 1);
        assertThat(adder.room("red").join(annId)).isTrue(); // joined() is queued behind bob's message
        bob.disconnect();
        bob.closeCode();
        game.waits.release();
        Await.until(() -> game.calls.contains("joined red ann") && game.calls.contains("closed bob"));
        ann.expect("{'type':'$joined','room':'red'}")
                .send("{'type':'add','number':1}")
                .expect("{'type':'added','value':6,'$room':'red'}");
        assertThat(game.calls).doesNotContain("emptied red 5");
    }

    @Test
    void clientsOfAllProtocolsShareTheState() {
        join("red", "ann").send("{'type':'add','number':1}").expect("{'type':'added','value':1,'$room':'red'}");
        client("/lucent?user=bob")
                .send("{'type':'join','room':'red'}")
                .send("{'type':'add','number':1}")
                .expect("{'type':'added','value':2}");
        client("/alepha?roomIds=red&user=cat").send("{'type':'add','number':1}").expect("{'type':'added','value':3}");
    }

    @Test
    void lucentMessagesWithoutARoomAreRejected() {
        client("/lucent?user=bob")
                .send("{'type':'add','number':1}")
                .expect("{'type':'error','message':'Join a room first.'}");
    }

    @Test
    void aStatefulChannelMustBeServedByOneRoomInstance() {
        ChannelHub other = ChannelHub.create();
        other.add(AdderEndpoint.of(game).path("/one"));
        assertThatThrownBy(() -> other.add(
                        AdderEndpoint.of(new AdderService(Duration.ZERO)).path("/two")))
                .isInstanceOf(ChannelDeploymentException.class)
                .hasMessageContaining("share its rooms");
        assertThatThrownBy(() -> other.add(AdderEndpoint.of(new Handler()).path("/three")))
                .isInstanceOf(ChannelDeploymentException.class)
                .hasMessageContaining("share its rooms");
        assertThatThrownBy(() -> AdderRooms.of(other, new AdderService(Duration.ZERO)))
                .isInstanceOf(ChannelDeploymentException.class);
        other.close();
    }

    private static final class Handler implements AdderHandler<String> {
        @Override
        public String open(Handshake handshake) {
            return "";
        }

        @Override
        public void onAdd(Adder.Add add, AdderConnection<String> from) {}

        @Override
        public void onWait(Adder.Wait wait, AdderConnection<String> from) {}

        @Override
        public Adder.Total.Sum onTotal(Adder.Total total, AdderConnection<String> from) {
            return new Adder.Total.Sum(0, 0);
        }
    }
}
