package dev.strait.runtime.internal.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.RoomBinding;
import dev.strait.runtime.spi.RoomMembers;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Endpoints of the same channel share its rooms. All must have a handler, or all the same room object. */
class ServingTest {

    /** Rooms that count lines. */
    private static final class Counters implements RoomBinding<String, int[], String, String, String> {

        @Override
        public Object application() {
            return this;
        }

        @Override
        public ChannelContract<String, String, String> contract() {
            return LineHandler.CONTRACT;
        }

        @Override
        public String open(@Nullable String room, Handshake handshake) {
            return "guest";
        }

        @Override
        public Optional<String> user(String state, Handshake handshake) {
            return Optional.empty();
        }

        @Override
        public Duration tickEvery() {
            return Duration.ZERO;
        }

        @Override
        public int[] create(String room) {
            return new int[1];
        }

        @Override
        public void join(int[] state, ChannelConnection<String, String, String> connection) {}

        @Override
        public void joined(int[] state, ChannelConnection<String, String, String> connection) {}

        @Override
        public @Nullable Object receive(String line, ChannelConnection<String, String, String> from, int[] state) {
            state[0]++;
            from.toRoom().send(line + " " + state[0]);
            return null;
        }

        @Override
        public void left(int[] state, ChannelConnection<String, String, String> connection) {}

        @Override
        public void closed(ChannelConnection<String, String, String> connection, CloseReason reason) {}

        @Override
        public void tick(int[] state, RoomMembers<String, String, String> members, Duration elapsed) {}

        @Override
        public void emptied(String room, int[] state) {}
    }

    @Test
    void endpointsWithTheSameRoomObjectShareItsState() {
        Counters counters = new Counters();
        try (TestNode node = new TestNode(counters)) {
            TestNode.LineEndpoint second = new TestNode.LineEndpoint(counters);
            second.path("/more");
            assertThatCode(() -> node.node.add(second)).doesNotThrowAnyException();
            TestSession ann = node.connect("room=red");
            ann.receive("{'type':'say','line':'hi'}");
            node.runAll();
            assertThat(ann.frames).endsWith("{'type':'said','line':'hi 1','$room':'red'}");
            assertThat(node.node.rooms(counters).call("red", (state, members) -> state[0]))
                    .isNotNull();
        }
    }

    @Test
    void aSecondRoomObjectAndAnAdditionalHandlerAreRejected() {
        try (TestNode node = new TestNode(new Counters())) {
            TestNode.LineEndpoint other = new TestNode.LineEndpoint(new Counters());
            other.path("/other");
            assertThatThrownBy(() -> node.node.add(other))
                    .isInstanceOf(ChannelDeploymentException.class)
                    .hasMessageContaining("Use the same room object for all of them.");
            TestNode.LineEndpoint handler = new TestNode.LineEndpoint(new LineHandler());
            handler.path("/handler");
            assertThatThrownBy(() -> node.node.add(handler))
                    .isInstanceOf(ChannelDeploymentException.class)
                    .hasMessageContaining("Use a handler for all of them");
        }
    }

    @Test
    void roomCallsFailAfterTheHubIsClosed() {
        Counters counters = new Counters();
        try (TestNode node = new TestNode(counters)) {
            node.node.close();
            assertThat(node.node
                            .rooms(counters)
                            .call("red", (state, members) -> 1)
                            .toCompletableFuture())
                    .isCompletedExceptionally();
        }
    }
}
