package dev.strait.runtime.internal;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.ChannelBinding;
import dev.strait.runtime.spi.TextFrame;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection from its handshake to its end: who it is, which rooms it is in, what waits for it, and the calls of its
 * handler in their order. Container callbacks are hints; {@link Membership} decides whether it is open.
 */
final class LiveConnection<S, R, I, O> {

    private static final Log LOG = Log.of(LiveConnection.class);

    private static final CloseReason TOO_MANY_OF_USER = new CloseReason(1008, "Max connections per user exceeded");

    /** For a container to call back after a failed write. */
    private static final long FAILURE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String id;
    private final long sinceMillis = System.currentTimeMillis();
    private final HandshakeSnapshot handshake;
    private final Deployment<S, R, I, O> deployment;
    private final LiveChannel<R, I, O> channel;
    private final Protocol<I, O> protocol;
    private final ChannelBinding<S, R, I, O> binding;
    private final Node node;
    private final Membership<R> membership;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Heartbeat heartbeat;
    /** Null before the first error; made under the lock of this. */
    private volatile @Nullable ErrorAnswers<O> errors;
    /** Null on channels that never ask clients. */
    private final @Nullable Asks<O> asks;

    // Set by open(), before the connection is known to anybody.
    private volatile Optional<String> user = Optional.empty();
    private volatile @Nullable S state;

    // Touched by tasks of the inbox only.
    /** The room that the path names, where it names one. */
    private @Nullable R pathRoom;
    /** The handler's open returned, so its closed is due. */
    private boolean isOpened;
    /** Listeners were told that it opened. */
    private boolean isAdmitted;
    /** The handler's last calls have begun. */
    private boolean isEnding;

    /** When to stop waiting for the peer's answer to a close; 0 while it is open. Read by the timer. */
    private volatile long closeDeadline;

    private volatile boolean isClosing;
    /** When to stop waiting for the container to say why a write failed; 0 while none has. */
    private volatile long failureDeadline;
    /** Why it closes, once it does; written under the lock of this. */
    private volatile @Nullable CloseReason lastReason;

    // The node forgets the connection once both are true: nothing of it is left to do.
    private volatile boolean isSocketGone;
    /** When it went, once it has. */
    private volatile long goneAt;

    private volatile boolean isEnded;

    LiveConnection(String id, HandshakeSnapshot handshake, Deployment<S, R, I, O> deployment, Transport transport) {
        this.id = id;
        this.handshake = handshake;
        this.deployment = deployment;
        this.channel = deployment.channel();
        this.protocol = deployment.protocol();
        this.binding = deployment.binding();
        this.node = deployment.node();
        this.membership = new Membership<>(this, channel.live(), channel.liveRooms(), node.limits());
        this.inbox = new Inbox(
                deployment.handlerExecutor(),
                node.handlerExecutor(),
                node.limits().maxHandlerQueueMessages());
        this.outbox = node.outbox(id, transport, this::writeFailed);
        this.heartbeat = new Heartbeat(node.limits(), node.now());
        this.asks = channel.contract().asksClients() ? new Asks<>(this, node) : null;
    }

    String id() {
        return id;
    }

    Optional<String> user() {
        return user;
    }

    HandshakeSnapshot handshake() {
        return handshake;
    }

    Protocol<I, O> protocol() {
        return protocol;
    }

    int protocolIndex() {
        return deployment.protocolIndex();
    }

    LiveChannel<R, I, O> channel() {
        return channel;
    }

    ChannelBinding<S, R, I, O> binding() {
        return binding;
    }

    ForeignCode foreign() {
        return node.foreign();
    }

    Turns<R> turns() {
        return deployment.turns();
    }

    Membership<R> membership() {
        return membership;
    }

    Inbox inbox() {
        return inbox;
    }

    ErrorAnswers<O> errors() {
        ErrorAnswers<O> known = errors;
        if (known == null) {
            synchronized (this) {
                known = errors;
                if (known == null) {
                    known = new ErrorAnswers<>(node, this);
                    errors = known;
                }
            }
        }
        return known;
    }

    Visits<S, R, I, O> visits() {
        return new Visits<>(this);
    }

