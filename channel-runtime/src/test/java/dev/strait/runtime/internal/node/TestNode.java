package dev.strait.runtime.internal.node;

import dev.strait.runtime.Authenticator;
import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.cluster.NodeId;
import dev.strait.runtime.internal.handshake.Hosts;
import dev.strait.runtime.internal.handshake.Origins;
import dev.strait.runtime.internal.handshake.TrustedProxies;
import dev.strait.runtime.internal.work.HandlerThreads;
import dev.strait.runtime.internal.work.Ids;
import dev.strait.runtime.internal.work.NodeTimer;
import dev.strait.runtime.internal.work.WorkThreads;
import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.runtime.spi.EndpointBinding;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A node without sockets. The test runs its handler tasks and advances its clock. */
final class TestNode implements AutoCloseable {

    static final class LineEndpoint extends ChannelEndpoint {

        LineEndpoint(EndpointBinding<?, ?, ?, ?> binding) {
            super(binding);
        }
    }

    final AtomicLong clock = new AtomicLong();
    final Deque<Runnable> tasks = new ArrayDeque<>();
    /** Runs nothing: tests call the methods that the timer would call. */
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);

    final Node node;
    final LineEndpoint endpoint;

    TestNode(EndpointBinding<?, ?, ?, ?> binding) {
        this(binding, new InProcessBackplane(), Limits.defaults());
    }

    TestNode(EndpointBinding<?, ?, ?, ?> binding, Backplane backplane, Limits limits) {
        this(binding, backplane, limits, Clock.systemUTC(), null);
    }

    TestNode(
            EndpointBinding<?, ?, ?, ?> binding,
            Backplane backplane,
            Limits limits,
            Clock wallClock,
            @Nullable Authenticator authenticator) {
        NodeId id = NodeId.create();
        node = new Node(new NodeConfig(
                limits,
                List.of(),
                List.of(),
                List.of(),
                backplane,
                clock::get,
                wallClock,
                authenticator,
                new Origins(Set.of()),
                new Hosts(Set.of()),
                new TrustedProxies(Set.of()),
                id,
                "test",
                Ids.of(id::nextConnection),
                HandlerThreads.of(tasks::add),
                WorkThreads.own(),
                NodeTimer.of(timer),
                false));
        endpoint = new LineEndpoint(binding);
        node.add(endpoint);
    }

    /** Opens a connection and runs all tasks. */
    TestSession connect(String query) {
        TestSession session = new TestSession(query);
        endpoint.onOpen(session.session(), session.config());
        runAll();
        return session;
    }

    void runAll() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
