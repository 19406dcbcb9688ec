package dev.strait.runtime.internal.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.Delivery;
import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.foreign.Engine;
import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.ChannelGateway;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Emits reach connections through the backplane. */
class EmissionsTest {

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
    void aBackplaneThatFailsFailsTheStageAndNotTheEmit() {
        Backplane broken = new SilentBackplane() {
            @Override
            public CompletionStage<Void> publish(Topic topic, Envelope envelope) {
                throw new IllegalStateException("no link");
            }

            @Override
            public void close() {
                throw new IllegalStateException("no link either");
            }
        };
        try (TestNode node = new TestNode(new LineHandler(), broken, Limits.defaults());
                LogEntries log = new LogEntries(Engine.class)) {
            TestSession ann = node.connect("user=ann&room=red");
            ChannelGateway<String, String> gateway = node.node.channel(LineHandler.CONTRACT);
            Delivery delivery = gateway.rooms(List.of("red")).send("hi");
            assertThat(delivery).isEqualTo(Delivery.of(1, 1, 0));
            assertThat(ann.frames).endsWith("{'type':'said','line':'hi','$room':'red'}");
            assertThat(delivery.elsewhere().toCompletableFuture())
                    .isCompletedExceptionally()
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .withCauseInstanceOf(Backplane.Unavailable.class)
                    .withRootCauseInstanceOf(IllegalStateException.class);
            node.node.close();
            assertThat(log.texts).containsOnly("The backplane failed in publish.", "The backplane failed in close.");
        }
    }

    @Test
    void onASingleNodeNothingIsOnItsWay() {
        try (TestNode node = new TestNode(new LineHandler())) {
            ChannelGateway<String, String> gateway = node.node.channel(LineHandler.CONTRACT);
            assertThat(gateway.everyone().send("hi").elsewhere().toCompletableFuture())
                    .isCompleted();
        }
    }
}
