package dev.strait.runtime.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.internal.flight.Recorder;
import dev.strait.runtime.internal.foreign.ForeignCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InboxTest {

    private final Deque<Runnable> executor = new ArrayDeque<>();
    private final Inbox inbox = inbox(executor::add, executor::add);
    private final List<Integer> done = new ArrayList<>();

    private static Inbox inbox(Executor clientExecutor, Executor executor) {
        return new Inbox(
                new Inbox.Settings(new ForeignCode(List.of(), List.of(), Recorder.NONE), clientExecutor, executor, 20));
    }

    private static Inbox shared(Executor executor) {
        return new Inbox(Inbox.Settings.unbounded(new ForeignCode(List.of(), List.of(), Recorder.NONE), executor));
    }

    private void runAll() {
        while (!executor.isEmpty()) {
            executor.remove().run();
        }
    }

    @Test
    void tasksRunInOrderOneAtATime() {
        IntStream.range(0, 20).forEach(i -> inbox.offer(() -> done.add(i)));
        assertThat(executor).hasSize(1);
        runAll();
        assertThat(done)
                .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void aTaskDoesNotInterruptTheNextOneOnItsThread() {
        List<Boolean> interrupted = new ArrayList<>();
        inbox.offer(() -> Thread.currentThread().interrupt());
        inbox.offer(() -> interrupted.add(Thread.currentThread().isInterrupted()));
        runAll();
        assertThat(interrupted).containsExactly(false);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void theInterruptStatusOfACallerIsKept() {
        Thread.currentThread().interrupt();
        inbox.runOrAdd(() -> done.add(1));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aTaskAddedByATaskRunsAfterIt() {
        inbox.offer(() -> {
            inbox.offer(() -> done.add(2));
            done.add(1);
        });
        runAll();
        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void theThreadIsReleasedAfterSixteenTasks() {
        IntStream.range(0, 20).forEach(i -> inbox.offer(() -> done.add(i)));
        executor.remove().run();
        assertThat(done).hasSize(16);
        assertThat(executor).hasSize(1);
    }

    @Test
    void aFullInboxRejectsTasksButNotEvents() {
        IntStream.range(0, 20)
                .forEach(i -> assertThat(inbox.offer(() -> done.add(i))).isTrue());
        assertThat(inbox.offer(() -> done.add(99))).isFalse();
        inbox.addEvent(() -> done.add(100));
        runAll();
        assertThat(done).hasSize(21).startsWith(100); // runs first
    }

    @Test
    void aFailedTaskDoesNotStopTheNext() {
        inbox.offer(() -> {
            throw new IllegalStateException("for the log");
        });
        inbox.offer(() -> done.add(1));
        runAll();
        assertThat(done).containsExactly(1);
    }

    static List<Throwable> rejections() {
        return List.of(new RejectedExecutionException("full"), new OutOfMemoryError("no more threads"));
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void tasksThatTheExecutorRejectsAreRetried(Throwable rejection) {
        boolean[] isFull = {true};
        Inbox retrying = inbox(
                task -> {
                    if (isFull[0]) {
                        throw unchecked(rejection);
                    }
                    task.run();
                },
                Runnable::run);
        assertThat(retrying.offer(() -> done.add(1))).isTrue();
        assertThat(done).isEmpty();
        isFull[0] = false;
        retrying.runEvents();
        assertThat(retrying.offer(() -> done.add(2))).isTrue();
        assertThat(done).containsExactly(1, 2);
    }

    private static RuntimeException unchecked(Throwable rejection) {
        if (rejection instanceof Error error) {
            throw error;
        }
        return (RuntimeException) rejection;
    }

    @Test
    void clientTasksMayRunOnTheCallingThreadButEventsMayNot() {
        Inbox direct = inbox(Runnable::run, executor::add);
        direct.offer(() -> done.add(1));
        assertThat(done).containsExactly(1);
        direct.addEvent(() -> done.add(2));
        direct.runEvents();
        assertThat(done).containsExactly(1);
        runAll();
        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void theLastTaskRunsAfterAllOthersEvenIfTheInboxIsFull() {
        IntStream.range(0, 20).forEach(i -> inbox.offer(() -> done.add(i)));
        inbox.runLast(() -> done.add(99));
        inbox.addEvent(() -> done.add(100));
        runAll();
        assertThat(done).hasSize(22).startsWith(100).endsWith(99);
    }

    @Test
    void theLastTaskRunsImmediatelyIfNoClientTaskWaits() {
        inbox.offer(inbox::suspend);
        runAll();
        inbox.addEvent(() -> done.add(2));
        inbox.runLast(() -> done.add(1));
        assertThat(done).containsExactly(1);
    }

    @Test
    void nothingRunsWhileTheInboxIsSuspended() {
        inbox.offer(inbox::suspend);
        runAll();
        inbox.offer(() -> done.add(1));
        inbox.addEvent(() -> done.add(2));
        runAll();
        inbox.runEvents();
        runAll();
        assertThat(done).isEmpty();
        inbox.resume();
        runAll();
        assertThat(done).containsExactly(2, 1);
    }

    @Test
    void aTaskResumedBeforeItReturnsKeepsItsThread() {
        inbox.offer(() -> {
            inbox.suspend();
            inbox.resume();
            assertThat(executor).isEmpty();
        });
        inbox.offer(() -> done.add(1));
        runAll();
        assertThat(done).containsExactly(1);
    }

    @Test
    void aSharedInboxRunsOnlyOneTaskOnTheCallingThread() {
        Inbox shared = shared(executor::add);
        shared.runOrAdd(() -> {
            done.add(1);
            shared.runOrAdd(() -> done.add(2));
            shared.runEvent(() -> done.add(3));
        });
        assertThat(done).containsExactly(1);
        assertThat(executor).hasSize(1);
        runAll();
        assertThat(done).containsExactly(1, 3, 2);
        shared.runOrAdd(() -> done.add(4));
        assertThat(done).endsWith(4);
        assertThat(executor).isEmpty();
    }

    @Test
    void aSharedInboxRetriesRejectedTasksOnTheExecutor() {
        Deque<Runnable> tasks = new ArrayDeque<>();
        boolean[] isFull = {true};
        Inbox shared = shared(task -> {
            if (isFull[0]) {
                throw new RejectedExecutionException("full");
            }
            tasks.add(task);
        });
        shared.runEvent(() -> done.add(1));
        isFull[0] = false;
        shared.runOrAdd(() -> done.add(2));
        assertThat(done).isEmpty();
        tasks.remove().run();
        assertThat(done).containsExactly(1, 2);
    }
}
