package dev.strait.test;

import dev.strait.runtime.spi.Backplane;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Connects the hubs of a test in memory. Each pair of hubs keeps its order. */
final class SharedBackplane {

    private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

    private final World world;
    private final List<Node> nodes = new CopyOnWriteArrayList<>();

    SharedBackplane(World world) {
        this.world = world;
    }

    Backplane node() {
        return new Node();
    }

    private final class Node implements Backplane {

        private final Map<Node, Executor> lanes = new ConcurrentHashMap<>();
        private final Set<Topic> topics = ConcurrentHashMap.newKeySet();
        private volatile @Nullable Arrivals arrivals;

        @Override
        public CompletionStage<Void> start(String nodeId, Arrivals takes) {
            arrivals = takes;
            nodes.add(this);
            world.execute(takes::up);
            return DONE;
        }

        @Override
        public CompletionStage<Void> publish(Topic topic, Envelope envelope) {
            for (Node node : nodes) {
                lanes.computeIfAbsent(node, any -> world.lane()).execute(() -> node.take(topic, envelope));
            }
            return DONE;
        }

        private void take(Topic topic, Envelope envelope) {
            Arrivals takes = arrivals;
            if (takes != null && topics.contains(topic)) {
                takes.received(topic, envelope);
            }
        }

        @Override
        public CompletionStage<Void> subscribe(Topic topic) {
            topics.add(topic);
            return DONE;
        }

        @Override
        public void unsubscribe(Topic topic) {
            topics.remove(topic);
        }

        @Override
        public void close() {
            nodes.remove(this);
            arrivals = null;
        }
    }
}
