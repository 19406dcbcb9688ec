package dev.strait.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The timeouts of HTTP connections, with a manual clock. */
class RequestDeadlineTest {

    private static final Duration REQUEST = Duration.ofSeconds(10);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
    private static final Duration A_MILLISECOND = Duration.ofMillis(1);

    private final RequestDeadline deadline = new RequestDeadline(ServerLimits.builder()
            .requestTimeout(REQUEST)
            .keepAliveTimeout(KEEP_ALIVE)
            .build());

    private final EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void connect() {
        channel.freezeTime();
        channel.pipeline().addLast(deadline);
    }

    @AfterEach
    void disconnect() {
        channel.finishAndReleaseAll();
    }

    private void advance(Duration time) {
        channel.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
        channel.runScheduledPendingTasks();
    }

    private void receive(String part) {
        channel.writeInbound(Unpooled.copiedBuffer(part, StandardCharsets.US_ASCII));
    }

    private void assertClosesAfter(Duration time) {
        advance(time.minus(A_MILLISECOND));
        assertThat(channel.isOpen()).isTrue();
        advance(A_MILLISECOND);
        assertThat(channel.isOpen()).isFalse();
    }

    private ChannelHandlerContext context() {
        return channel.pipeline().context(deadline);
    }

    @Test
    void aConnectionWithoutARequestIsClosed() {
        assertClosesAfter(REQUEST);
    }

    @Test
    void anIncompleteRequestClosesTheConnection() {
        advance(REQUEST.minusSeconds(1));
        receive("GET / HT");
        assertClosesAfter(Duration.ofSeconds(1));
    }

    @Test
    void responsesHaveNoTimeout() {
        receive("GET / HTTP/1.1\r\n\r\n");
        deadline.received();
        advance(Duration.ofDays(1));
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void anIdleConnectionIsClosedAfterTheKeepAliveTimeout() {
        deadline.received();
        deadline.responded(context());
        assertClosesAfter(KEEP_ALIVE);
    }

    @Test
    void theTimeoutOfTheNextRequestStartsAtItsFirstByte() {
        deadline.received();
        deadline.responded(context());
        advance(KEEP_ALIVE.minusSeconds(1));
        receive("G");
        advance(Duration.ofSeconds(2));
        receive("E");
        assertClosesAfter(REQUEST.minusSeconds(2));
    }

    @Test
    void anUpgradedConnectionStaysOpen() {
        channel.pipeline().remove(deadline);
        advance(Duration.ofDays(1));
        assertThat(channel.isOpen()).isTrue();
    }
}
