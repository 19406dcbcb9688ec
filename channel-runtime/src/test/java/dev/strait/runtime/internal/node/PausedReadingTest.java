package dev.strait.runtime.internal.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.spi.ChannelGateway;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the socket of a connection is not read. */
class PausedReadingTest {

    private static final int MAX_MESSAGES = 4;
    private static final String SAY = "{'type':'say','line':'hi','$id':1}";

    private final LineHandler handler = new LineHandler();
    private final TestNode node = new TestNode(
            handler,
            new InProcessBackplane(),
            Limits.builder()
                    .maxHandlerQueueMessages(MAX_MESSAGES)
                    .maxHandlerQueueBytes(1_000)
                    .maxMessagesPerSecond(100)
                    .maxMessageBurst(20)
                    .idleTimeout(Duration.ofSeconds(5))
                    .messageTimeout(Duration.ofSeconds(5))
                    .build());
    private final TestSession ann = node.connect("user=ann&room=red");

    @AfterEach
    void close() {
        node.close();
    }

    private void receive(int times) {
        for (int i = 0; i < times; i++) {
            ann.receive(SAY);
        }
    }

    /** Advances the clock in steps, because a jump counts as a pause of the process. */
    private void advance(Duration time) {
        for (long left = time.toMillis(); left > 0; left -= 500) {
            node.clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(Math.min(left, 500)));
            node.node.tick();
        }
    }

    @Test
    void aFullQueueIsReadAgainOnceItIsHalfEmpty() {
        receive(MAX_MESSAGES - 1);
        assertThat(ann.isPaused).isFalse();
        receive(1);
        assertThat(ann.isPaused).isTrue();
        node.runAll();
        assertThat(ann.isPaused).isFalse();
        assertThat(handler.calls).filteredOn("say hi in red"::equals).hasSize(MAX_MESSAGES);
        assertThat(ann.frames).containsExactly("{'type':'$joined','room':'red'}");
    }

    @Test
    void theLastMessageMayExceedTheSizeOfTheQueue() {
        ann.receive("{'type':'say','line':'" + "x".repeat(900) + "'}");
        assertThat(ann.isPaused).isFalse();
        ann.receive("{'type':'say','line':'" + "x".repeat(500) + "'}");
        assertThat(ann.isPaused).isTrue();
        node.runAll();
        assertThat(ann.isPaused).isFalse();
        assertThat(ann.frames).containsExactly("{'type':'$joined','room':'red'}");
    }

    @Test
    void aFullQueueIsReadAgainAfterTenSeconds() {
        receive(MAX_MESSAGES);
        advance(Duration.ofMillis(9_999));
        assertThat(ann.isPaused).isTrue();
        advance(Duration.ofMillis(1));
        assertThat(ann.isPaused).isFalse();
        receive(1);
        assertThat(ann.isPaused).isFalse();
        assertThat(ann.frames).last().asString().contains("'code':'overloaded'");
        node.runAll();
        receive(MAX_MESSAGES);
        assertThat(ann.isPaused).isTrue();
    }

    @Test
    void theRateIsHeldAndReadAgainWhenThereIsATokenForTheNextMessage() {
        for (int i = 0; i < 20; i++) {
            assertThat(ann.isPaused).isFalse();
            receive(1);
            node.runAll();
        }
        assertThat(ann.isPaused).isTrue();
        node.clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(10));
        while (ann.isPaused) {
            Thread.onSpinWait(); // the timer of the node runs in real time
        }
        assertThat(ann.frames).containsExactly("{'type':'$joined','room':'red'}");
    }

    @Test
    void pausedTimeCountsAsLife() {
        ann.frameBegan();
        receive(MAX_MESSAGES);
        for (int i = 0; i < 9; i++) {
            advance(Duration.ofSeconds(1));
        }
        assertThat(ann.isPaused).isTrue();
        assertThat(ann.closed).isNull();
        node.runAll();
        advance(Duration.ofMillis(4_900));
        assertThat(ann.closed).isNull();
        advance(Duration.ofSeconds(1));
        node.runAll();
        assertThat(ann.closed).hasToString("CloseReason[1008,message timeout]");
    }

    @Test
    void aPauseOfTheWholeProcessDoesNotCount() {
        node.node.tick();
        receive(MAX_MESSAGES);
        node.clock.addAndGet(Duration.ofSeconds(30).toNanos());
        node.node.tick();
        assertThat(ann.isPaused).isTrue();
        advance(Duration.ofSeconds(10));
        assertThat(ann.isPaused).isFalse();
    }

    @Test
    void aConnectionThatClosesIsReadUntilItsEnd() {
        receive(MAX_MESSAGES);
        assertThat(ann.isPaused).isTrue();
        ChannelGateway<String, String> channel = node.node.channel(LineHandler.CONTRACT);
        channel.close(channel.connections().get(0).id(), CloseReason.NORMAL); // while its handler is behind
        assertThat(ann.isPaused).isFalse();
        receive(10 * MAX_MESSAGES);
        assertThat(ann.isPaused).isFalse();
    }
}
