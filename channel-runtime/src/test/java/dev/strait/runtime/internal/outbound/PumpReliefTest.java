package dev.strait.runtime.internal.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.flight.Recorder;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.transport.Transport;
import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.TextFrame;
import dev.strait.runtime.spi.TimeSource;
import dev.strait.runtime.spi.WriteCallback;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A relief between any two steps of a sender or writer never sends a frame to the wrong connection. */
class PumpReliefTest {

    private final Map<String, List<String>> received = new ConcurrentHashMap<>();

    private Outbox outbox(String name, Pump pump, TimeSource time, Runnable onWrite) {
        received.put(name, Collections.synchronizedList(new ArrayList<>()));
        Transport transport = new Transport() {
            @Override
            public void write(FrameBatch frames, WriteCallback callback) {
                for (int i = 0; i < frames.size(); i++) {
                    received.get(name).add(frames.frame(i).text());
                }
                onWrite.run();
                callback.written(null);
            }

            @Override
            public void ping(WriteCallback callback) {
                callback.written(null);
            }

            @Override
            public void close(CloseReason reason) {}

            @Override
            public boolean mayBlock() {
                return true;
            }
        };
        Limits limits = Limits.builder().maxQueuedMessages(1_000_000).build();
        return new Outbox(transport, pump, limits, new Outbox.Settings(time, Runnable::run, Runnable::run), () -> {});
    }

    private static TextFrame frame(String text) {
        return new TextFrame("test", text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The sender is preempted between its offer and the start of the pump, so the relief starts it. Two runs must not share
     * frames that they took from an outbox.
     */
    @Test
    void aReliefBeforeThePumpStartsDoesNotMixUpConnections() throws InterruptedException {
        List<Runnable> runs = Collections.synchronizedList(new ArrayList<>());
        Pump pump = new Pump(new ForeignCode(List.of(), List.of(), Recorder.NONE), runs::add, runs::add);
        CountDownLatch framesTaken = new CountDownLatch(1);
        CountDownLatch otherRunDone = new CountDownLatch(1);
        AtomicBoolean isFirst = new AtomicBoolean(true);
        TimeSource betweenTakingAndWriting = () -> {
            if (isFirst.compareAndSet(true, false)) {
                framesTaken.countDown();
                awaitQuietly(otherRunDone);
            }
            return 0;
        };
        Outbox ann = outbox("ann", pump, betweenTakingAndWriting, () -> {});
        Outbox bob = outbox("bob", pump, betweenTakingAndWriting, () -> {});
        Thread sender = new Thread(() -> ann.offer(frame("for ann"), false));
        synchronized (pump) {
            sender.start();
            while (sender.getState() != Thread.State.BLOCKED && sender.isAlive()) {
                Thread.onSpinWait();
            }
            pump.relieve();
        }
        sender.join();
        bob.offer(frame("for bob"), false);
        Thread first = new Thread(runs.get(0));
        first.start();
        assertThat(framesTaken.await(30, TimeUnit.SECONDS)).isTrue();
        List.copyOf(runs.subList(1, runs.size())).forEach(Runnable::run);
        otherRunDone.countDown();
        first.join();
        assertThat(received.get("ann")).containsExactly("for ann");
        assertThat(received.get("bob")).containsExactly("for bob");
    }

    @Test
    void concurrentOffersAndReliefsSendEachFrameOnceAndInOrder() throws InterruptedException {
        int outboxes = 16;
        int senders = 4;
        int bursts = 5_000;
        ExecutorService writers = Executors.newCachedThreadPool();
        Pump pump = new Pump(new ForeignCode(List.of(), List.of(), Recorder.NONE), writers, writers);
        AtomicInteger written = new AtomicInteger();
        List<Outbox> all = IntStream.range(0, outboxes)
                .mapToObj(i -> outbox("to " + i, pump, System::nanoTime, written::incrementAndGet))
                .toList();
        Phaser done = new Phaser(1 + senders);
        for (int sender = 0; sender < senders; sender++) {
            int first = sender * outboxes / senders;
            new Thread(() -> {
                        for (int i = 0; i < bursts; i++) {
                            for (int to = first; to < first + outboxes / senders; to++) {
                                all.get(to).offer(frame("to " + to + " " + i), false);
                            }
                            LockSupport.parkNanos(1); // lets the pump become idle often
                        }
                        done.arrive();
                    })
                    .start();
        }
        AtomicBoolean isOver = new AtomicBoolean();
        Thread timer = new Thread(() -> {
            while (!isOver.get()) {
                pump.relieve();
            }
        });
        timer.start();
        done.arriveAndAwaitAdvance();
        while (received.values().stream().anyMatch(frames -> frames.size() < bursts)) {
            Thread.onSpinWait();
        }
        isOver.set(true);
        timer.join();
        writers.shutdown();
        received.forEach((name, frames) -> assertThat(frames)
                .containsExactlyElementsOf(
                        IntStream.range(0, bursts).mapToObj(i -> name + " " + i).toList()));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
