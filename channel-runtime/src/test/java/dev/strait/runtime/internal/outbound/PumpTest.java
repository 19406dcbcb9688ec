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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PumpTest {

    /** The tasks of the executor, which the test runs. */
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    private final Pump pump = new Pump(new ForeignCode(List.of(), List.of(), Recorder.NONE), tasks::add, tasks::add);
    private final List<String> written = new ArrayList<>();
    private final List<FrameBatch> batches = new ArrayList<>();

    private Outbox outbox(String name) {
        return outbox(name, () -> {});
    }

    private Outbox outbox(String name, Runnable onWrite) {
        Transport transport = new Transport() {
            @Override
            public void write(FrameBatch frames, WriteCallback callback) {
                for (int i = 0; i < frames.size(); i++) {
                    written.add(name + " " + frames.frame(i).text());
                }
                batches.add(frames);
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
                return false;
            }
        };
        Outbox.Settings settings = new Outbox.Settings(System::nanoTime, Runnable::run, Runnable::run);
        return new Outbox(transport, pump, Limits.defaults(), settings, () -> {});
    }

    private static TextFrame frame(String text) {
        return new TextFrame("test", text.getBytes(StandardCharsets.UTF_8));
    }

    private void runAll() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    @Test
    void membersWithTheSameQueuedFramesShareABatch() {
        List<Outbox> room = List.of(outbox("a"), outbox("b"), outbox("c"));
        for (TextFrame frame : List.of(frame("1"), frame("2"))) {
            room.forEach(member -> member.offer(frame, false));
        }
        runAll();
        assertThat(written).containsExactly("a 1", "a 2", "b 1", "b 2", "c 1", "c 2");
        assertThat(batches).hasSize(3).allSatisfy(batch -> assertThat(batch).isSameAs(batches.get(0)));
    }

    @Test
    void aMemberWithMoreQueuedFramesHasItsOwnBatch() {
        Outbox a = outbox("a");
        Outbox b = outbox("b");
        TextFrame shared = frame("1");
        b.offer(frame("0"), false);
        a.offer(shared, false);
        b.offer(shared, false);
        runAll();
        assertThat(written).containsExactly("b 0", "b 1", "a 1");
    }

    @Test
    void outboxesThatBecomeReadyBeforeARunShareOneTask() {
        IntStream.range(0, 100).forEach(i -> outbox("member").offer(frame("x"), false));
        assertThat(tasks).hasSize(1);
        runAll();
        assertThat(written).hasSize(100);
        outbox("later").offer(frame("x"), false);
        assertThat(tasks).hasSize(1);
    }

    @Test
    void aSmallRoomWaitsOnlyForASliceOfALargeRoom() {
        TextFrame large = frame("large");
        IntStream.range(0, 100_000).forEach(i -> outbox("").offer(large, true));
        outbox("").offer(frame("small"), false);
        tasks.remove().run();
        outbox("").offer(frame("later"), false);
        runAll();
        assertThat(written).hasSize(100_002);
        assertThat(written.indexOf(" small")).isLessThan(2 * Pump.SLICE);
        assertThat(written.indexOf(" later")).isLessThan(4 * Pump.SLICE);
    }

    @Test
    void smallRoomsDoNotStarveALargeRoom() {
        TextFrame large = frame("large");
        IntStream.range(0, 5_000).forEach(i -> outbox("").offer(large, true));
        int runs = 0;
        while (written.stream().filter(" large"::equals).count() < 5_000) {
            outbox("").offer(frame("small"), false);
            tasks.remove().run();
            runs++;
        }
        assertThat(runs).isLessThan(100);
    }

    @Test
    void aLaterLargeRoomAlternatesWithTheFirst() {
        TextFrame first = frame("first");
        TextFrame second = frame("second");
        IntStream.range(0, 20_000).forEach(i -> outbox("").offer(first, true));
        tasks.remove().run();
        IntStream.range(0, 1_000).forEach(i -> outbox("").offer(second, true));
        runAll();
        assertThat(written.lastIndexOf(" second")).isLessThan(5_000);
    }

    @Test
    void theTimerRetriesARunThatTheExecutorRejected() {
        List<Runnable> accepted = new ArrayList<>();
        boolean[] isBusy = {true};
        Executor busy = task -> {
            if (isBusy[0]) {
                throw new RejectedExecutionException("busy");
            }
            accepted.add(task);
        };
        Pump retrying = new Pump(new ForeignCode(List.of(), List.of(), Recorder.NONE), busy, busy);
        Outbox outbox = new Outbox(
                new ManualTransport(),
                retrying,
                Limits.defaults(),
                new Outbox.Settings(System::nanoTime, Runnable::run, Runnable::run),
                () -> {});
        assertThat(outbox.offer(frame("x"), false)).isEqualTo(Outbox.Offer.QUEUED);
        retrying.relieve();
        isBusy[0] = false;
        retrying.relieve();
        assertThat(accepted).hasSize(1);
    }

    @Test
    void anotherThreadContinuesWhileAWriteIsStuck() {
        List<String> writtenDuringStuckWrite = new ArrayList<>();
        Outbox next = outbox("next");
        Outbox stuck = outbox("stuck", () -> {
            // The timer runs twice during the write.
            pump.relieve();
            pump.relieve();
            runAll();
            writtenDuringStuckWrite.addAll(written);
        });
        stuck.offer(frame("1"), false);
        next.offer(frame("1"), false);
        runAll();
        assertThat(writtenDuringStuckWrite).containsExactly("stuck 1", "next 1");
        assertThat(written).containsExactly("stuck 1", "next 1");
        next.offer(frame("2"), false);
        runAll();
        assertThat(written).contains("next 2");
    }
}
