package dev.strait.runtime.internal.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.Identity;
import dev.strait.runtime.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A new token may wait in a socket that is not read. It gets 30 seconds more than the identity. */
class ExpiryWhilePausedTest {

    private static final int MAX_MESSAGES = 4;
    private static final Instant START = Instant.ofEpochSecond(1_700_000_000);
    private static final Duration VALID = Duration.ofSeconds(100);

    private final LineHandler handler = new LineHandler();
    private final WallClock wall = new WallClock();
    private final TestNode node = new TestNode(
            handler,
            new InProcessBackplane(),
            Limits.builder()
                    .maxHandlerQueueMessages(MAX_MESSAGES)
                    .pingInterval(Duration.ofHours(1))
                    .idleTimeout(Duration.ofHours(1))
                    .build(),
            wall,
            (token, handshake) ->
                    Identity.of("ann").withExpiry(START.plus(token.equals("old") ? VALID : VALID.multipliedBy(2))));
    private final TestSession ann = node.connect("hello=1&room=red");

    private static final class WallClock extends Clock {

        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    ExpiryWhilePausedTest() {
        ann.receive("{'type':'$hello','token':'old'}");
        node.runAll();
    }

    @AfterEach
    void close() {
        node.close();
    }

    /** Lets the handler fall behind, so that the socket is not read, and the identity expire. */
    private void pauseUntil(Duration afterExpiry) {
        for (int i = 0; i < MAX_MESSAGES; i++) {
            ann.receive("{'type':'say','line':'hi'}");
        }
        assertThat(ann.isPaused).isTrue();
        wall.now = START.plus(VALID);
        node.node.tick();
        node.runAll();
        assertThat(ann.isPaused).isFalse();
        wall.now = wall.now.plus(afterExpiry);
    }

    @Test
    void aTokenThatWasInTheSocketCounts() {
        pauseUntil(Duration.ofMillis(29_999));
        ann.receive("{'type':'say','line':'too late','$id':1}");
        ann.receive("{'type':'$auth','token':'new'}");
        ann.receive("{'type':'say','line':'in time'}");
        node.runAll();
        assertThat(ann.closed).isNull();
        assertThat(ann.frames).last().asString().contains("'code':'unauthenticated'", "'$re':1");
        assertThat(handler.calls).last().asString().startsWith("say in time");
        assertThat(handler.calls).noneMatch(call -> call.contains("too late"));
    }

    @Test
    void thirtySecondsAreTheLimit() {
        pauseUntil(Duration.ofSeconds(30));
        ann.receive("{'type':'$auth','token':'new'}");
        node.runAll();
        assertThat(ann.closed).hasToString("CloseReason[4401,token expired]");
    }

    @Test
    void withoutAPauseNothingIsForgiven() {
        wall.now = START.plus(VALID);
        ann.receive("{'type':'$auth','token':'new'}");
        node.runAll();
        assertThat(ann.closed).hasToString("CloseReason[4401,token expired]");
    }
}
