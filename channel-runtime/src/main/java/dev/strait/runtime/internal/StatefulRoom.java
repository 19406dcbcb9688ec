package dev.strait.runtime.internal;

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
 * One room with state. Its turns come one after the other, on the thread that brings the first and then on those of
 * handlers; what is said below to be of its turns is touched by nothing else.
 */
final class StatefulRoom<S, T, R, I, O> implements RoomMembers<S, R, O> {

    private final String name;
    private final R key;
    private final RoomBinding<S, T, R, I, O> binding;
    private final LiveChannel<R, I, O> channel;
    private final Node node;
    private final long tickNanos;
    /** Each connection waits for its turn, so that there are not more of them than connections. */
    private final Inbox turns;
    /** By id; changed by its turns. */
    private final Map<String, ChannelConnection<S, R, O>> members = new ConcurrentHashMap<>();

    private final AtomicBoolean isTickToCome = new AtomicBoolean();

    // Of its turns.
    private @Nullable T state;
    private @Nullable Future<?> ticking;
    private long tickedAt;

    /** Of its place among the rooms. */
    int turnsToCome;

    StatefulRoom(
            String name,
            R key,
            RoomBinding<S, T, R, I, O> binding,
            LiveChannel<R, I, O> channel,
            Node node,
            long tickNanos) {
        this.name = name;
        this.key = key;
        this.binding = binding;
        this.channel = channel;
        this.node = node;
        this.tickNanos = tickNanos;
        this.turns = Inbox.shared(node.handlerExecutor());
    }

    String name() {
        return name;
    }

    /** Takes a turn: now, on this thread, if nobody else has one. */
    void take(Runnable turn) {
        turns.runOrAdd(turn);
    }

    /** Takes a turn on a thread of handlers. */
    void takeSoon(Runnable turn) {
        turns.runEvent(turn);
    }

    void runEvents() {
        turns.runEvents();
    }

    /** In a turn. */
    T state() {
        T known = state;
        if (known == null) {
            known = Objects.requireNonNull(binding.create(key), "the room's create(...) returned null");
            state = known;
        }
        return known;
    }

    /** In a turn. */
    <V> V call(BiFunction<? super T, ? super RoomMembers<S, R, O>, ? extends V> task) {
        return task.apply(state(), this);
    }

    /** In a turn. */
    void joined(ChannelConnection<S, R, O> connection) {
        T known = state();
        members.put(connection.id(), connection);
        if (ticking == null && tickNanos > 0) {
            tickedAt = node.now();
            ticking = node.every(this::tickDue, tickNanos);
        }
        binding.joined(known, connection);
    }

    /** In a turn. */
    void left(ChannelConnection<S, R, O> connection) {
        boolean wasHeardOf = members.remove(connection.id()) != null; // unless there was no state to tell
        if (wasHeardOf) {
            binding.left(state(), connection);
        }
    }

    /** The timer comes by. */
    private void tickDue() {
        if (isTickToCome.compareAndSet(false, true)) {
            takeSoon(this::tick);
        } else {
            node.foreign()
                    .notifyListener(
                            listener -> listener.tickSkipped(channel.contract().name(), name));
        }
    }

    private void tick() {
        try {
            T known = state;
            if (known == null || members.isEmpty()) {
                return; // the last of them has just left
            }
            long now = node.now();
            Duration elapsed = Duration.ofNanos(now - tickedAt);
            tickedAt = now;
            node.foreign().tick(binding, known, this, name, elapsed);
        } finally {
            isTickToCome.set(false);
        }
    }

    /**
     * At the end of each turn but a tick's: where nobody is, nothing stays. Somebody whom the server has made join is there
     * before his turn to be told of, and whoever goes has a turn to come.
     */
    void settle() {
        if (!members.isEmpty()) {
            return;
        }
        if (ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
        if (channel.liveRooms().find(name) != null) {
            return;
        }
        T last = state;
        if (last != null) {
            node.foreign().emptied(binding, key, last, name);
            state = null;
        }
    }

    /** Whether nothing of it is left. In a turn. */
    boolean isOver() {
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
