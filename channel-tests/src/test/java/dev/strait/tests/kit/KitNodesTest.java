package dev.strait.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.test.TestNodes;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is emitted on one node reaches the clients of all. */
class KitNodesTest {

    @Test
    void aRoomSpansTheNodes() {
        try (TestNodes<AuctionsTestKit> nodes = AuctionsTestKit.nodes(3, AuctionsService::new)) {
            AuctionsTestKit.Client ann = nodes.get(0).connect("a", who -> who.user("ann"));
            AuctionsTestKit.Client bob = nodes.get(1).connect("a", who -> who.user("bob"));
            AuctionsTestKit.Client eve = nodes.get(2).connect("b", who -> who.user("eve"));
            ann.say("hi");
            assertThat(bob.received()).containsExactly(new Auctions.Said("ann", "hi"));
            assertThat(eve.received()).isEmpty();
            nodes.get(2).emitter().user("ann").price(1);
            nodes.get(2).settle();
            assertThat(ann.received()).containsExactly(new Auctions.Said("ann", "hi"), new Auctions.Price(1));
        }
    }

    @Test
    void aNodeThatStopsLeavesTheOthersAsTheyAre() {
        try (TestNodes<AuctionsTestKit> nodes = AuctionsTestKit.nodes(2, AuctionsService::new)) {
            AuctionsTestKit.Client ann = nodes.get(0).connect("a", who -> who.user("ann"));
            AuctionsTestKit.Client bob = nodes.get(1).connect("a", who -> who.user("bob"));
            nodes.get(1).hub().drain();
            nodes.advance(Duration.ofSeconds(1));
            assertThat(bob.closed()).isPresent();
            ann.say("still here");
            assertThat(ann.received()).hasSize(1);
        }
    }
}
