package dev.strait.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Delivery;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A client that takes nothing fills its queue; one that goes on gets what waits. */
class SlowClientTest {

    private final AuctionsService service = new AuctionsService();

    @Test
    void aStalledClientIsClosedWhenItsQueueIsFull() {
        try (AuctionsTestKit kit =
                AuctionsTestKit.of(service, settings -> settings.limits(limits -> limits.maxQueuedMessages(10)))) {
            AuctionsTestKit.Client ann = kit.connect("a");
            AuctionsTestKit.Client bob = kit.connect("a");
            ann.received();
            ann.stall();
            for (int i = 0; i <= 11; i++) {
                kit.emitter().room("a").price(i);
                kit.settle();
            }
            assertThat(ann.closed()).contains(new CloseReason(1013, "too slow"));
            assertThat(ann.received()).isEmpty();
            assertThat(bob.received()).hasSize(12);
        }
    }

    @Test
    void aStalledClientThatGoesOnGetsWhatWaits() {
        try (AuctionsTestKit kit = AuctionsTestKit.of(service)) {
            AuctionsTestKit.Client ann = kit.connect("a");
            ann.stall();
            for (int i = 0; i < 100; i++) {
                Delivery delivery = kit.emitter().room("a").price(i);
                assertThat(delivery.queued()).isEqualTo(1);
            }
            assertThat(ann.received()).isEmpty();
            ann.resume();
            assertThat(ann.received())
                    .isEqualTo(IntStream.range(0, 100)
                            .mapToObj(Auctions.Price::new)
                            .toList());
        }
    }

    @Test
    void aWriteThatDoesNotEndClosesTheConnection() {
        try (AuctionsTestKit kit = AuctionsTestKit.of(service)) {
            AuctionsTestKit.Client ann = kit.connect("a");
            ann.stall();
            kit.emitter().room("a").price(1);
            kit.advance(Duration.ofSeconds(90));
            assertThat(ann.closed().orElseThrow().code()).isIn(1013, 1001);
        }
    }
}
