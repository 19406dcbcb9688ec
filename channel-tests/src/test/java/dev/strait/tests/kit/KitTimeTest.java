package dev.strait.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Identity;
import dev.strait.test.TestTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Nothing that has to do with time happens before the test moves the clock. */
class KitTimeTest {

    @Test
    void aClientThatHasVanishedIsClosedByTheIdleTimeout() {
        AuctionsService service = new AuctionsService();
        try (AuctionsTestKit kit = AuctionsTestKit.of(service)) {
            AuctionsTestKit.Client ann = kit.connect("a", who -> who.user("ann"));
            AuctionsTestKit.Client bob = kit.connect("a", who -> who.user("bob"));
            ann.vanish();
            kit.advance(Duration.ofSeconds(55));
            assertThat(ann.closed()).isEmpty();
            kit.advance(Duration.ofSeconds(6));
            assertThat(ann.closed()).contains(new CloseReason(1001, "idle timeout"));
            assertThat(bob.closed()).isEmpty();
            assertThat(service.calls).contains("left a ann", "closed ann 1001");
        }
    }

    @Test
    void aDrainSaysGoodbyeAndClosesForARestart() {
        try (AuctionsTestKit kit = AuctionsTestKit.of(new AuctionsService())) {
            AuctionsTestKit.Client ann = kit.connect("a");
            kit.hub().drain();
            assertThat(kit.hub().state()).isEqualTo(ChannelHub.State.DRAINING);
            assertThat(ann.frames()).anyMatch(frame -> frame.startsWith("{\"type\":\"$bye\""));
            kit.advance(Duration.ofSeconds(1));
            assertThat(ann.closed()).contains(new CloseReason(1012, "restart"));
            assertThat(kit.hub().state()).isEqualTo(ChannelHub.State.CLOSED);
        }
    }

    @Test
    void anIdentityExpiresByTheClockOfTheKit() {
        Instant start = Instant.parse("2026-03-01T12:00:00Z");
        TestTime time = TestTime.startingAt(start);
        try (AuctionsTestKit kit = AuctionsTestKit.of(
                new AuctionsService(),
                settings -> settings.time(time)
                        .authenticator((token, handshake) -> Identity.of(token).withExpiry(start.plusSeconds(300))))) {
            AuctionsTestKit.Client ann = kit.connect("a", who -> who.token("ann"));
            assertThat(ann.whoAmI().name()).isEqualTo("ann");
            kit.advance(Duration.ofSeconds(241));
            assertThat(ann.frames()).anyMatch(frame -> frame.startsWith("{\"type\":\"$expiring\""));
            kit.advance(Duration.ofSeconds(60));
            assertThat(ann.closed().orElseThrow().code()).isEqualTo(4401);
            assertThat(time.now()).isEqualTo(start.plusSeconds(301));
        }
    }

    @Test
    @SuppressWarnings("FutureReturnValueIgnored") // the clock completes them
    void timersOfTheApplicationRunAtTheirTimesWithThoseOfTheHub() {
        TestTime time = TestTime.create();
        List<String> runs = new ArrayList<>();
        Instant start = time.now();
        time.timer()
                .scheduleAtFixedRate(
                        () -> runs.add(
                                "rate " + Duration.between(start, time.now()).toSeconds()),
                        10,
                        10,
                        TimeUnit.SECONDS);
        time.timer()
                .schedule(
                        () -> runs.add(
                                "once " + Duration.between(start, time.now()).toSeconds()),
                        15,
                        TimeUnit.SECONDS);
        try (AuctionsTestKit kit = AuctionsTestKit.of(new AuctionsService(), settings -> settings.time(time))) {
            assertThat(runs).isEmpty();
            kit.advance(Duration.ofSeconds(20));
            assertThat(runs).containsExactly("rate 10", "once 15", "rate 20");
            assertThatThrownBy(() -> kit.advance(Duration.ofSeconds(-1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The clock cannot go back by PT1S.");
        }
    }

    @Test
    void aDayPassesWithoutLosingAClient() {
        try (AuctionsTestKit kit = AuctionsTestKit.of(new AuctionsService())) {
            AuctionsTestKit.Client ann = kit.connect("a");
            kit.advance(Duration.ofDays(1));
            ann.say("good morning");
            assertThat(ann.next(Auctions.Said.class).text()).isEqualTo("good morning");
        }
    }

    @Test
    void aHandlerMayWaitForAnAnswer() {
        AuctionsService waiting = new AuctionsService() {
            @Override
            public void onEnter(Auctions.Enter enter, AuctionsConnection<String> from) {
                boolean isAdult = from.ask(new Auctions.ConfirmAge(from.state()), AGE_TIMEOUT)
                        .handle((age, failure) -> failure == null && age.isAdult())
                        .toCompletableFuture()
                        .join();
                from.reply().entered(isAdult);
            }
        };
        try (AuctionsTestKit kit = AuctionsTestKit.of(waiting)) {
            AuctionsTestKit.Client ann = kit.connect("a");
            ann.answering(Auctions.ConfirmAge.class, ask -> new Auctions.Age(true));
            ann.enter();
            assertThat(ann.received()).containsExactly(new Auctions.Entered(true));

            Instant before = kit.time().now();
            ann.ignoring(Auctions.ConfirmAge.class);
            ann.enter(); // time passes while the only thread waits
            assertThat(ann.received()).containsExactly(new Auctions.Entered(false));
            assertThat(Duration.between(before, kit.time().now())).isEqualTo(AuctionsService.AGE_TIMEOUT);
        }
    }

    @Test
    void closingTheHubInsteadOfTheKitDoesNotHang() {
        AuctionsTestKit kit = AuctionsTestKit.of(new AuctionsService());
        AuctionsTestKit.Client ann = kit.connect("a");
        kit.hub().close();
        assertThat(ann.closed()).contains(new CloseReason(1012, "restart"));
        kit.close();
    }
}
