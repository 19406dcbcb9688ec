package dev.strait.runtime.internal.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.flight.Recorder;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.transport.Transport;
import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.TextFrame;
import dev.strait.runtime.spi.WriteCallback;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Concurrent offers while writes end on other threads: no frame is lost, duplicated or reordered. */
class OutboxStormTest {

    private static final int SENDERS = 4;
    private static final int FRAMES = 5_000;

    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    private final ExecutorService writers = Executors.newFixedThreadPool(2);
    private final ExecutorService socket = Executors.newFixedThreadPool(2);
    private final List<String> written = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean isWriting = new AtomicBoolean();
    private final AtomicInteger overlaps = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    @AfterEach
    void stop() {
        senders.shutdownNow();
        writers.shutdownNow();
        socket.shutdownNow();
    }

    /** Ends some writes on another thread, the others immediately. */
    private final Transport transport = new Transport() {
        @Override
        public boolean mayBlock() {
            return true;
        }

        @Override
        public void write(FrameBatch frames, WriteCallback callback) {
            if (!isWriting.compareAndSet(false, true)) {
                overlaps.incrementAndGet();
            }
            for (int i = 0; i < frames.size(); i++) {
                written.add(frames.frame(i).text());
            }
            if (written.size() % 2 == 0) {
                end(callback);
            } else {
                socket.execute(() -> end(callback));
            }
        }

        @Override
        public void ping(WriteCallback callback) {
            if (!isWriting.compareAndSet(false, true)) {
                overlaps.incrementAndGet();
            }
            end(callback);
        }

        private void end(WriteCallback callback) {
            isWriting.set(false);
            callback.written(null);
        }

        @Override
        public void close(CloseReason reason) {
            closed.countDown();
        }
    };

    @Test
    void allFramesAreWrittenOnceInSenderOrderBeforeTheClose() throws InterruptedException {
        Limits limits = Limits.builder()
                .maxQueuedMessages(SENDERS * FRAMES)
                .maxQueuedBytes(Long.MAX_VALUE)
                .build();
        Outbox outbox = new Outbox(
                transport,
                new Pump(new ForeignCode(List.of(), List.of(), Recorder.NONE), writers, writers),
                limits,
                new Outbox.Settings(System::nanoTime, socket::execute, socket::execute),
                () -> {});
        CountDownLatch done = new CountDownLatch(SENDERS);
        for (int sender = 0; sender < SENDERS; sender++) {
            String name = "s" + sender + " ";
            senders.execute(() -> {
                for (int i = 0; i < FRAMES; i++) {
                    outbox.offer(new TextFrame("test", (name + i).getBytes(StandardCharsets.UTF_8)), false);
                    if (i % 500 == 0) {
                        outbox.ping();
                    }
                }
                done.countDown();
            });
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        outbox.close(CloseReason.NORMAL);
        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(overlaps).hasValue(0);
        assertThat(written).hasSize(SENDERS * FRAMES);
        Map<String, Integer> next = new HashMap<>();
        for (String frame : List.copyOf(written)) {
            String[] parts = frame.split(" ", -1);
            assertThat(Integer.parseInt(parts[1])).isEqualTo(next.getOrDefault(parts[0], 0));
            next.merge(parts[0], 1, Integer::sum);
        }
    }
}
