package dev.strait.runtime.internal.channel;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.internal.connection.ChannelScope;
import dev.strait.runtime.internal.connection.HandlerStage;
import dev.strait.runtime.internal.connection.SerialExecutor;
import dev.strait.runtime.internal.foreign.CallFailedException;
import dev.strait.runtime.internal.membership.RetentionQuota;
import dev.strait.runtime.internal.work.Environment;
import dev.strait.runtime.internal.work.Inbox;
import dev.strait.runtime.internal.work.StalledTasks;
import dev.strait.runtime.spi.ChannelBinding;
import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.RoomBinding;
import dev.strait.runtime.spi.RoomMembers;
import dev.strait.runtime.spi.RoomStates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rooms with state of one channel, as a handler of the channel. Calls that concern a room run one at a time in that
 * room, while the connection that caused a call waits. A room is here while it has members, a state, or a task to run.
 */
public final class StatefulRooms<S, T, R, I, O>
        implements ChannelBinding<S, R, I, O>, SerialExecutor<R>, RoomStates<S, T, R, O> {

    private final RoomBinding<S, T, R, I, O> binding;
    private final ChannelScope<R, I, O> channel;
    private final Environment environment;
    private final Inbox.Settings inboxes;
    private final Duration tickEvery;
    private final Duration retention;
    private final RetentionQuota ofCalls;
    /** The calls from outside that have not run yet. */
    private final Set<CompletableFuture<?>> calls = ConcurrentHashMap.newKeySet();
    /** By name. Rooms change only inside {@code compute}, so no task enters a room that is being removed. */
    private final Map<String, StatefulRoom<S, T, R, I, O>> rooms = new ConcurrentHashMap<>();

    /**
     * Creates the rooms of a channel.
     *
     * @param ofCalls what a room counts against that a call from outside creates
     */
    public StatefulRooms(
            RoomBinding<S, T, R, I, O> binding,
            ChannelScope<R, I, O> channel,
            Environment environment,
            RetentionQuota ofCalls) {
        this.binding = binding;
        this.channel = channel;
        this.environment = environment;
        this.inboxes = Inbox.Settings.unbounded(
                environment.foreign(), environment.threads().handlerExecutor());
        this.tickEvery = binding.tickEvery();
        this.retention = binding.retention();
        this.ofCalls = ofCalls;
    }

    /** Whether these are the rooms of this very object of the application. */
    @SuppressWarnings("ReferenceEquality") // two objects that are equal have different states
    public boolean isOf(Object application) {
        return binding.application() == application;
    }

    @Override
    public void execute(Inbox inbox, RetentionQuota quota, String name, R key, Runnable task) {
        StatefulRoom<S, T, R, I, O> room = enter(name, key, quota);
        inbox.suspend();
        room.execute(() -> {
            try {
                task.run();
            } finally {
                leave(room);
                inbox.resume();
            }
        });
    }

    @Override
    @SuppressWarnings("CollectionUndefinedEquality") // each future equals only itself
    public <V> CompletionStage<V> call(R key, BiFunction<? super T, ? super RoomMembers<S, R, O>, ? extends V> task) {
        String name = channel.contract().codec().roomName(key);
        CompletableFuture<V> result = new HandlerStage<>(environment.threads().handlerExecutor());
        calls.add(result);
        if (environment.isClosed()) {
            fail(result);
            return result;
        }
        StatefulRoom<S, T, R, I, O> room = enter(name, key, ofCalls);
        room.executeLater(() -> {
            V value = null;
            Throwable failure = null;
            try {
                if (!result.isDone()) { // the hub has not closed meanwhile
                    value = environment.foreign().call(binding, name, () -> room.call(task));
                }
            } catch (CallFailedException failed) {
                failure = failed.thrown();
            } finally {
                leave(room);
            }
            calls.remove(result);
            complete(result, value, failure);
        });
        return result;
    }

    @SuppressWarnings("CollectionUndefinedEquality") // each future equals only itself
    private void fail(CompletableFuture<?> call) {
        calls.remove(call);
        call.completeExceptionally(new IllegalStateException("The hub is closed."));
    }

    /** Fails the calls that have not run yet, because the hub has closed. */
    public void close() {
        calls.forEach(this::fail);
    }

    public Duration tickEvery() {
        return tickEvery;
    }

    public Duration retention() {
        return retention;
    }

    /** Completes a call where handlers run, so that dependent stages do not delay the room. */
    private <V> void complete(CompletableFuture<V> result, @Nullable V value, @Nullable Throwable failure) {
        environment.threads().handle(() -> {
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(failure);
            }
        });
    }

    private StatefulRoom<S, T, R, I, O> enter(String name, R key, RetentionQuota quota) {
        return rooms.compute(name, (any, known) -> {
            StatefulRoom<S, T, R, I, O> room = known == null ? newRoom(name, key, quota) : known;
            room.pendingTasks++;
            return room;
        });
    }

    private StatefulRoom<S, T, R, I, O> newRoom(String name, R key, RetentionQuota quota) {
        Retention ofRoom = new Retention(retention.toNanos(), quota);
        return new StatefulRoom<>(name, key, binding, channel, environment, inboxes, tickEvery.toNanos(), ofRoom);
    }

    /** Ends a task, as its last step. */
    private void leave(StatefulRoom<S, T, R, I, O> room) {
        room.settle();
        rooms.computeIfPresent(room.name(), (any, known) -> {
            known.pendingTasks--;
            return known.pendingTasks == 0 && known.isEmpty() ? null : known;
        });
    }

    /**
     * Starts tasks that an executor once rejected, reports those that run for too long, and discards states whose retention
     * is over.
     */
    public void tick(StalledTasks stalled, long now) {
        rooms.values().forEach(room -> {
            room.tick(stalled, now);
            if (room.tryBeginExpiry(now)) {
                settleLater(room, () -> {});
            }
        });
    }

    /**
     * Discards the states of all rooms without members, because the hub is closing.
     *
     * @param excluded tells threads whose rooms discard their state when the thread returns from its task
     * @return completes when all of them are discarded
     */
    public CompletableFuture<Void> discardKept(Predicate<Thread> excluded) {
        List<CompletableFuture<?>> discarded = new ArrayList<>();
        for (StatefulRoom<S, T, R, I, O> room : rooms.values()) {
            Thread runner = room.runner();
            boolean isExcluded = runner != null && excluded.test(runner);
            CompletableFuture<Void> settled = new CompletableFuture<>();
            if (room.isKept() && !isExcluded && settleLater(room, () -> settled.complete(null))) {
                discarded.add(settled);
            }
        }
        return CompletableFuture.allOf(discarded.toArray(CompletableFuture<?>[]::new));
    }

    /** Lets a room discard its state, as the last step of a task. Returns false if the room has just been removed. */
    private boolean settleLater(StatefulRoom<S, T, R, I, O> room, Runnable settled) {
        AtomicBoolean isEntered = new AtomicBoolean();
        rooms.computeIfPresent(room.name(), (any, known) -> {
            if (known.equals(room)) {
                known.pendingTasks++;
                isEntered.set(true);
            }
            return known;
        });
        if (isEntered.get()) {
            room.executeLater(() -> {
                room.endExpiry();
                leave(room);
                settled.run();
            });
        }
        return isEntered.get();
    }

    /** Whether a thread runs a task of a room. */
    public boolean isRunning(Thread thread) {
        return rooms.values().stream().anyMatch(room -> thread.equals(room.runner()));
    }

    private StatefulRoom<S, T, R, I, O> room(R key) {
        return Objects.requireNonNull(rooms.get(channel.contract().codec().roomName(key)), "no task runs in that room");
    }

    @Override
    public Object application() {
        return binding.application();
    }

    @Override
    public ChannelContract<R, I, O> contract() {
        return binding.contract();
    }

    @Override
    public S open(@Nullable R room, Handshake handshake) {
        return binding.open(room, handshake);
    }

    @Override
    public Optional<String> user(S state, Handshake handshake) {
        return binding.user(state, handshake);
    }

    @Override
    public void join(R key, ChannelConnection<S, R, O> connection) {
        binding.join(room(key).state(), connection);
    }

    @Override
    public void joined(R key, ChannelConnection<S, R, O> connection) {
        room(key).joined(connection);
    }

    @Override
    public @Nullable Object receive(I message, ChannelConnection<S, R, O> from) {
        return binding.receive(message, from, room(from.room()).state());
    }

    @Override
    public void left(R key, ChannelConnection<S, R, O> connection) {
        room(key).left(connection);
    }

    @Override
    public void reauthenticated(ChannelConnection<S, R, O> connection, String token) {
        binding.reauthenticated(connection, token);
    }

    @Override
    public void closed(ChannelConnection<S, R, O> connection, CloseReason reason) {
        binding.closed(connection, reason);
    }
}
