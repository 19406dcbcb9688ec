package dev.strait.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Kits leave nothing behind. */
class KitFootprintTest {

    private static WeakReference<?> use() {
        try (AuctionsTestKit kit = AuctionsTestKit.of(new AuctionsService())) {
            AuctionsTestKit.Client ann = kit.connect("a");
            kit.connect("a").say("hi");
            assertThat(ann.received()).hasSize(1);
            return new WeakReference<>(kit.hub());
        }
    }

    /** The threads of hubs; those of earlier tests may still be ending. */
    private static Set<Thread> straitThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("strait-"))
                .collect(Collectors.toSet());
    }

    @Test
    void aThousandKitsStartNoThreadAndCanBeCollected() {
        use();
        Set<Thread> before = straitThreads();
        int threads = Thread.activeCount();
        List<WeakReference<?>> hubs = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            hubs.add(use());
            assertThat(before).containsAll(straitThreads());
        }
        assertThat(Thread.activeCount()).isLessThan(threads + 10); // the JVM may have started some of its own
        for (int i = 0; i < 10 && hubs.stream().anyMatch(hub -> hub.get() != null); i++) {
            System.gc();
        }
        assertThat(hubs).allMatch(hub -> hub.get() == null);
    }
}
