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

/** Emits reach connections through the backplane. */
class EmissionsTest {

    /** Connects two nodes in one process. Each delivers the emissions of both. */
    private static final class TwoNodes {

        private final List<Function<Emission, Delivery>> nodes = new ArrayList<>();

        Backplane connect() {
            return new Backplane() {
                private Function<Emission, Delivery> own = emission -> Delivery.NONE;

                @Override
                public void start(Function<Emission, Delivery> local) {
                    own = local;
                    nodes.add(local);
                }

                @Override
                public Delivery publish(Emission emission) {
                    Delivery delivery = own.apply(emission);
                    for (Function<Emission, Delivery> node : nodes) {
                        if (!node.equals(own)) {
                            Delivery unused = node.apply(emission);
                        }
                    }
                    return delivery;
                }

                @Override
                public void close() {}
            };
        }
    }

    @Test
    void anEmitReachesMembersOnAllNodesAndCountsLocalOnes() {
        TwoNodes nodes = new TwoNodes();
        try (TestNode first = new TestNode(new LineHandler(), nodes.connect(), Limits.defaults());
                TestNode second = new TestNode(new LineHandler(), nodes.connect(), Limits.defaults())) {
            TestSession ann = first.connect("user=ann&room=red");
            TestSession bob = second.connect("user=bob&room=red");
            ChannelGateway<String, String> gateway = first.node.channel(LineHandler.CONTRACT);
            assertThat(gateway.rooms(List.of("red")).send("hi")).isEqualTo(Delivery.of(1, 1, 0));
            assertThat(ann.frames).endsWith("{'type':'said','line':'hi','$room':'red'}");
            assertThat(bob.frames).endsWith("{'type':'said','line':'hi','$room':'red'}");
        }
    }

    @Test
    void aConnectionInSeveralTargetsReceivesOneFrame() {
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
    void aBackplaneFailureIsThrownToTheEmitter() {
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
            node.node.close(); // does not throw
        }
    }
}
