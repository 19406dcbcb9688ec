package dev.strait.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.CloseReason;
import dev.strait.test.TestTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A test that fails says what came instead, and why. */
class KitFailuresTest {

    private final AuctionsService service = new AuctionsService();

    @Test
    void anExpectedMessageThatDidNotComeFailsWithWhatCame() {
        try (AuctionsTestKit kit = AuctionsTestKit.of(service)) {
            AuctionsTestKit.Client ann = kit.connect("a", who -> who.user("ann"));
            assertThatThrownBy(() -> ann.next(Auctions.Said.class))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("Expected Said, but ann has received nothing.");
            ann.bid(5);
            ann.say("");
            assertThatThrownBy(() -> ann.next(Auctions.Said.class))
                    .hasMessage(
                            "Expected Said, but ann has received 1 message: Price[cents=5]; 1 refusal: invalid (/text"
                                    + " must not be blank).");
            assertThat(ann.next(Auctions.Price.class).cents()).isEqualTo(5);
            kit.emitter().connection(ann.id()).close(new CloseReason(4000, "enough"));
            ann.refusal();
            assertThatThrownBy(ann::refusal)
                    .hasMessage("Expected a refusal, but ann has received the end of the connection: 4000 (enough).");
        }
    }

    @Test
    void aFailureOfTheHandlerIsTheCauseOfTheFailureOfTheTest() {
        try (AuctionsTestKit kit = AuctionsTestKit.of(service)) {
            AuctionsTestKit.Client ann = kit.connect("a");
            ann.sendBreak();
            assertThatThrownBy(() -> ann.next(Auctions.Said.class))
                    .hasMessageContaining("Expected Said, but client 1 has received 1 refusal: internal (")
                    .hasMessageEndingWith(
                            " The handler failed: in message break with java.lang.IllegalStateException: out of order.")
                    .hasRootCauseMessage("out of order");
            assertThat(kit.failures()).hasSize(1);
            assertThat(kit.failures()).isEmpty();
        }
    }

    @Test
    void aFailureThatTheTestHasNotReadFailsItsEnd() {
        AuctionsTestKit kit = AuctionsTestKit.of(service);
        kit.connect("a").sendBreak();
        assertThatThrownBy(kit::close)
                .isInstanceOf(AssertionError.class)
                .hasMessage("The test has not read what the handler has thrown; see failures(). The handler failed: in"
                        + " message break with java.lang.IllegalStateException: out of order.");
        kit.close(); // nothing more
    }

    @Test
    void aKitThatIsClosedConnectsNobody() {
        AuctionsTestKit kit = AuctionsTestKit.of(service);
        AuctionsTestKit.Client ann = kit.connect("a");
        kit.close();
        assertThatThrownBy(kit::connect)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The kit is closed. Create a new one for each test.");
        assertThatThrownBy(() -> ann.say("hi")).hasMessage("The kit is closed, so its clients can send nothing more.");
    }

    @Test
    void anAskThatIsNotAnsweredNowFails() {
        try (AuctionsTestKit kit = AuctionsTestKit.of(
                service,
                settings ->
                        settings.limits(limits -> limits.maxMessagesPerSecond(1).maxMessageBurst(1)))) {
            AuctionsTestKit.Client ann = kit.connect("a"); // its hello is the first message
            assertThatThrownBy(ann::whoAmI)
                    .hasMessage(
                            "The server has not answered WhoAmI[]. The server does not read 1 of its frames yet, because it has"
                                    + " exceeded a limit such as maxMessageBurst. Advance the clock, or raise the limit.");
            assertThatThrownBy(() -> ann.ask(new Auctions.WhoAmI()).join())
                    .hasMessage("The server has not answered yet. If it answers later, advance the clock first.");
            kit.advance(Duration.ofSeconds(2));
        }
    }

    @Test
    void tasksThatAddOthersWithoutEndDoNotHangTheTest() {
        TestTime time = TestTime.create();
        Runnable endless = new Runnable() {
            @Override
            public void run() {
                time.timer().execute(this);
            }
        };
        AuctionsTestKit kit = AuctionsTestKit.of(service, settings -> settings.time(time));
        AuctionsTestKit.Client ann = kit.connect("a");
        time.timer().execute(endless);
        assertThatThrownBy(() -> ann.say("hi"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("The kit does not come to rest: 1000000 tasks have run at one moment.");
    }
}
