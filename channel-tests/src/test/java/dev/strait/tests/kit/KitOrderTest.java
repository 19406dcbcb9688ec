package dev.strait.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.test.Seeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The order of events is that of the test, its own choice, or that of a seed. */
class KitOrderTest {

    /** Forgets, when it asks, that other bids may come before the answer. */
    private static final class Racy extends AuctionsService {

        private int highest;

        @Override
        public void onSay(Auctions.Say say, AuctionsConnection<String> from) {
            int cents = Integer.parseInt(say.text());
            if (cents > highest) {
                from.ask(new Auctions.ConfirmAge(from.state()), AGE_TIMEOUT).thenAccept(age -> {
                    highest = cents;
                    from.toRoom().price(cents);
                });
            }
        }
    }

    private static List<Integer> prices(long seed) {
        try (AuctionsTestKit kit = AuctionsTestKit.of(new Racy(), settings -> settings.seed(seed))) {
            AuctionsTestKit.Client ann = kit.connect("a", who -> who.user("ann"));
            AuctionsTestKit.Client bob = kit.connect("a", who -> who.user("bob"));
            ann.answering(Auctions.ConfirmAge.class, ask -> new Auctions.Age(true));
            bob.answering(Auctions.ConfirmAge.class, ask -> new Auctions.Age(true));
            ann.say("100");
            bob.say("200");
            List<Integer> prices = new ArrayList<>();
            ann.received().forEach(message -> prices.add(((Auctions.Price) message).cents()));
            return prices;
        }
    }

    @Test
    void oneOfTheSeedsFindsTheRace() {
        assertThatThrownBy(
                        () -> Seeds.tryAll(200, seed -> assertThat(prices(seed)).isSorted()))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("(?s)The test fails with seed \\d+: .*200, 100.*");
    }

    @Test
    void aSeedAlwaysGivesTheSameOrder() {
        Set<List<Integer>> orders = new HashSet<>();
        for (long seed = 1; seed <= 50; seed++) {
            assertThat(prices(seed)).isEqualTo(prices(seed));
            orders.add(prices(seed));
        }
        assertThat(orders).hasSizeGreaterThan(1);
    }

    @Test
    void theMessagesOfOneClientKeepTheirOrderWithEverySeed() {
        Seeds.tryAll(50, seed -> {
            try (AuctionsTestKit kit = AuctionsTestKit.of(new AuctionsService(), settings -> settings.seed(seed))) {
                AuctionsTestKit.Client ann = kit.connect("a");
                kit.connect("a").say("in between");
                for (int i = 0; i < 10; i++) {
                    ann.say("ann " + i);
                }
                List<String> texts = new ArrayList<>();
                ann.received().forEach(message -> texts.add(((Auctions.Said) message).text()));
                texts.remove("in between");
                assertThat(texts)
                        .containsExactly(
                                "ann 0", "ann 1", "ann 2", "ann 3", "ann 4", "ann 5", "ann 6", "ann 7", "ann 8",
                                "ann 9");
            }
        });
    }

    @Test
    void aManualKitRunsNothingByItself() {
        AuctionsService service = new AuctionsService();
        try (AuctionsTestKit kit = AuctionsTestKit.of(service)) {
            AuctionsTestKit.Client ann = kit.connect("a", who -> who.user("ann"));
            kit.manually();
            ann.say("hi");
            assertThat(ann.received()).isEmpty();
            CompletableFuture<Auctions.Me> me = ann.ask(new Auctions.WhoAmI());
            assertThat(me).isNotDone();
            kit.settle();
            assertThat(ann.received()).hasSize(1);
            assertThat(me).isCompleted();
            ann.leave();
            assertThat(service.calls).containsExactly("joined a ann");
        }
        assertThat(service.calls).containsExactly("joined a ann", "left a ann", "closed ann 1000");
    }

    @Test
    void whatOtherThreadsEmitIsDeliveredByTheNextCall() throws InterruptedException {
        try (AuctionsTestKit kit = AuctionsTestKit.of(new AuctionsService())) {
            AuctionsTestKit.Client ann = kit.connect("a");
            Thread other = new Thread(() -> kit.emitter().room("a").price(9));
            other.start();
            other.join();
            assertThat(ann.received()).containsExactly(new Auctions.Price(9));
        }
    }
}
