package dev.strait.runtime.internal.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.handshake.ClientAddress;
import dev.strait.runtime.internal.node.Admission.Refused;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final ClientAddress ANN = new ClientAddress("10.0.0.1", "10.0.0.1");
    private static final ClientAddress BOB = new ClientAddress("10.0.0.2", "10.0.0.2");

    private final AtomicLong clock = new AtomicLong();
    private final Admission admission = new Admission(
            Limits.builder().maxHandshakesPerSecond(4).maxRoomsPerNode(4).build(), 4, clock::get);

    @Test
    void oneAddressMayMakeHalfOfTheHandshakes() {
        assertThat(admission.countHandshake(ANN)).isEmpty();
        assertThat(admission.countHandshake(ANN)).isEmpty();
        assertThat(admission.countHandshake(ANN)).contains(Refused.RATE_OF_ADDRESS);
        assertThat(admission.countHandshake(BOB)).isEmpty();
        assertThat(admission.countHandshake(null)).isEmpty();
        assertThat(admission.countHandshake(BOB)).contains(Refused.RATE);
        clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(admission.countHandshake(ANN)).isEmpty();
    }

    @Test
    void oneAddressMayHaveHalfOfTheConnections() {
        Admission.Seat first = admission.connected(ANN);
        admission.connected(ANN);
        assertThat(admission.countHandshake(ANN)).contains(Refused.CONNECTIONS_OF_ADDRESS);
        assertThat(admission.countHandshake(BOB)).isEmpty();
        admission.connected(BOB);
        admission.connected(null);
        assertThat(admission.countHandshake(BOB)).contains(Refused.CONNECTIONS);
        first.leave();
        assertThat(admission.countHandshake(ANN)).isEmpty();
    }

    @Test
    void oneAddressMayCreateHalfOfTheRooms() {
        Admission.Seat first = admission.connected(ANN);
        Admission.Seat second = admission.connected(ANN);
        Admission.Seat bobs = admission.connected(BOB);
        assertThat(first.tryAdd()).isTrue();
        assertThat(second.tryAdd()).isTrue();
        assertThat(second.tryAdd()).isFalse();
        assertThat(bobs.tryAdd()).isTrue();
        assertThat(bobs.tryAdd()).isTrue();
        assertThat(admission.connected(null).tryAdd()).isFalse();
        first.remove();
        assertThat(second.tryAdd()).isTrue();
    }

    @Test
    void roomsWithoutMembersTakeHalfOfAllAndThoseOfOneAddressHalfOfThat() {
        Admission node = new Admission(Limits.builder().maxRoomsPerNode(8).build(), 8, clock::get);
        Admission.Seat anns = node.connected(ANN);
        Admission.Seat bobs = node.connected(BOB);
        assertThat(anns.tryKeep()).isTrue();
        assertThat(anns.tryKeep()).isTrue();
        assertThat(anns.tryKeep()).isFalse();
        assertThat(bobs.tryKeep()).isTrue();
        assertThat(node.roomsOfCalls().tryKeep()).isTrue();
        assertThat(node.roomsOfCalls().tryKeep()).isFalse();
        assertThat(bobs.tryKeep()).isFalse();
        anns.endKeeping();
        assertThat(bobs.tryKeep()).isTrue();
    }

    @Test
    void anAddressIsRememberedWhileARoomThatItHasCreatedIsKept() {
        Admission.Seat anns = admission.connected(ANN);
        anns.leave();
        clock.addAndGet(TimeUnit.MINUTES.toNanos(1));
        admission.tick();
        assertThat(admission.networks()).isZero();

        assertThat(anns.tryKeep()).isTrue(); // its last room is left after the connection has ended
        admission.tick();
        assertThat(admission.networks()).isEqualTo(1);
        assertThat(admission.connected(ANN).tryKeep()).isFalse();

        anns.endKeeping();
        clock.addAndGet(TimeUnit.MINUTES.toNanos(1));
        admission.tick();
        assertThat(admission.networks()).isEqualTo(1); // the second connection
    }

    @Test
    void aQuietAddressIsForgottenAndOneThatIsInUseIsNot() {
        Admission.Seat seat = admission.connected(ANN);
        assertThat(seat.tryAdd()).isTrue();
        assertThat(seat.tryAdd()).isTrue();
        clock.addAndGet(TimeUnit.MINUTES.toNanos(1));
        admission.tick();
        assertThat(admission.connected(ANN).tryAdd()).isFalse();
        assertThat(admission.networks()).isEqualTo(1);
        Admission.Seat bobs = admission.connected(BOB);
        bobs.leave();
        assertThat(admission.networks()).isEqualTo(2);
        admission.tick();
        assertThat(admission.networks()).isEqualTo(1);
    }
}
