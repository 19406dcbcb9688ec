package dev.strait.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Rooms with state in a kit: ticks, retention, and calls from outside. */
class KitRoomsTest {

    private final CountingRooms rooms = new CountingRooms();

    @Test
    void aRoomTicksWhileItHasMembers() {
        try (AuctionsTestKit kit = AuctionsTestKit.of(rooms)) {
            AuctionsTestKit.Client ann = kit.connect("a");
            assertThat(ann.bid(5)).isEqualTo(new Auctions.Outcome(true, 5));
            assertThat(ann.received()).isEmpty();
            kit.advance(Duration.ofSeconds(25));
            assertThat(ann.received()).containsExactly(new Auctions.Price(5), new Auctions.Price(5));
            ann.leave();
            kit.advance(Duration.ofSeconds(59));
            assertThat(rooms.calls).containsExactly("create a");
            kit.advance(Duration.ofSeconds(2));
            assertThat(rooms.calls).containsExactly("create a", "emptied a after 2 ticks");
        }
    }

    @Test
    void aCallFromOutsideRunsInTheRoom() {
        try (AuctionsTestKit kit = AuctionsTestKit.of(rooms)) {
            AuctionsTestKit.Client ann = kit.connect("a");
            AuctionsRooms<String, CountingRooms.Lot> calls = AuctionsRooms.of(kit.hub(), rooms);
            CompletionStage<Integer> members = calls.call("a", (lot, all) -> {
                lot.highest = 70;
                return all.size();
            });
            assertThat(members.toCompletableFuture().join()).isEqualTo(1);
            assertThat(ann.bid(60)).isEqualTo(new Auctions.Outcome(false, 70));
        }
    }
}
