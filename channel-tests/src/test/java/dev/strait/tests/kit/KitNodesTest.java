package dev.strait.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Delivery;
import dev.strait.test.TestNodes;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
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

    @Test
    void aClientInSeveralTargetsGetsOneFrame() {
        try (TestNodes<AuctionsTestKit> nodes = AuctionsTestKit.nodes(2, AuctionsService::new)) {
            AuctionsTestKit.Client ann = nodes.get(0).connect("a", who -> who.user("ann"));
            ann.join("b");
            AuctionsEmitter emitter = nodes.get(1).emitter();
            emitter.rooms(List.of("a", "b")).and(emitter.user("ann")).price(1);
            emitter.rooms(List.of("a", "b")).and(emitter.user("ann")).price(2);
            nodes.settle();
            assertThat(ann.received()).containsExactly(new Auctions.Price(1), new Auctions.Price(2));
        }
    }

    @Test
    void exclusionsHoldOnAllNodes() {
        try (TestNodes<AuctionsTestKit> nodes = AuctionsTestKit.nodes(2, AuctionsService::new)) {
            AuctionsTestKit.Client ann = nodes.get(0).connect("a", who -> who.user("ann"));
            AuctionsTestKit.Client bob = nodes.get(0).connect("a", who -> who.user("bob"));
            AuctionsTestKit.Client eve = nodes.get(0).connect("a", who -> who.user("eve"));
            nodes.get(1).emitter().room("a").except(ann.id()).exceptUsers("eve").price(1);
            nodes.get(1).emitter().everyone().exceptUsers("bob").closed();
            nodes.settle();
            assertThat(ann.received()).containsExactly(new Auctions.Closed());
            assertThat(bob.received()).containsExactly(new Auctions.Price(1));
            assertThat(eve.received()).containsExactly(new Auctions.Closed());
        }
    }

    @Test
    void aConnectionIsReachedByItsId() {
        try (TestNodes<AuctionsTestKit> nodes = AuctionsTestKit.nodes(2, AuctionsService::new)) {
            AuctionsTestKit.Client ann = nodes.get(0).connect("a");
            assertThat(nodes.get(1).emitter().connection(ann.id()).price(1).matched())
                    .isZero();
            nodes.settle();
            assertThat(ann.received()).containsExactly(new Auctions.Price(1));
        }
    }

    @Test
    void theConnectionsOfAUserAreClosedOnAllNodes() {
        try (TestNodes<AuctionsTestKit> nodes = AuctionsTestKit.nodes(2, AuctionsService::new)) {
            AuctionsTestKit.Client here = nodes.get(0).connect("a", who -> who.user("ann"));
            AuctionsTestKit.Client there = nodes.get(1).connect("a", who -> who.user("ann"));
            AuctionsTestKit.Client bob = nodes.get(1).connect("a", who -> who.user("bob"));
            CloseReason signedOut = new CloseReason(4401, "signed out");
            assertThat(nodes.get(0).emitter().user("ann").close(signedOut)).isEqualTo(Delivery.of(1, 1, 0));
            nodes.settle();
            assertThat(here.closed()).contains(signedOut);
            assertThat(there.closed()).contains(signedOut);
            nodes.get(0).emitter().connection(bob.id()).close(signedOut);
            nodes.settle();
            assertThat(bob.closed()).contains(signedOut);
        }
    }

    @Test
    void messagesOfOneNodeKeepTheirOrder() {
        try (TestNodes<AuctionsTestKit> nodes = AuctionsTestKit.nodes(2, AuctionsService::new)) {
            AuctionsTestKit.Client ann = nodes.get(0).connect("a");
            for (int i = 0; i < 50; i++) {
                nodes.get(1).emitter().room("a").price(i);
            }
            nodes.settle();
            assertThat(ann.received())
                    .containsExactlyElementsOf(
                            IntStream.range(0, 50).mapToObj(Auctions.Price::new).toList());
        }
    }

    @Test
    void aRoomWithoutMembersIsLeftAfterAWhileAndHeardAgain() {
        try (TestNodes<AuctionsTestKit> nodes = AuctionsTestKit.nodes(2, AuctionsService::new)) {
            AuctionsTestKit.Client ann = nodes.get(0).connect("a");
            ann.leave();
            nodes.advance(Duration.ofMinutes(1));
            AuctionsTestKit.Client bob = nodes.get(0).connect("a");
            nodes.get(1).emitter().room("a").price(1);
            nodes.settle();
            assertThat(bob.received()).containsExactly(new Auctions.Price(1));
        }
    }
}
