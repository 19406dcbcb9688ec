package dev.strait.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Excess;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import dev.strait.test.RefusedAsk;
import dev.strait.test.RefusedHandshake;
import dev.strait.test.Seeds;
import dev.strait.test.TestNodes;
import dev.strait.test.TestTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Mistakes of tests and of handlers are reported where they belong, and nothing is lost after them. */
class KitFaultsTest {

    private final AuctionsService service = new AuctionsService();

    @Test
    void whatAnAnswerThrowsFailsTheTestAndNotTheHandler() {
        AuctionsService waiting = new AuctionsService() {
            @Override
            public void onEnter(Auctions.Enter enter, AuctionsConnection<String> from) {
                boolean isAdult = from.ask(new Auctions.ConfirmAge("?"), AGE_TIMEOUT)
                        .handle((age, failure) -> failure == null && age.isAdult())
                        .toCompletableFuture()
                        .join();
                from.reply().entered(isAdult);
            }
        };
        try (AuctionsTestKit kit = AuctionsTestKit.of(waiting)) {
            AuctionsTestKit.Client ann = kit.connect("a");
            ann.answering(Auctions.ConfirmAge.class, ask -> {
                throw new AssertionError("the test expects another name");
            });
            assertThatThrownBy(ann::enter)
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("the test expects another name");
            assertThat(ann.received()).containsExactly(new Auctions.Entered(false)); // the ask has timed out
            ann.answering(Auctions.ConfirmAge.class, ask -> new Auctions.Age(true));
            ann.enter();
            assertThat(ann.received()).containsExactly(new Auctions.Entered(true));
            assertThat(kit.failures()).isEmpty();
        }
    }

    @Test
    void aMessageOfTheServerThatViolatesItsContractFailsTheTest() {
        AuctionsService wordy = new AuctionsService() {
            @Override
            public Auctions.Me onWhoAmI(Auctions.WhoAmI whoAmI, AuctionsConnection<String> from) {
                return new Auctions.Me("n".repeat(51), false);
            }
        };
        try (AuctionsTestKit kit = AuctionsTestKit.of(wordy)) {
            AuctionsTestKit.Client ann = kit.connect("a", who -> who.user("ann"));
            assertThatThrownBy(ann::whoAmI)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("ann has received a message that violates its contract: ")
                    .hasMessageContaining("/name must have at most 50 characters");
            ann.say("hi");
            assertThat(ann.received()).hasSize(1);
        }
    }

    @Test
    void whatAnInterceptorThrowsIsAFailureAndWhatItTranslatesIsNone() {
        AuctionsService missing = new AuctionsService() {
            @Override
            public void onSay(Auctions.Say say, AuctionsConnection<String> from) {
                throw new NoSuchElementException("no lot");
            }
        };
        try (AuctionsTestKit kit = AuctionsTestKit.of(
                missing,
                settings -> settings.around((call, next) -> {
                    if (call.message().filter("bid"::equals).isPresent()) {
                        throw new IllegalStateException("no transaction");
                    }
                    try {
                        return next.proceed();
                    } catch (NoSuchElementException none) {
                        throw Refusal.notFound("No such lot.");
                    }
                }))) {
            AuctionsTestKit.Client ann = kit.connect("a");
            ann.say("hi");
            assertThat(ann.refusal().code()).isEqualTo("not-found");
            assertThatThrownBy(() -> ann.bid(5)).hasRootCauseMessage("no transaction");
            assertThat(kit.failures()).hasSize(1);
        }
    }

    @Test
    void aNullAnswerIsAFailureOfTheHandler() {
        AuctionsService silent = new AuctionsService() {
            @Override
            @SuppressWarnings("NullAway") // deliberately null
            public Auctions.Me onWhoAmI(Auctions.WhoAmI whoAmI, AuctionsConnection<String> from) {
                return null;
            }
        };
        try (AuctionsTestKit kit = AuctionsTestKit.of(silent)) {
            AuctionsTestKit.Client ann = kit.connect("a");
            assertThatThrownBy(ann::whoAmI)
                    .hasRootCauseMessage("The handler's answer to dev.strait.tests.kit.Auctions$WhoAmI is null.");
            assertThat(kit.failures()).hasSize(1);
        }
    }

    @Test
    void aConnectionThatFailsToOpenNamesTheFailure() {
        AuctionsService broken = new AuctionsService() {
            @Override
            public String open(Handshake handshake) {
                throw new IllegalStateException("the database is down");
            }
        };
        try (AuctionsTestKit kit = AuctionsTestKit.of(broken)) {
            RefusedHandshake refused = catchThrowableOfType(RefusedHandshake.class, kit::connect);
            assertThat(refused).hasRootCauseMessage("the database is down");
            assertThat(refused.status()).isEqualTo(1011);
            assertThat(kit.failures()).hasSize(1);
        }
        try (AuctionsTestKit kit = AuctionsTestKit.of(
                service,
                settings -> settings.authenticator((token, handshake) -> {
                    throw new IllegalStateException("the identity provider is down");
                }))) {
            assertThatThrownBy(() -> kit.connect(who -> who.token("t")))
                    .hasRootCauseMessage("the identity provider is down");
            assertThat(kit.failures()).hasSize(1);
        }
    }

    @Test
    void aConnectionBeginsAtTheTimeOfTheKit() {
        Instant start = Instant.parse("2030-01-01T00:00:00Z");
        try (AuctionsTestKit kit = AuctionsTestKit.of(service, settings -> settings.time(TestTime.startingAt(start)))) {
            kit.connect("a");
            assertThat(kit.emitter().connections().get(0).since()).isEqualTo(start);
        }
    }

