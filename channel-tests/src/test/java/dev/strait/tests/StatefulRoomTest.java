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

/** Rooms with a state: made, called one at a time, ticking, called from outside, dropped. */
@Tag("container")
class StatefulRoomTest {

    private static final int INBOX_BYTES = 3_000;

    private final List<TestClient> clients = new ArrayList<>();
    private final AtomicInteger skipped = new AtomicInteger();
    private AdderService game = new AdderService(Duration.ZERO);
    private ChannelHub hub = hub();
    private TestContainer.Started server = start(false);

    private ChannelHub hub() {
        return hub(TestContainer.hub());
    }

    private ChannelHub hub(ChannelHub.Builder builder) {
        return builder.limits(
                        Running.generous().maxHandlerQueueBytes(INBOX_BYTES).build())
                .listener(new ChannelListener() {
                    @Override
                    public void tickSkipped(String channel, String room) {
                        skipped.incrementAndGet();
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

    private void restart(Duration every, boolean isNonBlocking) {
        stop();
        game = new AdderService(every);
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

    private TestClient in(String room, String user) {
        return client("/ws/adder?room=" + room + "&user=" + user).expect("{'type':'$joined','room':'" + room + "'}");
    }

    private AdderRooms<String, AdderService.Sum> rooms() {
        return AdderRooms.of(hub, game);
    }

    private String nextCall() {
        return Await.next(game.calls);
    }

    @Test
    void aStateIsMadeForTheFirstAndDroppedAfterTheLast() {
        TestClient ann = in("red", "ann");
        TestClient bob = in("red", "bob");
        ann.send("{'type':'add','number':2}").expect("{'type':'added','value':2,'$room':'red'}");
        bob.expect("{'type':'added','value':2,'$room':'red'}")
                .send("{'type':'add','number':3}")
                .expect("{'type':'added','value':5,'$room':'red'}");
        ann.leave();
        Await.until(() -> game.calls.contains("closed ann"));
        bob.leave();
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
        in("red", "cat").send("{'type':'add','number':1}").expect("{'type':'added','value':1,'$room':'red'}");
        assertThat(nextCall()).isEqualTo("create red");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void callsOfARoomComeOneAfterTheOther(boolean isNonBlocking) {
        restart(Duration.ofMillis(1), isNonBlocking);
        int members = 8;
        int each = 50;
        List<TestClient> players =
                IntStream.range(0, members).mapToObj(i -> in("red", "user" + i)).toList();
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
    void roomsRunSideBySideAndABusyOneHoldsUpNoOther() {
        TestClient ann = in("red", "ann");
        TestClient bob = in("blue", "bob");
        ann.send("{'type':'wait'}");
        Await.until(() -> game.waiting.get() == 1);
        bob.send("{'type':'add','number':1}").expect("{'type':'added','value':1,'$room':'blue'}");
        game.waits.release();
    }

    @Test
    void messagesOfOneConnectionStayInOrderAcrossItsRooms() {
        TestClient ann = in("red", "ann");
        ann.send("{'type':'$join','room':'blue'}").expect("{'type':'$joined','room':'blue'}");
        TestClient bob = in("red", "bob");
        bob.send("{'type':'wait'}");
        Await.until(() -> game.waiting.get() == 1);
        ann.send("{'type':'add','number':1,'$room':'red'}"); // waits for bob
        ann.send("{'type':'add','number':1,'$room':'blue'}"); // so this does, too
        ann.send("{'type':'$ping'}").expect("{'type':'$pong'}");
        game.waits.release();
        ann.expect("{'type':'added','value':1,'$room':'red'}").expect("{'type':'added','value':1,'$room':'blue'}");
    }

    @Test
    void whatWaitsIsBoundedInSize() {
        TestClient ann = in("red", "ann");
        ann.send("{'type':'wait'}");
        Await.until(() -> game.waiting.get() == 1);
        String add = "{'type':'add','number':1}" + " ".repeat(INBOX_BYTES / 4);
        ann.send(add).send(add).send(add).send(add).expectError("overloaded");
        game.waits.release();
        for (int i = 1; i <= 3; i++) {
            ann.expect("{'type':'added','value':" + i + ",'$room':'red'}");
        }
        String large = "{'type':'add','number':1}" + " ".repeat(INBOX_BYTES);
        ann.send(large).expect("{'type':'added','value':4,'$room':'red'}"); // alone it fits
    }

    @Test
    void aJoinMayBeRefusedByTheState() {
        client("/ws/adder?room=red&user=mallory").expectError("conflict");
        assertThat(nextCall()).isEqualTo("create red");
        assertThat(nextCall()).isEqualTo("emptied red 0");
    }

    @Test
    void aStateThatCannotBeMadeIsAnErrorOfTheServer() {
        client("/ws/adder?room=broken&user=ann").expectError("internal");
    }

    @Test
    void askingWorksAsElsewhere() {
        TestClient ann = in("red", "ann");
        ann.send("{'type':'add','number':4}").expect("{'type':'added','value':4,'$room':'red'}");
        ann.send("{'type':'total','$id':1}").expect("{'type':'total.sum','value':4,'members':0,'$re':1}");
    }

    @Test
    void ticksComeWhileSomebodyIsThereAndOnlyThen() {
        restart(Duration.ofMillis(2), false);
        TestClient ann = in("red", "ann");
        Await.until(() -> game.ticks.get() >= 3);
        assertThat(game.lastElapsed).isPositive();
        ann.leave();
        Await.until(() -> game.calls.contains("closed ann"));
        int ticks = game.ticksOfRooms.getOrDefault("red", 0);
        in("blue", "bob"); // which ticks as often as red could
        Await.until(() -> game.ticksOfRooms.getOrDefault("blue", 0) >= 5);
        assertThat(game.ticksOfRooms).containsEntry("red", ticks);
    }

    @Test
    void ticksRunWhereHandlersDoAndOnNoThreadThatReads() {
        Set<Thread> ofHandlers = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "of handlers");
            ofHandlers.add(thread);
            return thread;
        });
        stop();
        game = new AdderService(Duration.ofMillis(1));
        hub = hub(TestContainer.hub().executor(threads));
        server = start(true);
        TestClient ann = in("red", "ann");
        for (int i = 1; i <= 100; i++) { // read, and handled, by the container's
            ann.send("{'type':'add','number':1}").expect("{'type':'added','value':" + i + ",'$room':'red'}");
        }
        Await.until(() -> game.ticks.get() >= 20);
        assertThat(ofHandlers).containsAll(game.tickThreads);
        stop();
        threads.shutdown();
    }

    @Test
    void aTickThatIsDueDuringAnotherIsSkippedAndCounted() {
        restart(Duration.ofMillis(1), false);
        game.tickGate = new Semaphore(0);
        in("red", "ann");
        Await.until(() -> game.ticks.get() == 1 && skipped.get() >= 3);
        assertThat(game.ticks).hasValue(1);
        game.tickGate.release(1_000_000);
        Await.until(() -> game.ticks.get() >= 3);
        assertThat(game.overlaps).hasValue(0);
    }

    @Test
    void aCallFromOutsideSeesTheStateAndTheMembers() {
        TestClient ann = in("red", "ann");
        TestClient bob = in("red", "bob");
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
    void aCallIntoAnEmptyRoomMakesAStateAndDropsIt() {
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
    void whatACallThrowsIsItsResult() {
        CompletableFuture<Void> failed = rooms().run("red", (sum, members) -> {
                    throw new IllegalArgumentException("no");
                })
                .toCompletableFuture();
        assertThat(failed)
                .failsWithin(Await.TIMEOUT)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rooms().run("no room", (sum, members) -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void emptiedIsCalledWhenTheHubCloses() {
        in("red", "ann").send("{'type':'add','number':3}").expect("{'type':'added','value':3,'$room':'red'}");
        server.close();
        assertThat(game.calls).containsSubsequence("left red ann 3", "emptied red 3", "closed ann");
        assertThat(rooms().call("red", (sum, members) -> sum.value).toCompletableFuture())
                .failsWithin(Await.TIMEOUT)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCallThatWaitsWhenTheHubClosesFailsAndIsNotMadeLater() {
        ExecutorService threads = Executors.newCachedThreadPool(); // which the hub does not end
        stop();
        hub = TestContainer.hub()
                .executor(threads)
                .limits(Running.generous().closeTimeout(Duration.ofMillis(200)).build())
                .build();
        server = start(false);
        in("red", "ann").send("{'type':'wait'}");
        Await.until(() -> game.waiting.get() == 1);
        AtomicInteger made = new AtomicInteger();
        CompletableFuture<Void> waiting =
                rooms().run("red", (sum, members) -> made.incrementAndGet()).toCompletableFuture();
        server.close(); // which does not wait for ever
        assertThat(waiting)
                .failsWithin(Await.TIMEOUT)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(IllegalStateException.class);
        game.waits.release();
        Await.until(() -> game.calls.contains("closed ann")); // after all turns of the room
        assertThat(made).hasValue(0);
        threads.shutdown();
    }

    @Test
    void theServersJoinsAndLeavesReachTheState() {
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
    void aStateStaysWhileSomebodyIsThereOfWhomItHasNotHeardYet() {
        TestClient ann = client("/ws/adder?user=ann");
        TestClient bob = in("red", "bob");
        bob.send("{'type':'add','number':5}").expect("{'type':'added','value':5,'$room':'red'}");
        AdderEmitter adder = AdderEmitter.of(hub);
        Await.until(() -> adder.connections().size() == 2);
        String annsId = adder.connections().stream()
                .filter(connection -> connection.user().orElse("").equals("ann"))
                .map(ConnectionInfo::id)
                .findFirst()
                .orElseThrow();
        bob.send("{'type':'wait'}");
        Await.until(() -> game.waiting.get() == 1);
        assertThat(adder.room("red").join(annsId)).isTrue(); // her turn to be told of comes after bob's
        bob.leave();
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
        in("red", "ann").send("{'type':'add','number':1}").expect("{'type':'added','value':1,'$room':'red'}");
        client("/lucent?user=bob")
                .send("{'type':'join','room':'red'}")
                .send("{'type':'add','number':1}")
                .expect("{'type':'added','value':2}");
        client("/alepha?roomIds=red&user=cat").send("{'type':'add','number':1}").expect("{'type':'added','value':3}");
    }

    @Test
    void aLucentMessageForNoRoomIsRefused() {
        client("/lucent?user=bob")
                .send("{'type':'add','number':1}")
                .expect("{'type':'error','message':'Join a room first.'}");
    }

    @Test
    void oneChannelIsServedByOneObject() {
        ChannelHub other = ChannelHub.create();
        other.add(AdderEndpoint.of(game).path("/one"));
        assertThatThrownBy(() ->
                        other.add(AdderEndpoint.of(new AdderService(Duration.ZERO)).path("/two")))
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
