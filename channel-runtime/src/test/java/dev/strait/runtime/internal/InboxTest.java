package dev.strait.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InboxTest {

    private final Deque<Runnable> executor = new ArrayDeque<>();
    private final Inbox inbox = new Inbox(executor::add, 20);
    private final List<Integer> done = new ArrayList<>();

    private void runAll() {
        while (!executor.isEmpty()) {
            executor.remove().run();
        }
    }

    @Test
    void tasksRunInTheirOrderOnOneThreadAtATime() {
        IntStream.range(0, 20).forEach(i -> inbox.offer(() -> done.add(i)));
        assertThat(executor).hasSize(1);
        runAll();
        assertThat(done)
                .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void aTaskThatIsAddedByATaskComesAfterIt() {
        inbox.offer(() -> {
            inbox.offer(() -> done.add(2));
            done.add(1);
        });
        runAll();
        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void afterATurnOthersGetTheThread() {
        IntStream.range(0, 20).forEach(i -> inbox.offer(() -> done.add(i)));
        executor.remove().run();
        assertThat(done).hasSize(16);
        assertThat(executor).hasSize(1);
    }

    @Test
    void whatIsTooMuchIsRefusedButNotWhatTheRuntimeMustDo() {
        IntStream.range(0, 20)
                .forEach(i -> assertThat(inbox.offer(() -> done.add(i))).isTrue());
        assertThat(inbox.offer(() -> done.add(99))).isFalse();
        inbox.add(() -> done.add(100));
        runAll();
        assertThat(done).hasSize(21).endsWith(100);
    }

    @Test
    void aTaskThatFailsDoesNotStopTheNext() {
        inbox.offer(() -> {
            throw new IllegalStateException("for the log");
        });
        inbox.offer(() -> done.add(1));
        runAll();
        assertThat(done).containsExactly(1);
    }
}