    Asks<O> asks() {
        return Objects.requireNonNull(asks, "this channel never asks clients");
    }

    /** The room that the path names; null where it names none. For tasks of the inbox. */
    @Nullable
    R pathRoom() {
        return pathRoom;
    }

    /** Why it closes, once it does. */
    CloseReason lastReason() {
        CloseReason known = lastReason;
        return known == null ? CloseReason.NORMAL : known;
    }

    @SuppressWarnings("NullAway") // set before any view is given out; null only where the handler chose it
    S state() {
        return state;
    }

    ConnectionInfo info() {
        return ConnectionInfo.builder(id, channel.contract().name())
                .path(handshake.path())
                .user(user.orElse(null))
                .rooms(membership.rooms().keySet())
                .since(Instant.ofEpochMilli(sinceMillis))
                .build();
    }

    /** Whether nothing more can be said to it, and nothing that comes is heard. */
    boolean isClosing() {
        return isClosing || isSocketGone;
    }

    /** Anything has come from the peer. */
    void heard() {
        heartbeat.heard(node.now());
    }

    /** Whether it is too late for the handler to hear of a message. For tasks of the inbox. */
    boolean isEnding() {
        return isEnding;
    }

    Outbox.Offer offer(TextFrame frame) {
        return offer(frame, false);
    }

    Outbox.Offer offer(TextFrame frame, boolean isForMany) {
        return outbox.offer(frame, isForMany);
    }

    /** A frame to this connection alone, of the protocol's own; nothing where it is null, being none that it has. */
    void send(@Nullable TextFrame frame) {
        if (frame != null && offer(frame) != Outbox.Offer.QUEUED) {
            notTaken(frame.type());
        }
    }

    /** A frame was not taken. If that is because the queue is full, the connection is too slow and has to go. */
    void notTaken(String type) {
        node.foreign().notifyListener(listener -> listener.dropped(info(), type));
        if (!isClosing() && failureDeadline == 0) {
            evict(new CloseReason(1013, "too slow"));
        }
    }

    /** Calls the handler's open, user and join in the inbox, before anything that the client sends. */
    void start() {
        inbox.addEvent(this::open);
        inbox.runEvents();
    }

    private void open() {
        if (membership.isClosed()) {
            return;
        }
        try {
            R room = channel.contract().isPathBound()
                    ? channel.contract().codec().room(deployment.roomOf(this))
                    : null;
            pathRoom = room;
            S opened = node.foreign().open(binding, room, handshake);
            isOpened = true;
            state = opened;
            user = node.foreign().user(binding, opened, handshake);
        } catch (CallFailedException failure) {
            errors().failed(null, failure);
            close(failure.refusal().map(LiveConnection::closeReason).orElse(new CloseReason(1011, "open failed")));
            return;
        } catch (FrameException noSuchRoom) {
            errors().send(null, ErrorAnswer.ofRoom(noSuchRoom, ""));
            close(new CloseReason(1008, "no such room"));
            return;
        } catch (Throwable unexpected) { // a record's constructor
            errors().internal(null, unexpected);
            close(new CloseReason(1011, "open failed"));
            return;
        }
        switch (membership.admit(deployment.maxConnectionsPerUser())) {
            case ADMITTED -> admitted();
            case TOO_MANY -> close(TOO_MANY_OF_USER);
            case CLOSED -> {}
        }
    }

    private void admitted() {
        isAdmitted = true;
        node.foreign().notifyListener(listener -> listener.opened(info()));
        send(protocol.opened(id));
        List<String> rooms = deployment.roomsAtOpen(this);
        membership.willBeIn(rooms.size());
        rooms.forEach(name -> inbox.addEvent(() -> visits().joinAtOpen(name)));
    }

    private static CloseReason closeReason(Refusal refusal) {
        return switch (refusal.code()) {
            case "unauthenticated" -> new CloseReason(4401, "unauthenticated");
            case "forbidden" -> new CloseReason(4403, "forbidden");
            default -> new CloseReason(1008, "refused");
        };
    }

    /** Closes after what is queued; false if it was closing. */
    boolean close(CloseReason reason) {
        return end(reason, () -> outbox.close(reason));
    }

