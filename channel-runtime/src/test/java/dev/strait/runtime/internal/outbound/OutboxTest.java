package dev.strait.runtime.internal.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.flight.Recorder;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.outbound.Outbox.Offer;
import dev.strait.runtime.spi.TextFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxTest {

    /** What a frame counts beside its size. */
    private static final int OVERHEAD = 64;

    private final ManualTransport transport = new ManualTransport();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong clock = new AtomicLong(1_000);
    private final Outbox outbox = outbox(Limits.builder().maxQueuedMessages(3));

    private Outbox outbox(Limits.Builder limits) {
        Outbox.Settings settings = new Outbox.Settings(clock::get, Runnable::run, Runnable::run);
        return new Outbox(
                transport,
                new Pump(new ForeignCode(List.of(), List.of(), Recorder.NONE), Runnable::run, Runnable::run),
                limits.build(),
                settings,
                failures::incrementAndGet);
    }

    private static TextFrame frame(String text) {
        return new TextFrame("test", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFrameOnAnIdleConnectionIsWrittenImmediately() {
        assertThat(outbox.offer(frame("a"), false)).isEqualTo(Offer.QUEUED);
        assertThat(transport.written).containsExactly("a");
    }

    @Test
    void framesQueuedDuringAWriteAreWrittenInTheNextWrite() {
        outbox.offer(frame("a"), false);
        outbox.offer(frame("b"), false);
        outbox.offer(frame("c"), false);
        assertThat(transport.written).containsExactly("a");
        transport.finish();
        assertThat(transport.written).containsExactly("a", "b", "c");
        outbox.offer(frame("d"), false);
        assertThat(transport.written).hasSize(3);
        transport.finish();
        assertThat(transport.written).containsExactly("a", "b", "c", "d");
        transport.finish();
        assertThat(transport.callbacks).isEmpty();
    }

    @Test
    void framesAreRejectedIfTooManyMessagesAreQueued() {
        for (String text : new String[] {"in flight", "", "", ""}) {
            assertThat(outbox.offer(frame(text), false)).isEqualTo(Offer.QUEUED);
        }
        assertThat(outbox.offer(frame(""), false)).isEqualTo(Offer.FULL);
        transport.finish();
        assertThat(outbox.offer(frame(""), false)).isEqualTo(Offer.QUEUED);
    }

    @Test
    void framesAreRejectedIfTooManyBytesAreQueuedOrInFlight() {
        Outbox outbox = outbox(Limits.builder().maxQueuedBytes(2 * OVERHEAD + 10));
        assertThat(outbox.offer(frame("12345678"), false)).isEqualTo(Offer.QUEUED);
        assertThat(outbox.offer(frame("中"), false)).isEqualTo(Offer.FULL);
        assertThat(outbox.offer(frame("ä"), false)).isEqualTo(Offer.QUEUED);
        assertThat(outbox.offer(frame("x"), false)).isEqualTo(Offer.FULL);
        transport.finish();
        assertThat(outbox.offer(frame("12345678"), false)).isEqualTo(Offer.QUEUED);
    }

    @Test
    void aCloseFollowsQueuedFramesAndRejectsLaterOnes() {
        outbox.offer(frame("a"), false);
        outbox.offer(frame("b"), false);
        outbox.close(CloseReason.NORMAL);
        assertThat(outbox.offer(frame("late"), false)).isEqualTo(Offer.CLOSED);
        transport.finish();
        assertThat(transport.closed).isNull();
        transport.finish();
        assertThat(transport.closed).isEqualTo(CloseReason.NORMAL);
        assertThat(transport.written).containsExactly("a", "b");
    }

    @Test
    void anIdleConnectionIsClosedImmediatelyAndOnce() {
        outbox.close(CloseReason.NORMAL);
        outbox.close(new CloseReason(1012, "second"));
        outbox.evict(new CloseReason(1013, "third"));
        assertThat(transport.closed).isEqualTo(CloseReason.NORMAL);
    }

    @Test
    void anEvictionDoesNotWaitForAHangingWrite() {
        outbox.offer(frame("hangs"), false);
        outbox.offer(frame("forgotten"), false);
        outbox.evict(new CloseReason(1013, "too slow"));
        assertThat(transport.closed).isEqualTo(new CloseReason(1013, "too slow"));
        transport.finish();
        assertThat(transport.written).containsExactly("hangs");
        assertThat(outbox.offer(frame("late"), false)).isEqualTo(Offer.CLOSED);
    }

    @Test
    void aFailedWriteIsReportedAndNothingElseIsWritten() {
        outbox.offer(frame("a"), false);
        outbox.offer(frame("b"), false);
        transport.callbacks.remove().written(new IOException("broken pipe"));
        assertThat(failures).hasValue(1);
        assertThat(transport.written).containsExactly("a");
    }

    @Test
    void aPingIsSentBeforeQueuedFrames() {
        outbox.ping();
        assertThat(transport.pings).isEqualTo(1);
        outbox.offer(frame("a"), false);
        outbox.offer(frame("b"), false);
        outbox.ping();
        assertThat(transport.pings).isEqualTo(1);
        transport.finish();
        assertThat(transport.pings).isEqualTo(2);
        assertThat(transport.written).containsExactly("a", "b");
        transport.finish();
        outbox.close(CloseReason.NORMAL);
        outbox.ping();
        assertThat(transport.pings).isEqualTo(2);
    }

    @Test
    void anIdleOutboxAcceptsOneFrameOfAnySize() {
        Outbox outbox = outbox(Limits.builder().maxQueuedBytes(10));
        assertThat(outbox.offer(frame("x".repeat(11)), false)).isEqualTo(Offer.QUEUED);
        assertThat(outbox.offer(frame("x"), false)).isEqualTo(Offer.FULL);
        transport.finish();
        assertThat(outbox.offer(frame("x"), false)).isEqualTo(Offer.QUEUED);
    }

    @Test
    void aStuckWriteIsDetected() {
        assertThat(outbox.stuckNanos(clock.get())).isZero();
        outbox.offer(frame("a"), false);
        assertThat(outbox.stuckNanos(clock.get() + 77)).isEqualTo(77);
        transport.finish();
        assertThat(outbox.stuckNanos(clock.get() + 77)).isZero();
    }

    @Test
    void immediateCallbacksDoNotOverflowTheStack() {
        Outbox large = outbox(Limits.builder().maxQueuedMessages(100_000).maxQueuedBytes(Long.MAX_VALUE));
        large.offer(frame("first"), false);
        IntStream.range(0, 50_000).forEach(i -> large.offer(frame(""), false));
        transport.isImmediate = true;
        transport.finish();
        assertThat(transport.written).hasSize(50_001);
    }

    @Test
    void anExceptionFromTheTransportIsAFailedWrite() {
        transport.isBroken = true;
        outbox.offer(frame("a"), false);
        assertThat(failures).hasValue(1);
        assertThat(outbox.stuckNanos(clock.get() + 77)).isZero();
    }

    @Test
    void producersAreCalledWhenHalfOfTheQueueIsFree() {
        Outbox outbox = outbox(Limits.builder().maxQueuedMessages(4));
        AtomicInteger calls = new AtomicInteger();
        assertThat(outbox.callWhenWritable(calls::incrementAndGet)).isFalse();
        for (String text : new String[] {"in flight", "1", "2", "3"}) {
            outbox.offer(frame(text), false);
        }
        assertThat(outbox.callWhenWritable(calls::incrementAndGet)).isTrue();
        assertThat(calls).hasValue(0);
        transport.finish(); // all that waits is now in flight
        transport.finish();
        assertThat(calls).hasValue(1);
        assertThat(outbox.callWhenWritable(calls::incrementAndGet)).isFalse();
        assertThat(calls).hasValue(1);
    }

    @Test
    void producersAreNotCalledAfterTheClose() {
        Outbox outbox = outbox(Limits.builder().maxQueuedMessages(2));
        AtomicInteger calls = new AtomicInteger();
        for (String text : new String[] {"in flight", "1", "2"}) {
            outbox.offer(frame(text), false);
        }
        assertThat(outbox.callWhenWritable(calls::incrementAndGet)).isTrue();
        outbox.forget();
        transport.finish();
        assertThat(outbox.callWhenWritable(calls::incrementAndGet)).isTrue();
        assertThat(calls).hasValue(0);
    }
}
