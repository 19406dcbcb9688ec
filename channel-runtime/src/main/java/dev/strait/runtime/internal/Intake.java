package dev.strait.runtime.internal;

import dev.strait.Ask;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.internal.Inbound.Payload;
import dev.strait.runtime.internal.ProtocolRules.DefaultRoom;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.Relay;
import dev.strait.runtime.spi.codec.JsonReader;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * What comes in on one connection: read and checked on the container's thread, then handed to the inbox. Called by the
 * container for one message at a time.
 */
final class Intake<S, R, I, O> {

    private static final int MOST_FLOODING_SECONDS = 3;
    private static final long CALM = TimeUnit.SECONDS.toNanos(1);

    private static final ErrorAnswer NO_ROOM = ErrorAnswer.of("not-joined", "Join a room first.");
    private static final ErrorAnswer NOT_JOINED = ErrorAnswer.of("not-joined", "This connection is not in that room.");

    @SuppressWarnings("rawtypes") // there is no class literal of a generic type
    private static final AtomicLongFieldUpdater<Intake> WAITING =
            AtomicLongFieldUpdater.newUpdater(Intake.class, "waitingSize");

    private final LiveConnection<S, R, I, O> connection;
    private final Node node;
    private final int maxMessageBytes;
    /** Of what is in the inbox, as it came. */
    @SuppressWarnings("UnusedVariable") // by its updater
    private volatile long waitingSize;
    /** Null before the first message that does not come as a whole. Read by the timer. */
    private volatile @Nullable Assembly assembly;

    private final TokenBucket messages;
    /** Null before the first join. */
    private @Nullable TokenBucket joins;

    /** Since when it has sent too much, and when it last did; touched by the container's calls only. */
    private long floodingSince;

    private long floodedAt;
    private boolean isFlooding;
    private int refused;

    Intake(LiveConnection<S, R, I, O> connection, Node node, int maxMessageBytes) {
        this.connection = connection;
        this.node = node;
        this.maxMessageBytes = maxMessageBytes;
        Limits limits = node.limits();
        this.messages = new TokenBucket(limits.maxMessagesPerSecond(), limits.maxMessageBurst(), node.now());
    }

    /** A part of a message, or all of it. */
    void part(String part, boolean isLast) {
        Assembly parts = assembly;
        if (parts == null) {
            parts = new Assembly(
                    node.limits(),
                    maxMessageBytes,
                    node.time(),
                    text -> message(JsonReader.of(text)),
                    connection::evict);
            assembly = parts;
        }
        parts.part(part, isLast);
    }

    /** Whether a message has been coming in for longer than it may. */
    boolean isLate(long now) {
        Assembly parts = assembly;
        return parts != null && parts.isLate(now);
    }

    void message(JsonReader frame) {
        if (connection.isClosing()) {
            return;
        }
        connection.heard();
        long now = node.now();
        if (!messages.take(now)) {
            flooded(now);
            return;
        }
        try {
            boolean isAnswer = connection.channel().contract().asksClients()
                    && connection.asks().take(frame);
            if (!isAnswer) {
                accept(connection.protocol().read(frame), frame.length(), now);
            }
        } catch (FrameException refused) {
            messages.charge(now);
            refuse(frame, refused);
        } catch (Refusal refused) {
            messages.charge(now);
            connection.errors().badFrame(frame.id(), ErrorAnswer.of(refused.code(), refused.text()));
        } catch (Throwable unexpected) { // such as a record's constructor, or a pattern on a long text
            messages.charge(now);
            connection.errors().internal(frame.id(), unexpected);
        }
    }

    private void refuse(JsonReader frame, FrameException refused) {
        ErrorAnswer answer = ErrorAnswer.of(refused);
        boolean isAnswered = connection.protocol().rules().answersAnyText()
                || !refused.code().equals("malformed")
                || refused.isOverLimit()
                || frame.isJson();
        if (isAnswered) {
            connection.errors().badFrame(frame.id(), answer);
        } else {
            node.foreign().notifyListener(listener -> listener.refused(connection.info(), answer.code()));
        }
    }

    private void accept(Inbound<I> inbound, int size, long now) {
        String id = inbound.id();
        switch (inbound.kind()) {
            case PING -> connection.send(connection.protocol().pong(id));
            case HELLO -> enqueue(id, size, () -> ready(id));
            case JOIN, LEAVE -> membership(inbound, size, now);
            case MESSAGE -> enqueue(id, size, () -> dispatch(inbound));
            case RELAY -> enqueue(id, size, () -> relay(String.valueOf(inbound.room()), inbound.payload()));
        }
    }

    /** Runs in the inbox, when it is known who the connection is for. */
    private void ready(@Nullable String id) {
        if (connection.membership().isOpen()) {
            String fingerprint = connection.channel().contract().fingerprint();
            connection.send(connection.protocol().ready(id, connection.id(), connection.user(), fingerprint));
        }
    }