    /** Closes at once. */
    void evict(CloseReason reason) {
        boolean isNews = end(reason, () -> outbox.evict(reason));
        if (isNews) {
            node.foreign().notifyListener(listener -> listener.evicted(info(), reason));
        }
    }

    /**
     * The socket is gone. Until the handler has come to all that the client had sent before, the connection stays where it
     * is; the server may still end it.
     */
    void disconnected(CloseReason reason) {
        CloseReason first = settle(reason);
        noteSocketGone(); // before the outbox refuses, which is then no fault of the peer's
        outbox.forget();
        if (asks != null) {
            asks.close(first); // a handler may wait for an answer
        }
        if (node.hasRoomForGone()) {
            inbox.runLast(() -> end(first, () -> {}));
        } else {
            end(first, () -> {});
        }
        forgetIfDone();
    }

    private synchronized void noteSocketGone() {
        if (!isSocketGone) {
            goneAt = node.now();
            isSocketGone = true;
            node.noteGone();
        }
    }

    /** Why it closes is what was said first. */
    private synchronized CloseReason settle(CloseReason reason) {
        CloseReason first = lastReason == null ? reason : lastReason;
        lastReason = first;
        return first;
    }

    /** The socket is going. Most often the container tells why in a moment, such as that the peer has closed it. */
    private void writeFailed() {
        failureDeadline = node.now() + FAILURE_NANOS; // before the outbox refuses, which is then no fault of the peer's
        outbox.forget();
    }

    private void forgetIfDone() {
        if (isSocketGone && isEnded) {
            node.forget(this);
        }
    }

    private boolean end(CloseReason reason, Runnable closeSocket) {
        CloseReason first = settle(reason);
        if (!membership.close(() -> inbox.addEvent(() -> ended(first)))) {
            return false;
        }
        closeDeadline = node.now() + node.limits().closeTimeout().toNanos();
        isClosing = true;
        closeSocket.run();
        if (asks != null) {
            asks.close(first);
        }
        inbox.runEvents();
        return true;
    }

    /** The handler's last calls for what it has taken on; runs in the inbox. */
    private void ended(CloseReason reason) {
        isEnding = true;
        if (isOpened) {
            membership.rooms().forEach((name, key) -> inbox.addEvent(() -> visits().tellLeft(name, key)));
        }
        inbox.addEvent(() -> over(reason)); // each room has its turn before
    }

    private void over(CloseReason reason) {
        if (isOpened) {
            node.foreign().closed(binding, view(pathRoom == null ? null : deployment.roomOf(this), pathRoom), reason);
        }
        if (isAdmitted) {
            node.foreign().notifyListener(listener -> listener.closed(info(), reason));
        }
        isEnded = true;
        forgetIfDone();
    }

    /**
     * The timer comes by.
     *
     * @param mostStuckNanos for how long one write may have made no progress
     */
    void tick(long now, long mostStuckNanos) {
        inbox.runEvents();
        if (isClosing) {
            if (now - closeDeadline > 0) {
                outbox.evict(lastReason()); // it may still wait behind what the peer does not read
                noteSocketGone();
                forgetIfDone();
            }
        } else if (isSocketGone) {
            if (now - goneAt > node.limits().idleTimeout().toNanos() && end(lastReason(), () -> {})) {
                LOG.warning(
                        "The handler of " + channel.contract().name() + " did not handle all messages that connection "
                                + id + " had sent before it disconnected.",
                        null);
            }
        } else if (failureDeadline != 0) {
            if (now - failureDeadline > 0) {
                outbox.closeSocket(new CloseReason(1011, "write failed"));
                disconnected(new CloseReason(1006, "write failed"));
            }
        } else if (outbox.stuckNanos(now) > mostStuckNanos) {
            evict(new CloseReason(1013, "too slow"));
        } else if (heartbeat.isDead(now)) {
            evict(new CloseReason(1001, "silent"));
        } else if (heartbeat.isPingDue(now)) {
            outbox.ping();
        }
    }

    RoomView<S, R, I, O> view(@Nullable String name, @Nullable R key) {
        return new RoomView<>(this, name, key);
    }
}
