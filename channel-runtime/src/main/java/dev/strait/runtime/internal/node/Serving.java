package dev.strait.runtime.internal.node;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.internal.channel.LiveChannel;
import dev.strait.runtime.internal.channel.StatefulRooms;
import dev.strait.runtime.internal.membership.RetentionQuota;
import dev.strait.runtime.internal.work.Environment;
import dev.strait.runtime.internal.work.StalledTasks;
import dev.strait.runtime.spi.RoomBinding;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a node serves one channel: without room states, or with those of one room object that all endpoints share. Safe for
 * all threads.
 */
final class Serving<R, I, O> {

    private final LiveChannel<R, I, O> channel;
    private final Environment environment;
    private final RetentionQuota roomsOfCalls;

    // Guarded by this.

    /** Null unless its rooms have state. */
    private @Nullable StatefulRooms<?, ?, R, I, O> states;
    /** Whether an endpoint serves it, so that the choice is made. */
    private boolean isServed;

    Serving(LiveChannel<R, I, O> channel, Environment environment, RetentionQuota roomsOfCalls) {
        this.channel = channel;
        this.environment = environment;
        this.roomsOfCalls = roomsOfCalls;
    }

    LiveChannel<R, I, O> channel() {
        return channel;
    }

    /**
     * Returns the rooms with state of an object of the application.
     *
     * @throws ChannelDeploymentException the channel is served by another object, or by a handler; or its interval of ticks
     *     or its retention is invalid
     */
    @SuppressWarnings("unchecked") // the bindings of one object have one type
    synchronized <S, T> StatefulRooms<S, T, R, I, O> statesOf(RoomBinding<S, T, R, I, O> binding) {
        if (states == null && !isServed) {
            StatefulRooms<S, T, R, I, O> created = new StatefulRooms<>(binding, channel, environment, roomsOfCalls);
            DeploymentRules.checkTicks(channel.contract(), created.tickEvery());
            DeploymentRules.checkRetention(channel.contract(), created.retention());
            states = created;
        }
        if (states == null || !states.isOf(binding.application())) {
            throw new ChannelDeploymentException(List.of("All endpoints of "
                    + channel.contract().name() + " share its rooms, but "
                    + binding.application().getClass().getName()
                    + " is another object than the one that serves it. Use the same room object for all of them."));
        }
        return (StatefulRooms<S, T, R, I, O>) states;
    }

    /**
     * Records that an endpoint serves the channel.
     *
     * @param rooms its rooms with state; null for a handler
     * @throws ChannelDeploymentException another endpoint serves it in another way
     */
    synchronized void serveWith(@Nullable StatefulRooms<?, ?, R, I, O> rooms) {
        if (states != rooms) {
            throw new ChannelDeploymentException(List.of("All endpoints of "
                    + channel.contract().name()
                    + " share its rooms. Use a handler for all of them, or the same room object for all of them."));
        }
        isServed = true;
    }

    synchronized boolean isServed() {
        return isServed;
    }

    private synchronized @Nullable StatefulRooms<?, ?, R, I, O> states() {
        return states;
    }

    /** Starts tasks of rooms that an executor once rejected, and reports those that run for too long. */
    void tick(StalledTasks stalled, long now) {
        StatefulRooms<?, ?, R, I, O> rooms = states();
        if (rooms != null) {
            rooms.tick(stalled, now);
        }
    }

    /** Whether a thread runs a task of a room with state. */
    boolean isRunning(Thread thread) {
        StatefulRooms<?, ?, R, I, O> rooms = states();
        return rooms != null && rooms.isRunning(thread);
    }

    /** Discards the states of rooms without members; see {@link StatefulRooms#discardKept}. */
    CompletableFuture<Void> discardKept(Predicate<Thread> excluded) {
        StatefulRooms<?, ?, R, I, O> rooms = states();
        return rooms == null ? CompletableFuture.completedFuture(null) : rooms.discardKept(excluded);
    }

    /** Fails the calls into rooms that have not run yet. */
    void close() {
        StatefulRooms<?, ?, R, I, O> rooms = states();
        if (rooms != null) {
            rooms.close();
        }
    }
}
