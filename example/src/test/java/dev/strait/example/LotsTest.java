package dev.strait.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LotsTest {

    private static final Instant START = Instant.parse("2026-01-31T09:30:00Z");

    private final List<String> emitted = new ArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final ChannelHub hub = ChannelHub.builder()
            .listener(new ChannelListener() {
                @Override
                public void emitted(String channel, String type, Delivery delivery) {
                    emitted.add(type);
                }
            })
            .build();
    private final Lots lots = new Lots(hub, now::get, Duration.ofMinutes(1));

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void highEnoughBidsLeadAndLowerOnesAreRefused() {
        assertThat(lots.bid(42, "ann", 1_100)).isEqualTo(new Auction.Bid.Leading(1_100));
        assertThat(lots.price(42).leader()).isEqualTo("ann");
        assertThat(lots.bid(42, "bob", 1_150)).isEqualTo(new Auction.Bid.TooLow(1_200));
        assertThat(lots.price(42).cents()).isEqualTo(1_100);
    }

    @Test
    void theTimerAnnouncesTheEndAndTheNextLot() {
        String title = lots.price(42).title();
        lots.close();
        assertThat(emitted).isEmpty();
        now.set(START.plusSeconds(60));
        assertThat(lots.bid(42, "late", 5_000)).isEqualTo(new Auction.Bid.TooLate());
        lots.close();
        assertThat(emitted).containsExactly("sold", "price");
        assertThat(lots.price(42).title()).isNotEqualTo(title);
        assertThat(lots.price(42).endsAt()).isEqualTo(START.plusSeconds(120));
    }
}
