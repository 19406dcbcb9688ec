package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rooms that keep their state without members. The clock is moved by hand. */
@Tag("container")
class RetentionTest {

    private static final Duration RETENTION = Duration.ofMinutes(1);
    private static final int MAX_ROOMS = 4;

    private final AtomicLong clock = new AtomicLong(1);
    private final AdderService game = new AdderService(Duration.ZERO, RETENTION);
    private final ChannelHub hub = TestContainer.hub()
            .limits(Running.generous().maxRoomsPerNode(MAX_ROOMS).build())
            .timeSource(clock::get)
            .build();
    private final TestContainer.Started server = start();
    private final AdderRooms<String, AdderService.Sum> rooms = AdderRooms.of(hub, game);

    private TestContainer.Started start() {
        hub.add(AdderEndpoint.of(game));
        return TestContainer.startAny(hub);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestClient join(String room, String user) {
        return TestClient.connect(server.uri("/ws/adder?room=" + room + "&user=" + user))
                .expect("{'type':'$joined','room':'" + room + "'}");
    }

    private void addAndLeave(String room, int number) {
        try (TestClient ann = join(room, "ann")) {
            ann.send("{'type':'add','number':" + number + "}").next();
        }
        Await.until(() -> game.calls.contains("closed ann"));
        game.calls.clear();
    }

    private int value(String room) {
        CompletionStage<Integer> value = rooms.call(room, (sum, members) -> sum.value);
        return Await.result(value);
    }

    private void advance(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void membersWhoComeBackFindTheState() {
        addAndLeave("red", 2);
        advance(RETENTION.minusSeconds(1));
        try (TestClient bob = join("red", "bob")) {
            bob.send("{'type':'add','number':3}").expect("{'type':'added','value':5,'$room':'red'}");
            advance(RETENTION.multipliedBy(2));
            bob.send("{'type':'add','number':1}").expect("{'type':'added','value':6,'$room':'red'}");
        }
        assertThat(game.calls).doesNotContain("create red", "emptied red 5");
    }

    @Test
    void callsFindTheStateAndProlongIt() {
        addAndLeave("red", 2);
        for (int i = 0; i < 3; i++) {
            advance(RETENTION.minusSeconds(1));
            assertThat(value("red")).isEqualTo(2);
        }
        assertThat(game.calls).isEmpty();
    }

    @Test
    void theStateIsDiscardedAtTheEnd() {
        addAndLeave("red", 2);
        advance(RETENTION);
        assertThat(Await.next(game.calls)).isEqualTo("emptied red 2");
        assertThat(value("red")).isZero();
        assertThat(Await.next(game.calls)).isEqualTo("create red");
    }

    @Test
    void refusedJoinsDoNotProlongIt() {
        addAndLeave("red", 2);
        advance(RETENTION.minusSeconds(1));
        try (TestClient mallory = TestClient.connect(server.uri("/ws/adder?room=red&user=mallory"))) {
            mallory.expectError("conflict");
            advance(Duration.ofSeconds(1));
            assertThat(Await.next(game.calls)).isEqualTo("emptied red 2");
            mallory.send("{'type':'$join','room':'blue'}").expectError("conflict");
            assertThat(Await.next(game.calls)).isEqualTo("create blue");
            assertThat(Await.next(game.calls)).isEqualTo("emptied blue 0");
        }
    }

    @Test
    void keptRoomsTakeHalfOfAllRooms() {
        for (String room : List.of("a", "b", "c")) {
            value(room);
        }
        assertThat(game.calls).containsExactly("create a", "create b", "create c", "emptied c 0");
    }

    @Test
    void keptRoomsNeverKeepAClientFromJoining() {
        value("a");
        value("b");
        try (TestClient ann = join("a", "ann");
                TestClient bob = join("c", "bob")) {
            ann.send("{'type':'add','number':1}").expect("{'type':'added','value':1,'$room':'a'}");
            bob.send("{'type':'add','number':2}").expect("{'type':'added','value':2,'$room':'c'}");
        }
    }

    @Test
    void closingFromACallInAKeptRoomDoesNotWaitForThatCall() {
        value("red");
        CompletionStage<Boolean> closed = rooms.call("red", (sum, members) -> {
            hub.close(); // waits for the close timeout, which is longer than the test waits, if it waits for this call
            return true;
        });
        assertThat(closed.handle((value, failure) -> true)).satisfies(done -> Await.result(done));
    }

    @Test
    void aRefusedRetentionLeavesTheHubAsItWas() {
        ChannelHub other = TestContainer.hub().build();
        assertThatThrownBy(() -> other.add(AdderEndpoint.of(new AdderService(Duration.ZERO, Duration.ofDays(8)))))
                .isInstanceOf(ChannelDeploymentException.class);
        other.add(AdderEndpoint.of(new AdderService(Duration.ZERO, Duration.ofDays(7))));
        other.close();
    }

    @Test
    void allStatesAreDiscardedWhenTheHubCloses() {
        value("blue");
        addAndLeave("red", 2);
        server.close();
        assertThat(game.calls).containsExactlyInAnyOrder("emptied red 2", "emptied blue 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "P7DT1S"})
    void impossibleTimesAreRefused(String retention) {
        ChannelHub other = TestContainer.hub().build();
        AdderService service = new AdderService(Duration.ZERO, Duration.parse(retention));
        assertThatThrownBy(() -> other.add(AdderEndpoint.of(service)))
                .isInstanceOf(ChannelDeploymentException.class)
                .hasMessageContaining("it must be zero to 7 days");
        other.close();
    }
}
