package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rooms that keep their state without members. */
class RetentionTest {

    private static final Duration RETENTION = Duration.ofMinutes(1);
    private static final int MAX_ROOMS = 4;

    private final AdderService game = new AdderService(Duration.ZERO, RETENTION);
    private final AdderTestKit kit =
            AdderTestKit.of(game, settings -> settings.limits(limits -> limits.maxRoomsPerNode(MAX_ROOMS)));
    private final AdderRooms<String, AdderService.Sum> rooms = AdderRooms.of(kit.hub(), game);

    @AfterEach
    void stop() {
        kit.close();
    }

    private FrameClient connect(String room, String user) {
        return new FrameClient(kit.connect(room, who -> who.query("user", user).plain()));
    }

    private FrameClient join(String room, String user) {
        return connect(room, user).expect("{'type':'$joined','room':'" + room + "'}");
    }

    private void addAndLeave(String room, int number) {
        FrameClient ann = join(room, "ann");
        ann.send("{'type':'add','number':" + number + "}").next();
        ann.disconnect();
        assertThat(game.calls).contains("closed ann");
        game.calls.clear();
    }

    private int value(String room) {
        return rooms.call(room, (sum, members) -> sum.value)
                .toCompletableFuture()
                .join();
    }

    @Test
    void membersWhoComeBackFindTheState() {
        addAndLeave("red", 2);
        kit.advance(RETENTION.minusSeconds(1));
        FrameClient bob = join("red", "bob");
        bob.send("{'type':'add','number':3}").expect("{'type':'added','value':5,'$room':'red'}");
        kit.advance(RETENTION.multipliedBy(2));
        bob.send("{'type':'add','number':1}").expect("{'type':'added','value':6,'$room':'red'}");
        assertThat(game.calls).doesNotContain("create red", "emptied red 5");
    }

    @Test
    void callsFindTheStateAndProlongIt() {
        addAndLeave("red", 2);
        for (int i = 0; i < 3; i++) {
            kit.advance(RETENTION.minusSeconds(1));
            assertThat(value("red")).isEqualTo(2);
        }
        assertThat(game.calls).isEmpty();
    }

    @Test
    void theStateIsDiscardedAtTheEnd() {
        addAndLeave("red", 2);
        kit.advance(RETENTION);
        assertThat(Await.next(game.calls)).isEqualTo("emptied red 2");
        assertThat(value("red")).isZero();
        assertThat(Await.next(game.calls)).isEqualTo("create red");
    }

    @Test
    void refusedJoinsDoNotProlongIt() {
        addAndLeave("red", 2);
        kit.advance(RETENTION.minusSeconds(1));
        FrameClient mallory = connect("red", "mallory");
        mallory.expectError("conflict");
        kit.advance(Duration.ofSeconds(1));
        assertThat(Await.next(game.calls)).isEqualTo("emptied red 2");
        mallory.send("{'type':'$join','room':'blue'}").expectError("conflict");
        assertThat(Await.next(game.calls)).isEqualTo("create blue");
        assertThat(Await.next(game.calls)).isEqualTo("emptied blue 0");
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
        FrameClient ann = join("a", "ann");
        FrameClient bob = join("c", "bob");
        ann.send("{'type':'add','number':1}").expect("{'type':'added','value':1,'$room':'a'}");
        bob.send("{'type':'add','number':2}").expect("{'type':'added','value':2,'$room':'c'}");
    }

    @Test
    void closingFromACallInAKeptRoomDoesNotWaitForThatCall() {
        value("red");
        Instant before = kit.time().now();
        boolean isClosed = rooms.call("red", (sum, members) -> {
                    kit.hub().close(); // waits for the close timeout, if it waits for this call
                    return true;
                })
                .handle((value, failure) -> true)
                .toCompletableFuture()
                .join();
        assertThat(isClosed).isTrue();
        assertThat(kit.time().now()).isEqualTo(before);
    }

    @Test
    void aRefusedRetentionLeavesTheHubAsItWas() {
        ChannelHub other = ChannelHub.create();
        assertThatThrownBy(() -> other.add(AdderEndpoint.of(new AdderService(Duration.ZERO, Duration.ofDays(8)))))
                .isInstanceOf(ChannelDeploymentException.class);
        other.add(AdderEndpoint.of(new AdderService(Duration.ZERO, Duration.ofDays(7))));
        other.close();
    }

    @Test
    void allStatesAreDiscardedWhenTheHubCloses() {
        value("blue");
        addAndLeave("red", 2);
        kit.close();
        assertThat(game.calls).containsExactlyInAnyOrder("emptied red 2", "emptied blue 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "P7DT1S"})
    void impossibleTimesAreRefused(String retention) {
        ChannelHub other = ChannelHub.create();
        AdderService service = new AdderService(Duration.ZERO, Duration.parse(retention));
        assertThatThrownBy(() -> other.add(AdderEndpoint.of(service)))
                .isInstanceOf(ChannelDeploymentException.class)
                .hasMessageContaining("it must be zero to 7 days");
        other.close();
    }
}
