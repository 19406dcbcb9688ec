package dev.strait.runtime.internal;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.spi.ChannelBinding;
import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.RoomBinding;
import dev.strait.runtime.spi.RoomMembers;
import dev.strait.runtime.spi.RoomStates;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rooms with state of one channel, as a handler of it: what concerns a room is done in the turns of that room, one
 * after the other, while the connection that it came from waits. A room is here while it has members, a state, or a turn
 * to come.
 */
final class StatefulRooms<S, T, R, I, O> implements ChannelBinding<S, R, I, O>, Turns<R>, RoomStates<S, T, R, O> {

    private final RoomBinding<S, T, R, I, O> binding;
    private final LiveChannel<R, I, O> channel;
    private final Node node;
    private final Duration tickEvery;
    /** Those that were not made yet. */
    private final Set<CompletableFuture<?>> calls = ConcurrentHashMap.newKeySet();
    /** By name. They change only inside {@code compute}, so a turn cannot slip into a room that is being dropped. */
    private final Map<String, StatefulRoom<S, T, R, I, O>> rooms = new ConcurrentHashMap<>();

    StatefulRooms(RoomBinding<S, T, R, I, O> binding, LiveChannel<R, I, O> channel, Node node) {
        this.binding = binding;
        this.channel = channel;
        this.node = node;
        this.tickEvery = binding.tickEvery();
    }

    /** Whether it is for this very object of the application's. */
    @SuppressWarnings("ReferenceEquality") // two that are equal have two states
    boolean isOf(Object application) {
        return binding.application() == application;
    }

    @Override
    public void take(LiveConnection<?, R, ?, ?> connection, String name, R key, Runnable call) {
        StatefulRoom<S, T, R, I, O> room = enter(name, key);
        connection.inbox().suspend();
        room.take(() -> {
            try {
                call.run();
            } finally {
                leave(room);
                connection.inbox().resume();
            }
        });
    }

    @Override
    @SuppressWarnings("CollectionUndefinedEquality") // each call is itself alone
    public <V> CompletionStage<V> call(R key, BiFunction<? super T, ? super RoomMembers<S, R, O>, ? extends V> task) {
        String name = channel.contract().codec().roomName(key);
        CompletableFuture<V> result = new CompletableFuture<>();
        calls.add(result);
        if (node.isClosed()) {
            fail(result);
            return result;
        }
        StatefulRoom<S, T, R, I, O> room = enter(name, key);
        room.takeSoon(() -> {
            V value = null;
            Throwable failure = null;
            try {
                if (!result.isDone()) { // the hub has not closed in the meantime
                    value = node.foreign().call(() -> room.call(task));
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

    @SuppressWarnings("CollectionUndefinedEquality") // each call is itself alone
    private void fail(CompletableFuture<?> call) {
        calls.remove(call);
        call.completeExceptionally(new IllegalStateException("The hub is closed."));
    }

    /** The hub has closed: what was not called yet will not be. */
    void close() {
        calls.forEach(this::fail);
    }

    Duration tickEvery() {
        return tickEvery;
    }

    /** Where handlers run, so that what depends on it does not hold up the room. */
    private <V> void complete(CompletableFuture<V> result, @Nullable V value, @Nullable Throwable failure) {
        node.handle(() -> {
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(failure);
            }
        });
    }

    private StatefulRoom<S, T, R, I, O> enter(String name, R key) {
        return rooms.compute(name, (any, known) -> {
            StatefulRoom<S, T, R, I, O> room =
                    known == null ? new StatefulRoom<>(name, key, binding, channel, node, tickEvery.toNanos()) : known;
            room.turnsToCome++;
            return room;
        });
    }

    /** Ends a turn, in it. */
    private void leave(StatefulRoom<S, T, R, I, O> room) {
        room.settle();
        rooms.computeIfPresent(room.name(), (any, known) -> {
            known.turnsToCome--;
            return known.turnsToCome == 0 && known.isOver() ? null : known;
        });
    }

    /** Runs what waits, where an executor was once full. */
    void runEvents() {
        rooms.values().forEach(StatefulRoom::runEvents);
    }

    private StatefulRoom<S, T, R, I, O> room(R key) {
        return Objects.requireNonNull(rooms.get(channel.contract().codec().roomName(key)), "no turn of that room");
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
    public void closed(ChannelConnection<S, R, O> connection, CloseReason reason) {
        binding.closed(connection, reason);
    }

    @Override
    public void deployed(ChannelHub hub) {
        binding.deployed(hub);
    }
}
