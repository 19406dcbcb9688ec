package dev.strait.client;

import dev.strait.client.Dropped.Reason;
import dev.strait.client.Entry.PendingAsk;
import dev.strait.runtime.json.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a client on their way out. Each is sent once, or reported as dropped. Guarded by the client's lock.
 *
 * @param <I> the messages of the client
 */
final class Outbox<I> {

    private static final int MAX_SENT = 128;

    private final Environment environment;
    private final Link link;
    private final Rate rate;
    private final int maxQueued;
    private final long maxAge;
    private final Consumer<Dropped<I>> dropped;
    private final Alarm expiry;
    private final Alarm flushing;

    private final List<Entry<I>> queue = new ArrayList<>();
    /** The last messages that were sent, by id, for the errors that answer them. */
    private final LinkedHashMap<Long, I> sent = new LinkedHashMap<>();
    /** The asks that were sent, by id. */
    private final Map<Long, Entry<I>> asks = new HashMap<>();
    /** The ids of asks that were given up. These stay known, so that a late answer is not taken for an unknown frame. */
    private final Deque<Long> late = new ArrayDeque<>();

    private final AtomicLong lastId = new AtomicLong();
    private long maxBytes;

    /**
     * Creates an empty outbox.
     *
     * @param maxBytes the maximum size of a message until the server has told another
     * @param dropped called with each message that is not sent
     */
    Outbox(
            Environment environment,
            Settings settings,
            Link link,
            Rate rate,
            long maxBytes,
            Consumer<Dropped<I>> dropped) {
        this.environment = environment;
        this.link = link;
        this.rate = rate;
        this.maxQueued = settings.maxQueued();
        this.maxAge = TimeUnit.NANOSECONDS.convert(settings.maxAge());
        this.maxBytes = maxBytes;
        this.dropped = dropped;
        this.expiry = environment.alarm();
        this.flushing = environment.alarm();
    }

    /** Returns an id that was not used before. Called without the lock, too. */
    long nextId() {
        return lastId.incrementAndGet();
    }

    /** Applies the limits that the server has told. */
    void obey(int maxMessageBytes, int maxMessagesPerSecond) {
        if (maxMessageBytes > 0) {
            maxBytes = maxMessageBytes;
        }
        rate.set(maxMessagesPerSecond);
    }

    /**
     * Refuses a frame that the server would refuse for its size.
     *
     * @throws ClientException {@code invalid}
     */
    void requireSize(String text) {
        boolean mayExceed = text.length() * 3L > maxBytes;
        if (mayExceed && text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            String message = "must have at most " + maxBytes + " bytes";
            throw ClientException.invalid(List.of(new Violation("", "size", message)));
        }
    }

    /** Sends a message now or later. */
    Sent submit(Entry<I> entry) {
        Seat<?, ?> seat = entry.seat;
        if (seat != null && !seat.isJoining() && !seat.isJoined()) {
            return drop(entry, seat.state instanceof RoomState.Closed ? Reason.CLOSED : Reason.NOT_JOINED);
        }
        if (link.isClosed()) {
            return drop(entry, Reason.CLOSED);
        }
        boolean isFirst = queue.stream().noneMatch(other -> other.seat == seat);
        if (isFirst && trySend(entry)) {
            return Sent.SENT;
        }
        if (entry.isVolatile) {
            return drop(entry, Reason.VOLATILE);
        }
        if (queue.size() >= maxQueued) {
            return drop(entry, Reason.OVERFLOW);
        }
        queue.add(entry);
        if (!expiry.isSet()) {
            expire();
        }
        if (link.isWritable()) {
            flush();
        }
        return Sent.QUEUED;
    }

    private boolean canSend(Entry<I> entry) {
        return link.isWritable() && (entry.seat == null || entry.seat.isJoined());
    }

    private boolean trySend(Entry<I> entry) {
        if (!canSend(entry) || !rate.take()) {
            return false;
        }
        link.send(entry.text);
        entry.isSent = true;
        if (entry.ask != null) {
            asks.put(entry.id, entry);
        } else if (entry.id != 0) {
            sent.put(entry.id, entry.message);
            if (sent.size() > MAX_SENT) {
                sent.remove(sent.keySet().iterator().next());
            }
        }
        return true;
    }

