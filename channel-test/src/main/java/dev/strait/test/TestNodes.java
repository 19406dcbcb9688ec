package dev.strait.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Several nodes with the same channel, each with a kit of its own. What is emitted on one of them reaches the clients of all.
 * They share the time, so each of the kits advances it for all. Created by generated kits:
 *
 * <pre>{@code
 * try (TestNodes<ChatTestKit> nodes = ChatTestKit.nodes(2, ChatService::new)) {
 *     ChatTestKit.Client ann = nodes.get(0).connect("lobby");
 *     ChatTestKit.Client bob = nodes.get(1).connect("lobby");
 * }
 * }</pre>
 *
 * @param <K> the kit
 */
public final class TestNodes<K extends TestKit<?, ?, ?, ?>> implements AutoCloseable {

    private final World world;
    private final List<K> kits;

    private TestNodes(World world, List<K> kits) {
        this.world = world;
        this.kits = kits;
    }

    /**
     * Creates nodes. Called by generated kits.
     *
     * @param count their number
     * @param kit creates one of them
     */
    public static <K extends TestKit<?, ?, ?, ?>> TestNodes<K> of(
            int count, Function<Consumer<? super TestKitSettings>, K> kit) {
        if (count < 1) {
            throw new IllegalArgumentException("There must be at least one node.");
        }
        World world = new World(TestTime.create(), OptionalLong.empty());
        SharedBackplane backplane = new SharedBackplane(world);
        List<K> kits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            kits.add(kit.apply(settings -> settings.of(world, backplane)));
        }
        return new TestNodes<>(world, Collections.unmodifiableList(kits));
    }

    /** Returns the kit of a node, from 0 on. */
    public K get(int index) {
        return kits.get(index);
    }

    /** Returns all kits. */
    public List<K> all() {
        return kits;
    }

    /** Moves the clock of all nodes. */
    public void advance(Duration duration) {
        world.advance(duration);
    }

    /** Runs everything that waits. */
    public void settle() {
        world.settle();
    }

    /** Closes all kits. */
    @Override
    public void close() {
        Throwable failure = null;
        for (K kit : kits) {
            try {
                kit.close();
            } catch (RuntimeException | AssertionError failed) {
                if (failure == null) {
                    failure = failed;
                } else {
                    failure.addSuppressed(failed);
                }
            }
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        } else if (failure instanceof AssertionError assertion) {
            throw assertion;
        }
    }
}
