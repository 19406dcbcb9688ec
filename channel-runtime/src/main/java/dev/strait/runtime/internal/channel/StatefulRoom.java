package dev.strait.runtime.internal.channel;

import dev.strait.runtime.internal.connection.ChannelScope;
import dev.strait.runtime.internal.work.Environment;
import dev.strait.runtime.internal.work.Inbox;
import dev.strait.runtime.internal.work.StalledTasks;
import dev.strait.runtime.spi.Audience;
import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.RoomBinding;
import dev.strait.runtime.spi.RoomMembers;
import dev.strait.runtime.spi.Selection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One room with state. Its tasks run one at a time: on the thread that brings the first one, and then on handler threads.
 * State that is marked as used by tasks needs no other lock.
 */
final class StatefulRoom<S, T, R, I, O> implements RoomMembers<S, R, O> {

    private final String name;
    private final R key;
    private final RoomBinding<S, T, R, I, O> binding;
    private final ChannelScope<R, I, O> channel;
    private final Environment environment;
    private final long tickNanos;
    /** Holds at most one task for each connection, because a connection waits for its task. */
    private final Inbox tasks;
    /** By id; changed by tasks only. */
    private final Map<String, ChannelConnection<S, R, O>> members = new ConcurrentHashMap<>();

    private final AtomicBoolean isTickPending = new AtomicBoolean();
    private final AtomicBoolean isExpiryPending = new AtomicBoolean();
    private final Retention retention;

    // Used by tasks only.
    private @Nullable T state;
    private @Nullable Future<?> ticking;
    private long tickedAt;
    /** Whether a member left or a call ran, so that the retention begins anew. */
    private boolean isUsed;

    /** Guarded by the bin of the map of rooms. */
    int pendingTasks;

    StatefulRoom(
            String name,
            R key,
            RoomBinding<S, T, R, I, O> binding,
            ChannelScope<R, I, O> channel,
            Environment environment,
            Inbox.Settings inboxes,
            long tickNanos,
            Retention retention) {
        this.name = name;
        this.key = key;
        this.binding = binding;
        this.channel = channel;
        this.environment = environment;
        this.tickNanos = tickNanos;
        this.retention = retention;
        this.tasks = new Inbox(inboxes);
    }

    String name() {
        return name;
    }

    /** Runs a task now, on this thread, if no other is running or waiting; later otherwise. */
    void execute(Runnable task) {
        tasks.runOrAdd(task);
    }

    /** Runs a task on a handler thread, before those that clients caused. */
    void executeLater(Runnable task) {
        tasks.runEvent(task);
    }

    void tick(StalledTasks stalled, long now) {
        tasks.runEvents();
        stalled.check(tasks, channel.contract().name(), "room", name, now);
    }

    /** Returns the thread that runs a task; null while none runs. */
    @Nullable
    Thread runner() {
        return tasks.runner();
    }

    /** Returns the state, and creates it if there is none. In a task. */
    T state() {
        T known = state;
        if (known == null) {
            known = Objects.requireNonNull(binding.create(key), "the room's create(...) returned null");
            state = known;
        }
        return known;
    }

    /** In a task. */
    <V> V call(BiFunction<? super T, ? super RoomMembers<S, R, O>, ? extends V> task) {
        isUsed = true;
        return task.apply(state(), this);
    }

    /** In a task. */
    void joined(ChannelConnection<S, R, O> connection) {
        T known = state();
        members.put(connection.id(), connection);
        if (ticking == null && tickNanos > 0) {
            tickedAt = environment.now();
            ticking = environment.threads().atFixedRate(this::requestTick, tickNanos);
        }
        binding.joined(known, connection);
    }

    /** In a task. */
    void left(ChannelConnection<S, R, O> connection) {
        boolean wasReported = members.remove(connection.id()) != null; // not if the state could not be created
        if (wasReported) {
            isUsed = true;
            binding.left(state(), connection);
        }
    }

    /** Called by the timer. */
    private void requestTick() {
        if (isTickPending.compareAndSet(false, true)) {
            executeLater(this::tick);
        } else {
            environment
                    .foreign()
                    .notifyListeners(
                            listener -> listener.tickSkipped(channel.contract().name(), name));
        }
    }

    private void tick() {
        try {
            T known = state;
            if (known == null || members.isEmpty()) {
                return; // the last member has just left
            }
            long now = environment.now();
            Duration elapsed = Duration.ofNanos(now - tickedAt);
            tickedAt = now;
            environment.foreign().tick(binding, known, this, name, elapsed);
        } finally {
            isTickPending.set(false);
        }
    }

    /** Whether its retention is over, and no other thread has been told so. */
    boolean tryBeginExpiry(long now) {
        return retention.isOver(now) && isExpiryPending.compareAndSet(false, true);
    }

    /** Whether its state outlives its members. */
    boolean isKept() {
        return retention.isKept();
    }

    /** Ends what {@link #tryBeginExpiry} began. In a task, before it settles. */
    void endExpiry() {
        isExpiryPending.set(false);
    }

    /**
     * Keeps or discards the state of a room without members, at the end of each task but a tick. A connection that the server
     * has made join is a member of the channel's room before its task runs here, and one that leaves has a task to come.
     */
    void settle() {
        if (!members.isEmpty()) {
            retention.end();
            return;
        }
        if (ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
        if (channel.directory().rooms().find(name) != null) {
            return;
        }
        T last = state;
        if (last != null && !outlivesTask()) {
            retention.end();
            environment.foreign().emptied(binding, key, last, name);
            state = null;
        }
    }

    /** Whether the state outlives the task. A refused join does not prolong the retention. */
    private boolean outlivesTask() {
        long now = environment.now();
        boolean wasUsed = isUsed;
        isUsed = false;
        boolean isWithin = wasUsed ? retention.tryKeep(now) : retention.isKept() && !retention.isOver(now);
        return isWithin && !environment.isClosed(); // closing discards all that was kept before
    }

    /** Whether it has neither members nor a state. In a task. */
    boolean isEmpty() {
        return members.isEmpty() && state == null;
    }

    @Override
    public R room() {
        return key;
    }

    @Override
    public List<ChannelConnection<S, R, O>> all() {
        return List.copyOf(members.values());
    }

    @Override
    public Optional<ChannelConnection<S, R, O>> find(String connectionId) {
        return Optional.ofNullable(members.get(connectionId));
    }

    @Override
    public int size() {
        return members.size();
    }

    @Override
    public Audience<O> toRoom() {
        return channel.audience(Selection.ofRooms(Set.of(name)));
    }
}
