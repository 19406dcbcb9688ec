package dev.strait.backplane;

import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.Backplane.Envelope;
import dev.strait.runtime.spi.Backplane.Topic;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;

/**
 * Connects several hubs of one JVM, for tests of applications with several nodes:
 *
 * <pre>{@code
 * try (LocalEngine engine = LocalEngine.create();
 *         ChannelHub one = ChannelHub.builder().backplane(engine.connect()).build();
 *         ChannelHub two = ChannelHub.builder().backplane(engine.connect()).build()) {
 *     // what one emits, two delivers
 * }
 * }</pre>
 *
 * <p>Its faults are those of a broker on the network. A request that the engine does not answer within a second fails, and ends
 * the connection of its node, which connects again until it succeeds. Safe for all threads.
 */
public final class LocalEngine implements Engine {

    private enum State {
        RUNNING,
        FROZEN,
        DEAD
    }

    // All mutable state is guarded by this, and so is the state of the links. No arrival is passed on with it held.

    private final Set<LocalBackplane> nodes = new LinkedHashSet<>();
    /** What was sent before the engine was frozen, or while it is. */
    private final Queue<Runnable> held = new ArrayDeque<>();

    private State state = State.RUNNING;

    private LocalEngine() {}

    /** Returns an engine without nodes. */
    public static LocalEngine create() {
        return new LocalEngine();
    }

    /** Returns the backplane of a new node. */
    public Backplane connect() {
        return connect("strait");
    }

    @Override
    public Backplane connect(String application) {
        return new LocalBackplane(this, application);
    }

    synchronized void add(LocalBackplane node) {
        nodes.add(node);
        if (state == State.RUNNING) {
            node.linked();
        }
    }

    synchronized void remove(LocalBackplane node) {
        nodes.remove(node);
    }

    /** Whether a node can connect. */
    synchronized boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Runs what a node has asked for: now, or when the engine goes on. Called with this held. */
    void perform(Runnable request) {
        if (state == State.FROZEN) {
            held.add(request);
        } else {
            request.run();
        }
    }

    /** Passes an envelope to all nodes of an application that are linked and have subscribed. Called with this held. */
    void distribute(String application, Topic topic, Envelope envelope) {
        nodes.forEach(node -> node.offer(application, topic, envelope));
    }

    @Override
    public synchronized void cut(Backplane node) {
        own(node).cut();
    }

    @Override
    public synchronized void hang(Backplane node) {
        own(node).hang();
    }

    @Override
    public synchronized void restore(Backplane node) {
        own(node).restore();
    }

    @Override
    public synchronized void drop(Backplane node) {
        own(node).drop("the engine has ended the connection");
    }

    @Override
    public synchronized void freeze() {
        state = State.FROZEN;
    }

    @Override
    public synchronized void thaw() {
        state = State.RUNNING;
        for (Runnable request = held.poll(); request != null; request = held.poll()) {
            request.run();
        }
        nodes.forEach(LocalBackplane::tryLink);
    }

    @Override
    public synchronized void kill() {
        state = State.DEAD;
        held.clear();
        nodes.forEach(node -> node.unlinked("the engine has ended"));
    }

    @Override
    public synchronized void restart() {
        state = State.RUNNING;
        nodes.forEach(LocalBackplane::tryLink);
    }

    /** Ends the engine. Nodes that are not closed stay without a link. */
    @Override
    public synchronized void close() {
        state = State.DEAD;
        held.clear();
        nodes.forEach(node -> node.unlinked("the engine has ended"));
    }

    private LocalBackplane own(Backplane node) {
        if (node instanceof LocalBackplane local && local.isOf(this)) {
            return local;
        }
        throw new IllegalArgumentException("This backplane is not one of this engine.");
    }
}