    private Sent drop(Entry<I> entry, Reason reason) {
        if (entry.ask != null) {
            fail(entry, new ClientException(code(reason), "The ask was not sent: " + code(reason) + ".", null));
        } else {
            dropped.accept(new Dropped<>(entry.message, reason));
        }
        return Sent.DROPPED;
    }

    private static String code(Reason reason) {
        return switch (reason) {
            case VOLATILE -> "volatile";
            case OVERFLOW -> "overflow";
            case EXPIRED -> "expired";
            case NOT_JOINED -> "not-joined";
            case CLOSED -> "closed";
        };
    }

    private void dropAll(Reason reason, Predicate<Entry<I>> isDropped) {
        List<Entry<I>> all = queue.stream().filter(isDropped).toList();
        queue.removeAll(all);
        all.forEach(entry -> drop(entry, reason));
    }

    /** Drops what has waited for too long. Asks have a timeout of their own. */
    private void expire() {
        expiry.cancel();
        long now = environment.clock().now();
        dropAll(Reason.EXPIRED, entry -> entry.ask == null && now - entry.since >= maxAge);
        queue.stream()
                .filter(entry -> entry.ask == null)
                .findFirst()
                .ifPresent(oldest -> expiry.set(maxAge - (now - oldest.since), this::expire));
    }

    /** Sends what can be sent, in order. */
    void flush() {
        flushing.cancel();
        Set<Optional<Seat<?, ?>>> blocked = new HashSet<>();
        queue.removeIf(entry -> {
            Optional<Seat<?, ?>> room = Optional.ofNullable(entry.seat);
            boolean isSentNow = !blocked.contains(room) && trySend(entry);
            if (!isSentNow) {
                blocked.add(room);
            }
            return isSentNow;
        });
        if (queue.stream().anyMatch(this::canSend)) {
            flushing.set(rate.interval(), this::flush);
        }
    }

    /** Waits for the answer of an ask, which is submitted next. */
    PendingAsk await(CompletableFuture<Object> answer) {
        return new PendingAsk(answer, environment.alarm());
    }

    /** Returns whether an ask waits for its answer. */
    boolean isAsking() {
        return asks.size() > late.size();
    }

    /** Ends the wait for an answer. */
    void giveUp(Entry<I> entry, ClientException reason) {
        abandon(entry);
        fail(entry, reason);
    }

    /** Forgets an ask, whose future may have been completed by the application. */
    void abandon(Entry<I> entry) {
        PendingAsk ask = entry.ask;
        if (ask != null) {
            ask.timeout().cancel();
        }
        queue.remove(entry);
        if (entry.isSent && asks.get(entry.id) == entry && !late.contains(entry.id)) {
            late.add(entry.id);
            if (late.size() > MAX_SENT) {
                asks.remove(late.remove());
            }
        }
    }

    /** Returns and forgets the ask of an id, if there is one. */
    @Nullable
    Entry<I> takeAsk(long id) {
        late.remove(id);
        return asks.remove(id);
    }

    /** Completes an ask with its answer. */
    void complete(Entry<I> entry, Object answer) {
        PendingAsk ask = entry.ask;
        if (ask != null) {
            ask.timeout().cancel();
            environment.executor().execute(() -> ask.answer().complete(answer));
        }
    }

    /** Completes an ask with what went wrong. */
    void fail(Entry<I> entry, ClientException reason) {
        PendingAsk ask = entry.ask;
        if (ask != null) {
            ask.timeout().cancel();
            ClientException thrown = reason.sent(entry.isSent);
            environment.executor().execute(() -> ask.answer().completeExceptionally(thrown));
        }
    }

    /** Returns the message of an id, if it is one of the last that were sent. */
    Optional<I> sent(long id) {
        return Optional.ofNullable(sent.get(id));
    }

    /** Drops the messages for a room that was left or refused. */
    void leave(Seat<?, ?> seat) {
        dropAll(Reason.NOT_JOINED, entry -> entry.seat == seat);
    }

    /** What was sent can no longer be answered. */
    void disconnected() {
        flushing.cancel();
        sent.clear();
        List<Entry<I>> unanswered = List.copyOf(asks.values());
        asks.clear();
        late.clear();
        for (Entry<I> entry : unanswered) {
            fail(entry, new ClientException("unanswered", "The connection broke before the answer.", null));
        }
    }

    /** Drops everything that waits. */
    void close() {
        expiry.cancel();
        flushing.cancel();
        dropAll(Reason.CLOSED, entry -> true);
    }
}
