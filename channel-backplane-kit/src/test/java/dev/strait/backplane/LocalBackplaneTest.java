package dev.strait.backplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.spi.Backplane;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The engine in memory keeps the contract of backplanes. */
class LocalBackplaneTest extends BackplaneContract {

    @Override
    protected Engine start() {
        return LocalEngine.create();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("strait-local-engine"))
                .count();
    }

    @Test
    void aNodeMayStartBeforeItsEngine() {
        try (LocalEngine engine = LocalEngine.create()) {
            engine.kill();
            try (Backplane backplane = engine.connect()) {
                engine.restart();
                assertThat(new NodeLink(backplane, "node0000").ups()).isEqualTo(1);
            }
        }
    }

    @Test
    void closedNodesLeaveNoThread() {
        try (LocalEngine engine = LocalEngine.create()) {
            for (int i = 0; i < 50; i++) {
                new NodeLink(engine.connect(), "node0000").backplane.close();
            }
        }
        long end = System.nanoTime() + 30_000_000_000L;
        while (threads() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(threads()).isZero();
    }

    @Test
    void aBackplaneOfAnotherEngineIsRefused() {
        try (LocalEngine one = LocalEngine.create();
                LocalEngine two = LocalEngine.create();
                Backplane ofOne = one.connect()) {
            assertThatThrownBy(() -> two.cut(ofOne)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
