package dev.strait.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The rooms that a client is in, or wants to be in again. Guarded by the client's lock.
 *
 * @param <R> the keys of rooms
 * @param <O> the messages of the server
 */
final class Seats<R, O> {

    private static final long WINDOW = TimeUnit.MILLISECONDS.toNanos(500);
    /** In a window. */
    private static final int MAX_JOINS = 40;

    private static final long JOIN_TIMEOUT = TimeUnit.SECONDS.toNanos(5);

    private final Environment environment;
    private final Link link;
    private final Rate rate;
    private final Outbox<?> outbox;
    private final Frames<?, ?> frames;
    private final Alarm alarm;

    private final Map<String, Seat<R, O>> seats = new LinkedHashMap<>();
    /** The joins that were not answered yet, by id. */
    private final Map<Long, Seat<R, O>> asked = new HashMap<>();

    private long windowSince;
    private int joins;

    Seats(Environment environment, Link link, Rate rate, Outbox<?> outbox, Frames<?, ?> frames) {
        this.environment = environment;
        this.link = link;
        this.rate = rate;
        this.outbox = outbox;
        this.frames = frames;
        this.alarm = environment.alarm();
        this.windowSince = environment.clock().now() - WINDOW;
    }

    /** Takes a seat in a room. */
    Seat<R, O> enter(String name, Membership<R, O> membership) {
        Seat<R, O> seat = seats.computeIfAbsent(name, Seat::new);
        seat.memberships.add(membership);
        membership.become(seat.state);
        join();
        return seat;
    }

    /** Takes a membership from its seat, and leaves the room with the last. */
    void leave(Seat<R, O> seat, Membership<R, O> membership) {
        if (!seat.memberships.remove(membership)) {
            return;
        }
        membership.become(new RoomState.Left());
        if (!seat.memberships.isEmpty() || seats.get(seat.name) != seat) {
            return;
        }
        boolean isAsked = seat.isAsked;
        end(seat, new RoomState.Left());
        if (isAsked && link.isOpen()) { // with an id, so that the answer differs from a leave by the server
            link.send(frames.leave(seat.name, outbox.nextId()));
        }
    }

    private void end(Seat<R, O> seat, RoomState state) {
        seats.remove(seat.name);
        seat.become(state);
        outbox.leave(seat);
    }

    /** Asks for the rooms that are not joined yet: a few at a time, again if there is no answer. */
    void join() {
        alarm.cancel();
        if (!link.isOpen()) {
            return;
        }
        long now = environment.clock().now();
        if (now - windowSince >= WINDOW) {
            windowSince = now;
            joins = 0;
        }
        List<Seat<R, O>> waiting =
                seats.values().stream().filter(Seat::isJoining).toList();
        for (Seat<R, O> seat : waiting) {
            boolean isDue = !seat.isAsked || now - seat.dueAt >= 0;
            if (isDue && joins < MAX_JOINS && rate.take()) {
                joins++;
                seat.isAsked = true;
                seat.dueAt = now + JOIN_TIMEOUT;
                asked.remove(seat.askId);
                long id = outbox.nextId();
                seat.askId = id;
                asked.put(id, seat);
                link.send(frames.join(seat.name, id));
            }
        }
        if (!waiting.isEmpty()) {
            alarm.set(windowSince + WINDOW - now, this::join);
        }
    }

    /** Returns and forgets the seat whose join an id belongs to. */
    private @Nullable Seat<R, O> takeAsked(@Nullable Long id) {
        return id == null ? null : asked.remove(id);
    }

    void joined(@Nullable String room, @Nullable Long answerTo) {
        Seat<R, O> asking = takeAsked(answerTo);
        Seat<R, O> seat = asking != null ? asking : seats.get(room);
        if (seat != null && seat.isJoining()) {
            seat.become(new RoomState.Joined());
            outbox.flush();
        }
    }

    /** The server has removed the client from a room. */
    void left(@Nullable String room, @Nullable Long answerTo) {
        Seat<R, O> seat = seats.get(room);
        // While a join waits for its answer, it is about an earlier membership.
        boolean isPending = seat != null && seat.isJoining() && seat.isAsked;
        if (seat != null && !isPending && answerTo == null) {
            end(seat, new RoomState.Left());
        }
    }

    /** Takes an error. Returns whether it answers a join. */
    boolean takeRefusal(@Nullable Long answerTo, ClientException error) {
        Seat<R, O> seat = takeAsked(answerTo);
        if (seat == null || !seat.isJoining()) {
            return seat != null;
        }
        if (error.code().equals("rate")) {
            seat.dueAt = environment.clock().now()
                    + error.retryAfter().map(delay -> delay.toNanos()).orElse(JOIN_TIMEOUT);
        } else {
            end(seat, new RoomState.Refused(error));
        }
        return true;
    }

    /** Returns what listens to a room. */
    Collection<Membership<R, O>> memberships(@Nullable String room) {
        Seat<R, O> seat = seats.get(room);
        return seat == null ? List.of() : List.copyOf(seat.memberships);
    }

    /** Changes the state of all rooms, when the client closes for good or opens again. */
    void become(RoomState state) {
        new ArrayList<>(seats.values()).forEach(seat -> seat.become(state));
    }

    void disconnected() {
        alarm.cancel();
        asked.clear();
        for (Seat<R, O> seat : List.copyOf(seats.values())) {
            seat.isAsked = false;
            if (seat.isJoined()) {
                seat.become(new RoomState.Joining());
            }
        }
    }
}
