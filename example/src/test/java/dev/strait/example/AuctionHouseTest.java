package dev.strait.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelHub;
import dev.strait.test.GenerateTestKit;
import dev.strait.test.TestTime;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@GenerateTestKit(Auction.class)
class AuctionHouseTest {

    private static final long LOT = 42;

    private final TestTime time = TestTime.create();
    private @Nullable Lots lots;
    private final AuctionTestKit auction = AuctionTestKit.create(this::endpoint, kit -> kit.time(time));

    private AuctionEndpoint endpoint(ChannelHub hub) {
        lots = new Lots(hub, time.clock(), Duration.ofMinutes(1));
        return AuctionEndpoint.of(new AuctionHouse(lots));
    }

    @AfterEach
    void close() {
        auction.close();
    }

    @Test
    void aBidThatLeadsIsShownToAll() {
        AuctionTestKit.Client ann = auction.connect(LOT, who -> who.query("user", "ann"));
        AuctionTestKit.Client bob = auction.connect(LOT, who -> who.query("user", "bob"));
        assertThat(bob.next(Auction.Price.class).leader()).isEmpty();
        assertThat(ann.bid(1_100)).isEqualTo(new Auction.Bid.Leading(1_100));
        assertThat(bob.next(Auction.Price.class).leader()).isEqualTo("ann");
        assertThat(bob.bid(1_150)).isEqualTo(new Auction.Bid.TooLow(1_200));
        assertThat(ann.received()).hasSize(2); // the first price, and that of the own bid
    }

    @Test
    void aLotIsSoldWhenItsTimeIsOver() {
        AuctionTestKit.Client ann = auction.connect(LOT, who -> who.query("user", "ann"));
        ann.bid(5_000);
        ann.received();
        auction.advance(Duration.ofMinutes(1));
        assertThat(ann.bid(6_000)).isEqualTo(new Auction.Bid.TooLate());
        Objects.requireNonNull(lots).close();
        assertThat(ann.next(Auction.Sold.class).winner()).isEqualTo("ann");
        assertThat(ann.next(Auction.Price.class).cents()).isEqualTo(1_000);
    }

    @Test
    void aLotThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> auction.connect(7)).hasMessageContaining("Lot 7 does not exist.");
    }
}