    @Test
    void oneConnectionTooManyOfAUserIsRefused() {
        try (AuctionsTestKit kit = AuctionsTestKit.of(
                service,
                settings -> settings.endpoint(endpoint -> endpoint.maxConnectionsPerUser(1, Excess.REFUSE_NEWEST)))) {
            AuctionsTestKit.Client ann = kit.connect("a", who -> who.user("ann"));
            assertThatThrownBy(() -> kit.connect("a", who -> who.user("ann")))
                    .isInstanceOf(RefusedHandshake.class)
                    .hasMessageStartingWith("1008 Max connections per user exceeded");
            ann.vanish();
            kit.connect("a", who -> who.user("ann")); // the old one does not answer pings
            assertThat(ann.closed()).contains(new CloseReason(1001, "no answer to a ping"));
        }
    }

    @Test
    void aHubThatStopsSaysSo() {
        try (AuctionsTestKit kit = AuctionsTestKit.of(service)) {
            kit.connect("a");
            kit.hub().drain();
            assertThatThrownBy(kit::connect).hasMessage("503 The server is stopping. Retry after a second.");
        }
    }

    @Test
    void anAskEndsWithItsConnection() {
        AuctionsService closing = new AuctionsService() {
            @Override
            public Auctions.Me onWhoAmI(Auctions.WhoAmI whoAmI, AuctionsConnection<String> from) {
                from.close(new CloseReason(4000, "go away"));
                return new Auctions.Me("?", false);
            }
        };
        try (AuctionsTestKit kit = AuctionsTestKit.of(closing)) {
            AuctionsTestKit.Client ann = kit.connect("a");
            CompletableFuture<Auctions.Me> answer = ann.ask(new Auctions.WhoAmI());
            assertThatThrownBy(answer::join)
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOf(RefusedAsk.class)
                    .hasMessage("closed (the connection has ended with 4000 (go away))");
        }
    }

    @Test
    void hostsCanBeTested() {
        try (AuctionsTestKit kit =
                AuctionsTestKit.of(service, settings -> settings.hub(hub -> hub.allowHosts("chat.example.com")))) {
            kit.connect(who -> who.header("Host", "chat.example.com"));
            assertThatThrownBy(kit::connect).hasMessageStartingWith("403 ");
        }
    }

    @Test
    void aSeedAlsoDecidesTheOrderOfManyConnections() {
        List<String> first = closes(7);
        for (int i = 0; i < 5; i++) {
            assertThat(closes(7)).isEqualTo(first);
        }
    }

    private static List<String> closes(long seed) {
        AuctionsService recording = new AuctionsService();
        try (AuctionsTestKit kit = AuctionsTestKit.of(recording, settings -> settings.seed(seed))) {
            for (int i = 0; i < 8; i++) {
                kit.connect("lot " + i, who -> who.user("ann"));
            }
            kit.emitter().user("ann").close(new CloseReason(4000, "all"));
            kit.settle();
        }
        return recording.calls;
    }

    @Test
    void aHandlerMayWaitForOtherThreads() {
        AuctionsService waiting = new AuctionsService() {
            @Override
            public void onEnter(Auctions.Enter enter, AuctionsConnection<String> from) {
                boolean isAdult = from.ask(new Auctions.ConfirmAge("?"), AGE_TIMEOUT)
                        .thenCompose(age -> CompletableFuture.supplyAsync(age::isAdult))
                        .toCompletableFuture()
                        .join();
                from.reply().entered(isAdult);
            }
        };
        try (AuctionsTestKit kit = AuctionsTestKit.of(waiting)) {
            AuctionsTestKit.Client ann = kit.connect("a");
            ann.answering(Auctions.ConfirmAge.class, ask -> new Auctions.Age(true));
            Instant before = kit.time().now();
            ann.enter();
            assertThat(ann.received()).containsExactly(new Auctions.Entered(true));
            assertThat(kit.time().now()).isEqualTo(before);
        }
    }

    @Test
    void theFailuresOfAllNodesAreReported() {
        TestNodes<AuctionsTestKit> nodes = AuctionsTestKit.nodes(3, AuctionsService::new);
        nodes.all().forEach(kit -> kit.connect("a").sendBreak());
        assertThatThrownBy(nodes::close)
                .isInstanceOf(AssertionError.class)
                .satisfies(first -> assertThat(first.getSuppressed()).hasSize(2));
        assertThatThrownBy(() -> nodes.get(2).connect()).hasMessageStartingWith("The kit is closed.");
        assertThatThrownBy(() -> AuctionsTestKit.nodes(0, AuctionsService::new))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void seedsNeedAPositiveNumberAndPassOnSkips() {
        assertThatThrownBy(() -> Seeds.tryAll(0, seed -> {})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Seeds.tryAll(1, seed -> {
                    throw new TestAbortedException("not here");
                }))
                .isInstanceOf(TestAbortedException.class);
        List<Long> seeds = new ArrayList<>();
        Seeds.tryAll(3, seeds::add);
        assertThat(seeds).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aStalledClientIsNamedAsTheReason() {
        try (AuctionsTestKit kit = AuctionsTestKit.of(service)) {
            AuctionsTestKit.Client ann = kit.connect("a");
            ann.stall();
            ann.say("hi");
            assertThatThrownBy(() -> ann.next(Auctions.Said.class))
                    .hasMessageEndingWith("The client is stalled: it takes nothing until resume().");
            kit.advance(Duration.ofSeconds(1));
        }
    }
}
