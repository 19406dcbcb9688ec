package dev.strait.runtime.internal.connection;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.internal.protocol.ErrorAnswer;
import dev.strait.runtime.internal.protocol.Inbound;
import dev.strait.runtime.internal.protocol.ProtocolRules.MalformedText;
import dev.strait.runtime.internal.work.Environment;
import dev.strait.runtime.internal.work.TokenBucket;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.codec.JsonReader;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The frames that arrive on one connection. It assembles, counts and decodes them on the container's thread, and puts the
 * work into the inbox, where a {@link Dispatcher} does it. The container calls it for one message at a time.
 */
public final class InboundFrames<S, R, I, O> {

    private static final int MAX_FLOODING_SECONDS = 3;
    /** Long enough for several tokens at most rates, so that a pause is worth its cost. */
    private static final long MIN_WAIT_MILLIS = 50;

    private static final long MAX_WAIT_MILLIS = 1_000;
    private static final long CALM = TimeUnit.SECONDS.toNanos(1);

    private static final ErrorAnswer OVERLOADED =
            ErrorAnswer.of("overloaded", "The server's queue for this connection is full.");

    private static final ErrorAnswer EXPIRED =
            ErrorAnswer.of("unauthenticated", "The token has expired. Send a new one.");

    private final LiveConnection<S, R, I, O> connection;
    private final HandlerQueue<S, R, I, O> queue;
    /** Null before the first message that arrives in parts. Read by the timer. */
    private volatile @Nullable Assembly assembly;

    // Written by the container's calls, read by the timer.

    private volatile boolean isFrameOpen;
    private volatile long frameSince;

    /** Whether the client has sent a trace. Written by the container's calls. */
    private volatile boolean isTraced;

    private final TokenBucket messages;
    /** Null before the first join. Guarded by this. */
    private @Nullable TokenBucket joins;

    // Used by the container's calls only.

    /** When the client began to exceed the rate, and when it last did. */
    private long floodingSince;

    private long floodedAt;
    private boolean isFlooding;
    private int refused;

    InboundFrames(LiveConnection<S, R, I, O> connection, long now) {
        this.connection = connection;
        Limits limits = limits();
        this.messages = new TokenBucket(limits.maxMessagesPerSecond(), limits.maxMessageBurst(), now);
        this.queue = new HandlerQueue<>(connection);
    }

    /** Takes a part of a message, or all of it. */
    public void part(String part, boolean isLast) {
        Assembly parts = assembly;
        if (parts == null) {
            parts = new Assembly(
                    limits(),
                    connection.served().maxFrameBytes(),
                    environment().time(),
                    (text, bytes) -> message(JsonReader.of(text), bytes),
                    connection::evict);
            assembly = parts;
        }
        parts.part(part, isLast);
    }

    /** A frame has begun to arrive, but not all of it. */
    public void frameBegan() {
        frameSince = environment().now();
        isFrameOpen = true;
    }

    /** That frame has arrived. */
    public void frameEnded() {
        isFrameOpen = false;
    }

    /** Whether a message has been arriving for longer than it may. */
    boolean isLate(long now) {
        Assembly parts = assembly;
        boolean isFrameLate =
                isFrameOpen && now - frameSince > limits().messageTimeout().toNanos();
        return isFrameLate || (parts != null && parts.isLate(now));
    }

    /** Lets the times of what is arriving begin anew, because it is not read now. */
    void restartTimeouts(long now) {
        frameSince = now;
        Assembly parts = assembly;
        if (parts != null) {
            parts.restartTimeout(now);
        }
    }

    /** Takes a whole message in UTF-8. */
    public void message(byte[] utf8) {
        message(JsonReader.of(utf8), utf8.length);
    }

    private void message(JsonReader frame, int bytes) {
        if (connection.isClosing()) {
            return;
        }
        if (bytes > connection.served().maxMessageBytes() && !hasToken(frame)) {
            connection.evict(Assembly.TOO_LARGE);
            return;
        }
        connection.heard();
        long now = environment().now();
        if (messages.take(now)) {
            take(frame, now);
        } else {
            flooded(frame, now);
        }
        holdRate(now);
    }

