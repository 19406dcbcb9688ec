package dev.strait.runtime.internal.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.Delivery;
import dev.strait.runtime.Limits;
import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.ChannelGateway;
import dev.strait.runtime.spi.Emission;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The way of an emit: through the backplane, to the connections of this node. */
class EmissionsTest {

    /** Two nodes in one process: what one publishes, both deliver. */
    private static final class TwoNodes {

        private final List<Function<Emission, Delivery>> nodes = new ArrayList<>();

        Backplane next() {
            return new Backplane() {
                private Function<Emission, Delivery> own = emission -> Delivery.NONE;

                @Override
                public void start(Function<Emission, Delivery> local) {
                    own = local;
                    nodes.add(local);
                }

                @Override
                public Delivery publish(Emission emission) {
                    Delivery here = own.apply(emission);
                    for (Function<Emission, Delivery> node : nodes) {
                        if (!node.equals(own)) {
                            Delivery unused = node.apply(emission);
                        }
                    }
                    return here;
                }

                @Override
                public void close() {}
            };
        }
    }

    @Test
    void anEmitReachesTheMembersOnAllNodesAndCountsThoseOfItsOwn() {
        TwoNodes nodes = new TwoNodes();
        try (TestNode here = new TestNode(new LineHandler(), nodes.next(), Limits.defaults());
                TestNode there = new TestNode(new LineHandler(), nodes.next(), Limits.defaults())) {
            TestSession ann = here.connect("user=ann&room=red");
            TestSession bob = there.connect("user=bob&room=red");
            ChannelGateway<String, String> gateway = here.node.channel(LineHandler.CONTRACT);
            assertThat(gateway.rooms(List.of("red")).send("hi")).isEqualTo(Delivery.of(1, 1, 0));
            assertThat(ann.frames).endsWith("{'type':'said','line':'hi','$room':'red'}");
            assertThat(bob.frames).endsWith("{'type':'said','line':'hi','$room':'red'}");
        }
    }

    @Test
    void aConnectionThatSeveralTargetsNameGetsOneFrame() {
        try (TestNode node = new TestNode(new LineHandler())) {
            TestSession ann = node.connect("user=ann&room=red&room=blue");
            ann.frames.clear();
            ChannelGateway<String, String> gateway = node.node.channel(LineHandler.CONTRACT);
            Delivery delivery = gateway.rooms(List.of("red", "blue"))
                    .and(gateway.users(List.of("ann")))
                    .and(gateway.everyone())
                    .send("hi");
            assertThat(delivery).isEqualTo(Delivery.of(1, 1, 0));
            assertThat(ann.frames).containsExactly("{'type':'said','line':'hi','$room':'red'}");
        }
    }

    @Test
    void theFailureOfABackplaneReachesTheEmitter() {
        Backplane broken = new Backplane() {
            @Override
            public void start(Function<Emission, Delivery> local) {}

            @Override
            public Delivery publish(Emission emission) {
                throw new IllegalStateException("no link");
            }

            @Override
            public void close() {
                throw new IllegalStateException("no link either");
            }
        };
        try (TestNode node = new TestNode(new LineHandler(), broken, Limits.defaults())) {
            ChannelGateway<String, String> gateway = node.node.channel(LineHandler.CONTRACT);
            assertThatThrownBy(() -> gateway.everyone().send("hi")).hasMessage("no link");
            node.node.close(); // and everything else is closed all the same
        }
    }
}
