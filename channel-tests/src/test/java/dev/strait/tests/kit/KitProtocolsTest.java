package dev.strait.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Protocols;
import dev.strait.test.Received;
import dev.strait.test.RefusedHandshake;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The clients of a kit speak the protocol of its endpoint. */
class KitProtocolsTest {

    private final AuctionsService service = new AuctionsService();

    @Test
    void aClientOfLucentJoinsByFramesAndGetsErrorsAsText() {
        try (AuctionsTestKit kit = AuctionsTestKit.of(
                service, settings -> settings.protocol(Protocols.lucent().acks()))) {
            AuctionsTestKit.Client ann = kit.connect("a", who -> who.user("ann"));
            assertThat(ann.frames())
                    .containsExactly(
                            "{\"type\":\"connected\",\"id\":\"" + ann.id() + "\"}",
                            "{\"type\":\"joined\",\"room\":\"a\"}");
            ann.join("b");
            ann.in("b").say("hi");
            assertThat(ann.received()).containsExactly(new Auctions.Said("ann", "hi"));
            ann.in("b").say(" ");
            assertThat(ann.refusal().text()).isEqualTo("/text must not be blank");
            ann.leave("b");
            assertThat(service.calls).contains("joined b ann", "left b ann");
            assertThatThrownBy(ann::whoAmI).hasMessage("Lucent's protocol does not support asks.");
        }
    }

    @Test
    void clientsOfLucentBroadcastToEachOther() {
        try (AuctionsTestKit kit = AuctionsTestKit.of(
                service, settings -> settings.protocol(Protocols.lucent().relaying()))) {
            AuctionsTestKit.Client ann = kit.connect("a", who -> who.user("ann"));
            AuctionsTestKit.Client bob = kit.connect("a", who -> who.user("bob"));
            ann.raw("{\"type\":\"broadcast\",\"room\":\"a\",\"payload\":{\"type\":\"price\",\"cents\":7}}");
            assertThat(bob.receivedWithRooms())
                    .containsExactly(new Received<>(new Auctions.Price(7), Optional.of("a")));
            assertThat(ann.received()).isEmpty();
        }
    }

    @Test
    void aClientOfAlephaNamesItsRoomsInTheUrl() {
        try (AuctionsTestKit kit = AuctionsTestKit.of(service, settings -> settings.protocol(Protocols.alepha()))) {
            AuctionsTestKit.Client ann = kit.connect("a", who -> who.user("ann").query("roomIds", "b,c"));
            assertThat(service.calls).containsExactlyInAnyOrder("joined a ann", "joined b ann", "joined c ann");
            ann.in("c").say("hi");
            assertThat(ann.receivedWithRooms())
                    .containsExactly(new Received<>(new Auctions.Said("ann", "hi"), Optional.of("c")));
            ann.in("c").say("");
            assertThat(ann.refusal().text()).isEqualTo("/text must not be blank");
            assertThatThrownBy(() -> ann.join("d"))
                    .hasMessage("Clients of Alepha name their rooms in the URL. Pass the rooms to connect(...).");
            kit.hub().drain();
            kit.advance(Duration.ofSeconds(1));
            assertThat(ann.closed()).contains(new CloseReason(1001, "shutdown"));
        }
    }

    @Test
    void aClientOfAlephaIsRefusedByStatus() {
        try (AuctionsTestKit kit = AuctionsTestKit.of(service, settings -> settings.protocol(Protocols.alepha()))) {
            assertThatThrownBy(() -> kit.connect(who -> who.user("mallory")))
                    .isInstanceOfSatisfying(
                            RefusedHandshake.class,
                            refused -> assertThat(refused.status()).isEqualTo(403));
        }
    }
}
