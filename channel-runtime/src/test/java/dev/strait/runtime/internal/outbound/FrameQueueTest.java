package dev.strait.runtime.internal.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.spi.TextFrame;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameQueueTest {

    private final FrameQueue queue = new FrameQueue();
    private final TextFrame[] target = new TextFrame[8];

    private static TextFrame frame(int bytes) {
        return new TextFrame("test", new byte[bytes]);
    }

    @Test
    void framesStayInOrderWhileTheQueueGrowsAndWrapsAround() {
        Queue<TextFrame> model = new ArrayDeque<>();
        Random random = new Random(1);
        for (int step = 0; step < 100_000; step++) {
            if (random.nextInt(5) > 0) {
                TextFrame frame = frame(random.nextInt(3));
                queue.add(frame);
                model.add(frame);
            } else {
                int count = queue.drainTo(target, 1 + random.nextInt(target.length), Integer.MAX_VALUE);
                for (int i = 0; i < count; i++) {
                    assertThat(target[i]).isSameAs(model.remove());
                }
            }
            assertThat(queue.size()).isEqualTo(model.size());
        }
        assertThat(queue.bytes())
                .isEqualTo(model.stream().mapToLong(FrameQueue::sizeOf).sum());
        queue.clear();
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.bytes()).isZero();
    }

    @Test
    void onlyTheFirstFrameMayExceedTheMaximumBytes() {
        queue.add(frame(100));
        queue.add(frame(6));
        queue.add(frame(4));
        queue.add(frame(1));
        assertThat(queue.drainTo(target, 8, 10)).isEqualTo(1);
        assertThat(queue.drainTo(target, 8, 10)).isEqualTo(2);
        assertThat(queue.drainTo(target, 8, 10)).isEqualTo(1);
        assertThat(queue.drainTo(target, 8, 10)).isZero();
    }
}
