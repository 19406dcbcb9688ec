package dev.strait.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.CloseReason;
import dev.strait.test.Received;
import dev.strait.test.RefusedAsk;
import dev.strait.test.RefusedHandshake;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients of a kit send, ask, join and leave like those of browsers. */
class TestKitTest {

    private final AuctionsService service = new AuctionsService();
    private final AuctionsTestKit kit = AuctionsTestKit.of(service);

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void aMessageReachesTheRoom() {
        AuctionsTestKit.Client ann = kit.connect("a", who -> who.query("user", "ann"));
        AuctionsTestKit.Client bob = kit.connect("a", who -> who.user("bob"));
        AuctionsTestKit.Client eve = kit.connect("b");
        ann.say("hi");
        assertThat(ann.received()).containsExactly(new Auctions.Said("ann", "hi"));
        assertThat(bob.next(Auctions.Said.class).text()).isEqualTo("hi");
        assertThat(eve.received()).isEmpty();
    }

    @Test
    void anInvalidMessageIsRefusedByTheServersRules() {
        AuctionsTestKit.Client ann = kit.connect("a");
        ann.say("");
        assertThat(ann.refusal().violations())
                .extracting(violation -> violation.path() + " " + violation.rule())
                .containsExactly("/text not-blank");
        ann.raw("{\"type\":\"nonsense\"}");
        assertThat(ann.refusal().code()).isEqualTo("unknown-type");
    }

    @Test
    void anAskReturnsItsAnswer() {
        AuctionsTestKit.Client ann = kit.connect("a", who -> who.user("ann", "auctioneer"));
        assertThat(ann.whoAmI()).isEqualTo(new Auctions.Me("ann", true));
        assertThat(ann.bid(100)).isEqualTo(new Auctions.Outcome(true, 100));
        assertThat(ann.bid(90)).isEqualTo(new Auctions.Outcome(false, 100));
        assertThat(ann.received()).containsExactly(new Auctions.Price(100));
    }

    @Test
    void aRefusedAskFailsWithTheError() {
        AuctionsTestKit.Client ann = kit.connect("a", who -> who.user("ann"));
        assertThatThrownBy(() -> ann.bid(0))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The server has refused Bid[cents=0]: invalid (/cents must be greater than 0).");
        assertThatThrownBy(() -> ann.ask(new Auctions.Bid(-1)).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(RefusedAsk.class);
    }

    @Test
    void rolesComeFromWhoConnects() {
        AuctionsTestKit.Client ann = kit.connect("a", who -> who.user("ann"));
        AuctionsTestKit.Client max = kit.connect("a", who -> who.user("max", "auctioneer"));
        ann.close();
        assertThat(ann.refusal().code()).isEqualTo("forbidden");
        max.close();
        assertThat(ann.received()).containsExactly(new Auctions.Closed());
    }

    @Test
    void clientsJoinAndLeaveRooms() {
        AuctionsTestKit.Client ann = kit.connect("a", who -> who.user("ann"));
        ann.join("b");
        ann.say("where?");
        assertThat(ann.refusal().code()).isEqualTo("room-required");
        ann.in("b").say("in b");
        ann.in("a").say("in a");
        assertThat(ann.receivedIn("a")).containsExactly(new Auctions.Said("ann", "in a"));
        assertThat(ann.receivedWithRooms())
                .containsExactly(new Received<>(new Auctions.Said("ann", "in b"), Optional.of("b")));
        ann.leave("b");
        ann.join("secret");
        assertThat(ann.refusal().code()).isEqualTo("forbidden");
        assertThat(service.calls).containsExactly("joined a ann", "joined b ann", "left b ann");
    }

    @Test
    void aClientThatTheHandlerRefusesIsNotConnected() {
        assertThatThrownBy(() -> kit.connect(who -> who.user("mallory")))
                .isInstanceOfSatisfying(RefusedHandshake.class, refused -> {
                    assertThat(refused.status()).isEqualTo(4403);
                    assertThat(refused.error().orElseThrow().text()).isEqualTo("Not you.");
                })
                .hasMessage("4403 forbidden: forbidden (Not you.)");
    }

    @Test
    void aPageOfAnotherOriginIsRefusedByStatus() {
        assertThatThrownBy(() -> kit.connect(who -> who.origin("https://evil.example")))
                .isInstanceOfSatisfying(
                        RefusedHandshake.class,
                        refused -> assertThat(refused.status()).isEqualTo(403));
    }

    @Test
    void leavingClosesTheConnection() {
        AuctionsTestKit.Client ann = kit.connect("a", who -> who.user("ann"));
        ann.leave();
        assertThat(ann.closed()).contains(CloseReason.NORMAL);
        assertThat(service.calls).containsExactly("joined a ann", "left a ann", "closed ann 1000");
        assertThatThrownBy(() -> ann.say("more"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("ann cannot send: its connection has ended with 1000.");
    }

    @Test
    void theEmitterReachesConnectionsByTheirIds() {
        AuctionsTestKit.Client ann = kit.connect();
        kit.emitter().connection(ann.id()).price(5);
        assertThat(ann.received()).containsExactly(new Auctions.Price(5));
        kit.emitter().connection(ann.id()).close(new CloseReason(4000, "enough"));
        assertThat(ann.closed()).contains(new CloseReason(4000, "enough"));
    }

    @Test
    void aPlainClientDoesNotKnowItsId() {
        AuctionsTestKit.Client ann = kit.connect(who -> who.plain());
        assertThatThrownBy(ann::id)
                .hasMessageStartingWith("The server has not told this client the id of its connection");
        assertThat(ann.frames()).isEmpty();
    }

    @Test
    void theServersAskIsAnsweredRefusedOrIgnored() {
        AuctionsTestKit.Client ann = kit.connect("a", who -> who.user("ann"));
        ann.answering(
                Auctions.ConfirmAge.class, ask -> new Auctions.Age(ask.name().equals("ann")));
        ann.enter();
        assertThat(ann.asks()).containsExactly(new Auctions.ConfirmAge("ann"));
        assertThat(ann.received()).containsExactly(new Auctions.Entered(true));
        ann.ignoring(Auctions.ConfirmAge.class);
        ann.enter();
        assertThat(ann.received()).isEmpty();
        kit.advance(AuctionsService.AGE_TIMEOUT.minusNanos(1));
        assertThat(ann.received()).isEmpty();
        kit.advance(Duration.ofNanos(1));
        assertThat(ann.received()).containsExactly(new Auctions.Entered(false));
    }
}