    /** Whether it is one of the frames with the token of a client, which may be larger than messages. */
    private static boolean hasToken(JsonReader frame) {
        try {
            String control = frame.controlType();
            return "$hello".equals(control) || "$auth".equals(control);
        } catch (FrameException malformed) {
            return false;
        }
    }

    /** Stops reading while there is no token for the next message. */
    private void holdRate(long now) {
        ReadingGate gate = connection.gate();
        if (gate.holds(ReadingGate.Reason.RATE)) {
            gate.clearIf(ReadingGate.Reason.RATE, this::isWithinRate);
        } else if (gate.canPause(ReadingGate.Reason.RATE)
                && messages.isEmpty(now)
                && gate.pause(ReadingGate.Reason.RATE, now)) {
            awaitRate(now);
        }
    }

    private void awaitRate(long now) {
        long millis = Math.max(MIN_WAIT_MILLIS, Math.min(MAX_WAIT_MILLIS, messages.waitMillis(now)));
        Future<?> unused = environment().threads().later(this::releaseRate, TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Called by the timer. */
    private void releaseRate() {
        connection.gate().clearIf(ReadingGate.Reason.RATE, this::isWithinRate);
        if (connection.gate().holds(ReadingGate.Reason.RATE) && !connection.isClosing()) {
            awaitRate(environment().now());
        }
    }

    private boolean isWithinRate() {
        return !messages.isEmpty(environment().now());
    }

    private void take(JsonReader frame, long now) {
        Greeting<S, R, I, O> greeting = connection.greeting();
        if (greeting != null && greeting.isAwaited()) {
            Inbound<I> hello = greeting.take(frame);
            if (hello != null) {
                enqueue(hello, frame.length());
            }
            return;
        }
        IdentityExpiry expiry = connection.expiry();
        if (expiry != null && !mayRead(expiry, frame)) {
            return;
        }
        try {
            boolean isAnswer = connection.channel().contract().asksClients()
                    && connection.asks().take(frame);
            if (!isAnswer) {
                if (isIdentityKnown(expiry)) { // else the dispatcher judges alone
                    frame.withRoles(connection.handshake()::hasRole);
                }
                accept(connection.protocol().read(frame), frame.length(), now);
            }
        } catch (FrameException invalid) {
            messages.charge(now);
            refuse(frame, invalid);
        } catch (Refusal refusal) {
            messages.charge(now);
            connection.errors().badFrame(correlation(frame), ErrorAnswer.of(refusal.code(), refusal.text()));
        } catch (Throwable unexpected) { // such as a record's constructor, or a pattern on a long text
            messages.charge(now);
            connection.errors().internal(correlation(frame), unexpected);
        }
    }

    /** Whether no token is being judged, so that messages that its roles do not allow need not be decoded. */
    private boolean isIdentityKnown(@Nullable IdentityExpiry expiry) {
        return connection.lifecycle().state() == Lifecycle.State.OPEN && (expiry == null || !expiry.isTokenWaiting());
    }

    /** Whether a frame counts, although the identity may have expired. */
    private boolean mayRead(IdentityExpiry expiry, JsonReader frame) {
        switch (expiry.read()) {
            case VALID -> {
                return true;
            }
            case TOKEN_ONLY -> {
                if (hasToken(frame)) {
                    return true;
                }
                connection.errors().send(frame.recoverId(), EXPIRED);
            }
            case EXPIRED -> expiry.tick();
        }
        return false;
    }

    /** Returns what the client correlates an error with: the id of its ask, or of the ask that it answered. */
    private static @Nullable String correlation(JsonReader frame) {
        if (frame.id() != null) {
            return frame.id();
        }
        return frame.answerTo() != null ? frame.answerTo() : frame.recoverId();
    }

    private void refuse(JsonReader frame, FrameException invalid) {
        ErrorAnswer answer = ErrorAnswer.of(invalid);
        if (answer.code().equals("forbidden")) { // the frame itself may be valid
            connection.errors().send(correlation(frame), answer);
            return;
        }
        boolean isAnswered = connection.protocol().rules().malformedText() == MalformedText.ERROR
                || !invalid.code().equals("malformed")
                || invalid.isOverLimit()
                || frame.isJson();
        if (isAnswered) {
            connection.errors().badFrame(correlation(frame), answer);
        } else {
            environment().foreign().notifyListeners(listener -> listener.refused(connection.info(), answer.code()));
        }
    }

    /** Whether the client has sent a trace, so that it may be told others. */
    boolean isTraced() {
        return isTraced;
    }

    private void accept(Inbound<I> inbound, int size, long now) {
        if (inbound.trace() != null && !isTraced) {
            isTraced = true;
        }
        switch (inbound.kind()) {
            case PING -> connection.send(connection.protocol().pong(inbound.id()));
            case JOIN, LEAVE -> {
                if (mayChangeRooms(inbound, now)) {
                    enqueue(inbound, size);
                }
            }
            case AUTH -> authenticate(inbound, size);
            case HELLO, MESSAGE, RELAY -> {
                if (mayName(inbound, now)) {
                    enqueue(inbound, size);
                }
            }
            case IGNORED -> {}
        }
    }

    private void authenticate(Inbound<I> inbound, int size) {
        IdentityExpiry expiry = connection.requireExpiry();
        if (expiry.isTooLateForToken()) {
            connection.errors().send(inbound.id(), EXPIRED);
            return;
        }
        expiry.tokenArrived();
        if (!enqueue(inbound, size)) {
            expiry.tokenJudged();
        }
    }

    /** Whether a message or relay of a channel without rooms names none. */
    private boolean mayName(Inbound<I> inbound, long now) {
        boolean isAllowed =
                inbound.room() == null || connection.channel().contract().hasRooms();
        if (!isAllowed) {
            messages.charge(now);
            connection.errors().badFrame(inbound.id(), ErrorAnswer.NO_ROOMS);
        }
        return isAllowed;
    }

    private boolean mayChangeRooms(Inbound<I> inbound, long now) {
        if (!mayName(inbound, now)) {
            return false;
        }
        if (connection.channel().contract().isPathBound()) {
            messages.charge(now);
            ErrorAnswer answer = ErrorAnswer.of("room-invalid", "The path of this channel names the room.");
            connection.errors().badFrame(inbound.id(), answer);
            return false;
        }
        if (inbound.kind() == Inbound.Kind.JOIN && !joins(now).take(now)) {
            connection
                    .errors()
                    .send(inbound.id(), rate("Too many joins.", joins(now).waitMillis(now)));
            return false;
        }
        return true;
    }

    /** Counts the rooms of the URL, which the client joins without a frame. */
    void countJoins(int rooms) {
        long now = environment().now();
        for (int i = 0; i < rooms; i++) {
            joins(now).charge(now);
        }
    }

    private synchronized TokenBucket joins(long now) {
        TokenBucket known = joins;
        if (known == null) {
            int perSecond = limits().maxJoinsPerSecond();
            known = new TokenBucket(perSecond, perSecond, now);
            joins = known;
        }
        return known;
    }

    /** Called when the client has no more ask to answer, so that a full queue may stop reading again. */
    void asksEnded() {
        queue.holdIfFull();
    }

    private boolean enqueue(Inbound<I> inbound, int size) {
        boolean isQueued = queue.offer(inbound, size);
        if (!isQueued) {
            connection.errors().send(inbound.id(), OVERLOADED);
        }
        return isQueued;
    }

    private void flooded(JsonReader frame, long now) {
        if (!isFlooding || now - floodedAt > CALM) {
            isFlooding = true;
            floodingSince = now;
            refused = 0;
        }
        floodedAt = now;
        refused++;
        connection.errors().send(frame.recoverId(), rate("Too many messages.", messages.waitMillis(now)));
        // For three seconds, or with the messages of three seconds at once.
        if (now - floodingSince > TimeUnit.SECONDS.toNanos(MAX_FLOODING_SECONDS)
                || refused > (long) MAX_FLOODING_SECONDS * limits().maxMessagesPerSecond()) {
            connection.close(new CloseReason(1008, "too many messages"));
        }
    }

    private static ErrorAnswer rate(String text, long retryMillis) {
        return new ErrorAnswer("rate", text, List.of(), retryMillis);
    }

    private Environment environment() {
        return connection.environment();
    }

    private Limits limits() {
        return connection.served().limits();
    }
}
