package dev.strait.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.strait.runtime.spi.PendingHandshake;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An upgrade about which the application decides. The clock is moved by hand. */
class PendingUpgradeTest {

    private static final Answer NOT_FOUND = Answer.of(Answer.text(HttpResponseStatus.NOT_FOUND, "no\n"));

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final List<String> events = new ArrayList<>();
    private IntConsumer decided = status -> {};
    private @Nullable Answer refusalOfUpgrade;
    private @Nullable RuntimeException failureOfUpgrade;

    private void begin() {
        ChannelInboundHandlerAdapter requests = new ChannelInboundHandlerAdapter();
        channel.pipeline().addLast(requests);
        ChannelHandlerContext context = channel.pipeline().context(requests);
        PendingHandshake handshake = new PendingHandshake() {
            @Override
            public void decide(IntConsumer whenDecided) {
                decided = whenDecided;
            }

            @Override
            public void abandon() {
                events.add("abandoned");
            }
        };
        PendingUpgrade.begin(
                context,
                handshake,
                () -> {
                    if (failureOfUpgrade != null) {
                        throw failureOfUpgrade;
                    }
                    events.add("upgraded");
                    return refusalOfUpgrade;
                },
                answer -> events.add(
                        answer == null
                                ? "done"
                                : "answered " + answer.head().status().code()));
    }

    private void decide(int status) {
        decided.accept(status);
        channel.runPendingTasks();
    }

    private void advance(int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    @Test
    void anAcceptedClientIsUpgraded() {
        begin();
        decide(PendingHandshake.ACCEPTED);
        advance(60);
        assertThat(events).containsExactly("upgraded", "done");
    }

    @Test
    void aRefusedClientGetsTheStatus() {
        begin();
        decide(403);
        advance(60);
        assertThat(events).containsExactly("answered 403");
    }

    @Test
    void aClientWaitsForTenSecondsAndALaterDecisionHasNoEffect() {
        begin();
        advance(9);
        assertThat(events).isEmpty();
        advance(1);
        assertThat(events).containsExactly("abandoned", "answered 503");
        decide(PendingHandshake.ACCEPTED);
        assertThat(events).hasSize(2);
    }

    @Test
    void aClientThatHasGoneIsAbandonedAtOnce() {
        begin();
        channel.close().syncUninterruptibly();
        assertThat(events).containsExactly("abandoned");
        decide(PendingHandshake.ACCEPTED);
        assertThat(events).hasSize(1);
    }

    @Test
    void anUpgradeThatThrowsEndsTheConnection() {
        failureOfUpgrade = new IllegalStateException("the engine failed");
        begin();
        decide(PendingHandshake.ACCEPTED);
        assertThat(events).containsExactly("abandoned");
        assertThat(catchThrowable(channel::checkException)).isEqualTo(failureOfUpgrade);
    }

    @Test
    void theApplicationHearsOfAnUpgradeThatFails() {
        refusalOfUpgrade = NOT_FOUND;
        begin();
        decide(PendingHandshake.ACCEPTED);
        assertThat(events).containsExactly("upgraded", "abandoned", "answered 404");
    }
}