    private void membership(Inbound<I> inbound, int size, long now) {
        String id = inbound.id();
        String room = String.valueOf(inbound.room());
        if (connection.channel().contract().isPathBound()) {
            messages.charge(now);
            ErrorAnswer answer = ErrorAnswer.of("room-invalid", "The path of this channel names the room.");
            connection.errors().badFrame(id, answer);
        } else if (inbound.kind() == Inbound.Kind.LEAVE) {
            enqueue(id, size, () -> connection.visits().leave(id, room));
        } else if (joins(now).take(now)) {
            enqueue(id, size, () -> connection.visits().join(id, room));
        } else {
            connection.errors().send(id, rate("Too many joins.", joins(now).waitMillis(now)));
        }
    }

    private TokenBucket joins(long now) {
        TokenBucket known = joins;
        if (known == null) {
            int perSecond = node.limits().maxJoinsPerSecond();
            known = new TokenBucket(perSecond, perSecond, now);
            joins = known;
        }
        return known;
    }

    /** What waits is bounded in number and in size; one message always fits. */
    private void enqueue(@Nullable String id, int size, Runnable task) {
        long before = WAITING.getAndAdd(this, size);
        boolean isFitting = before == 0 || before + size <= node.limits().maxHandlerQueueBytes();
        if (!isFitting || !connection.inbox().offer(() -> begin(size, task))) {
            WAITING.addAndGet(this, -size);
            connection.errors().send(id, ErrorAnswer.of("overloaded", "Too many messages wait for the server."));
        }
    }

    private void begin(int size, Runnable task) {
        WAITING.addAndGet(this, -size);
        task.run();
    }

    private void flooded(long now) {
        if (!isFlooding || now - floodedAt > CALM) {
            isFlooding = true;
            floodingSince = now;
            refused = 0;
        }
        floodedAt = now;
        refused++;
        connection.errors().send(null, rate("Too many messages.", messages.waitMillis(now)));
        // For three seconds, or with the messages of three seconds at once.
        if (now - floodingSince > TimeUnit.SECONDS.toNanos(MOST_FLOODING_SECONDS)
                || refused > (long) MOST_FLOODING_SECONDS * node.limits().maxMessagesPerSecond()) {
            connection.close(new CloseReason(1008, "too many messages"));
        }
    }

    private static ErrorAnswer rate(String text, long retryMillis) {
        return new ErrorAnswer("rate", text, List.of(), retryMillis);
    }

    /** Runs in the inbox, in the order in which messages, joins and leaves came. */
    private void dispatch(Inbound<I> inbound) {
        String id = inbound.id();
        Membership<R> membership = connection.membership();
        if (connection.isEnding()) {
            return;
        }
        DefaultRoom meant = connection.protocol().rules().meant();
        String named = inbound.room();
        String unnamed = meant == DefaultRoom.THE_FIRST ? membership.firstRoom() : membership.onlyRoom();
        String name = named == null ? unnamed : named;
        R key = name == null ? null : membership.key(name);
        if (name != null && key != null) {
            connection.turns().take(connection, name, key, () -> receive(inbound, name, key));
        } else if (name == null
                && meant == DefaultRoom.THE_ONLY_OR_NONE
                && !connection.channel().hasStates()) {
            receive(inbound, null, null);
        } else if (name == null && membership.isInRooms()) {
            connection.errors().send(id, ErrorAnswer.of("room-required", "Say by $room which of its rooms is meant."));
        } else {
            connection.errors().send(id, name == null ? NO_ROOM : NOT_JOINED);
        }
    }

    /** Runs in the inbox. */
    private void relay(String room, Payload payload) {
        Membership<R> membership = connection.membership();
        if (connection.isEnding()) {
            return;
        }
        if (membership.key(room) == null) {
            connection.errors().send(null, NOT_JOINED);
            return;
        }
        node.foreign().notifyListener(listener -> listener.received(connection.info(), "broadcast"));
        connection.channel().relay(new Relay(room, connection.id(), payload.json(), payload.message()));
    }

    /** Nobody waits for the answer to an ask without an id. */
    private void answer(@Nullable String id, I asked, @Nullable Object answer) {
        if (answer == null) {
            throw new NullPointerException(
                    "The handler's answer to " + asked.getClass().getName() + " is null.");
        }
        if (id != null) {
            AskFrames<I, O> frames =
                    Objects.requireNonNull(connection.protocol().asks());
            connection.send(frames.answer(asked, answer, id));
        }
    }

    private void receive(Inbound<I> inbound, @Nullable String name, @Nullable R key) {
        I message = inbound.message();
        if (node.foreign().hasListener()) {
            String type = connection.channel().contract().codec().typeOfToServer(message);
            node.foreign().notifyListener(listener -> listener.received(connection.info(), type));
        }
        try {
            Object answer = node.foreign().receive(connection.binding(), message, connection.view(name, key));
            if (message instanceof Ask<?>) {
                answer(inbound.id(), message, answer);
            }
        } catch (CallFailedException failure) {
            connection.errors().failed(inbound.id(), failure);
        } catch (Throwable unexpected) { // an accessor of the answer's
            connection.errors().internal(inbound.id(), unexpected);
        }
    }
}
