package dev.strait.test;

import dev.strait.runtime.Delivery;
import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.Emission;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Connects the hubs of a test in memory. Each pair of hubs keeps its order. */
final class SharedBackplane {

    private final World world;
    private final List<Node> nodes = new CopyOnWriteArrayList<>();

    SharedBackplane(World world) {
        this.world = world;
    }

    Backplane node() {
        return new Node();
    }

    private final class Node implements Backplane {

        private final Map<Node, Executor> toOthers = new ConcurrentHashMap<>();
        private volatile Function<Emission, Delivery> local = emission -> Delivery.NONE;

        @Override
        public void start(Function<Emission, Delivery> deliver) {
            local = deliver;
            nodes.add(this);
        }

        @Override
        public Delivery publish(Emission emission) {
            for (Node other : nodes) {
                if (!other.equals(this)) {
                    toOthers.computeIfAbsent(other, any -> world.lane()).execute(() -> other.deliver(emission));
                }
            }
            return local.apply(emission);
        }

        private void deliver(Emission emission) {
            Delivery unused = local.apply(emission);
        }

        @Override
        public void close() {
            nodes.remove(this);
            local = emission -> Delivery.NONE;
        }
    }
}
