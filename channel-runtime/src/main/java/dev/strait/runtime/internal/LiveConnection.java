package dev.strait.runtime.internal;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.codec.FrameException;
import dev.strait.runtime.internal.Protocol.ErrorAnswer;
import dev.strait.runtime.spi.ChannelBinding;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection from its handshake to its end: who it is, which rooms it is in, what waits for it, and the calls of its
 * handler in their order. Container callbacks are hints; {@link Membership} decides whether it is open.
 */
final class LiveConnection<S, R, I, O> {

    private static final System.Logger LOG = System.getLogger(LiveConnection.class.getName());

    private final String id;
    private final Instant since = Instant.now();
    private final HandshakeSnapshot handshake;
    private final Deployment<S, R, I, O> deployment;
    private final LiveChannel<R, I, O> channel;
    private final ChannelBinding<S, R, I, O> binding;
    private final Node node;
    private final Membership<R> membership;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Heartbeat heartbeat;
    private final ErrorAnswers<O> errors;

    // Set by open(), before the connection is known to anybody.
    private volatile Optional<String> user = Optional.empty();
    private volatile @Nullable S state;

    /** The handler's open returned, so its closed is due. Touched by tasks of the inbox only. */
    private boolean isOpened;
    /** When to stop waiting for the peer's answer to a close; 0 while it is open. Read by the timer. */
    private volatile long closeDeadline;

    private volatile boolean isClosing;

    // The node forgets the connection once both are true: nothing of it is left to do.
    private volatile boolean isSocketGone;
    private volatile boolean isEnded;

    LiveConnection(String id, HandshakeSnapshot handshake, Deployment<S, R, I, O> deployment, Transport transport) {
        this.id = id;
        this.handshake = handshake;
        this.deployment = deployment;
        this.channel = deployment.channel();
        this.binding = deployment.binding();
        this.node = deployment.node();
        this.membership = new Membership<>(this, channel.live(), channel.liveRooms(), node.limits());
        this.inbox = new Inbox(deployment.handlerExecutor(), node.limits().inboxMessages());
        this.outbox = node.outbox(id, transport, () -> disconnected(new CloseReason(1006, "write failed")));
        this.heartbeat = new Heartbeat(node.limits(), node.now());
        this.errors = new ErrorAnswers<>(node, this);
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
        return deployment.protocol();
    }

    LiveChannel<R, I, O> channel() {
        return channel;
    }

    ChannelBinding<S, R, I, O> binding() {
        return binding;
    }

    Membership<R> membership() {
        return membership;
    }

    Inbox inbox() {
        return inbox;
    }

    ErrorAnswers<O> errors() {
        return errors;
    }

    @SuppressWarnings("NullAway") // set before any view is given out; null only where the handler chose it
    S state() {
        return state;
    }

    ConnectionInfo info() {
        return new ConnectionInfo(id, channel.contract().name(), handshake.path(), user, membership.names(), since);
    }

    boolean isClosing() {
        return isClosing;
    }

    /** Anything has come from the peer. */
    void heard() {
        heartbeat.heard(node.now());
    }

    Outbox.Offer offer(Outgoing frame) {
        return outbox.offer(frame);
    }

    /** A frame to this connection alone, of the protocol's own. */
    void send(Outgoing frame) {
        if (offer(frame) != Outbox.Offer.QUEUED) {
            notTaken(frame.type());
        }
    }

    /** A frame was not taken. If that is because the queue is full, the connection is too slow and has to go. */
    void notTaken(String type) {
        node.tell(listener -> listener.dropped(info(), type));
        if (!isClosing) {
            evict(new CloseReason(1013, "too slow"));
        }
    }

    /** Calls the handler's open, user and join in the inbox, before anything that the client sends. */
    void start() {
        inbox.add(this::open);
    }

    private void open() {
        if (membership.isClosed()) {
            return;
        }
        try {
            R room = channel.contract().isPathBound()
                    ? channel.contract().codec().room(deployment.roomOf(this))
                    : null;
            S opened = binding.open(room, handshake);
            isOpened = true;
            state = opened;
            user = binding.user(opened, handshake);
        } catch (Refusal refusal) {
            errors.send(null, ErrorAnswer.of(refusal.code(), refusal.text()));
            close(closeReason(refusal));
            return;
        } catch (FrameException noSuchRoom) {
            errors.send(null, ErrorAnswer.ofRoom(noSuchRoom, ""));
            close(new CloseReason(1008, "no such room"));
            return;
        } catch (RuntimeException | Error unexpected) {
            errors.internal(null, unexpected);
            close(new CloseReason(1011, "open failed"));
            return;
        }
        if (membership.admit()) {
            node.tell(listener -> listener.opened(info()));
            for (String name : deployment.roomsAtOpen(this)) {
                join(null, name);
            }
        }
    }

    private static CloseReason closeReason(Refusal refusal) {
        return switch (refusal.code()) {
            case "unauthenticated" -> new CloseReason(4401, "unauthenticated");
            case "forbidden" -> new CloseReason(4403, "forbidden");
            default -> new CloseReason(1008, "refused");
        };
    }

    /** A client wants to join; runs in the inbox. */
    void join(@Nullable String correlation, String name) {
        try {
            R key = channel.contract().codec().room(name);
            if (membership.key(name) == null) {
                binding.join(key, view(name, key));
            }
            switch (membership.join(name, key)) {
                case NEW -> {
                    announceJoined(correlation, name);
                    binding.joined(key, view(name, key));
                }
                case ALREADY -> announceJoined(correlation, name);
                case TOO_MANY ->
                    errors.send(correlation, ErrorAnswer.of("overloaded", "There are too many rooms to join another."));
                case CLOSED -> {}
            }
        } catch (FrameException noSuchRoom) {
            errors.send(correlation, ErrorAnswer.ofRoom(noSuchRoom, "/room"));
        } catch (Refusal refusal) {
            errors.send(correlation, ErrorAnswer.of(refusal.code(), refusal.text()));
        } catch (RuntimeException | Error unexpected) {
            errors.internal(correlation, unexpected);
        }
    }

    /** A client wants to leave; runs in the inbox. */
    void leave(@Nullable String correlation, String name) {
        R key = membership.leave(name);
        if (key == null) {
            errors.send(correlation, ErrorAnswer.of("not-joined", "This connection is not in that room."));
            return;
        }
        send(protocol().left(correlation, name));
        call(() -> binding.left(key, view(name, key)));
    }

    /** The server joins it; any thread. The handler hears of it in its turn. */
    boolean joinByServer(String name) {
        R key = channel.contract().codec().room(name);
        if (membership.join(name, key) != Membership.Join.NEW) {
            return false;
        }
        announceJoined(null, name);
        inbox.add(() -> call(() -> binding.joined(key, view(name, key))));
        return true;
    }

    /** The server takes it out; any thread. */
    boolean leaveByServer(String name) {
        R key = membership.leave(name);
        if (key == null) {
            return false;
        }
        send(protocol().left(null, name));
        inbox.add(() -> call(() -> binding.left(key, view(name, key))));
        return true;
    }

    /** Where the path binds the room there is nothing to announce: the client named it. */
    private void announceJoined(@Nullable String correlation, String name) {
        if (!channel.contract().isPathBound()) {
            send(protocol().joined(correlation, name));
        }
    }

    /** Closes after what is queued; false if it was closing. */
    boolean close(CloseReason reason) {
        return end(reason, () -> outbox.close(reason));
    }

    /** Closes at once. */
    void evict(CloseReason reason) {
        boolean isNews = end(reason, () -> outbox.evict(reason));
        if (isNews) {
            node.tell(listener -> listener.evicted(info(), reason));
        }
    }

    /** The socket is gone. */
    void disconnected(CloseReason reason) {
        end(reason, () -> {});
        outbox.forget();
        isSocketGone = true;
        forgetIfDone();
    }

    private void forgetIfDone() {
        if (isSocketGone && isEnded) {
            node.forget(this);
        }
    }

    private boolean end(CloseReason reason, Runnable closeSocket) {
        ConnectionInfo last = info();
        Map<String, R> left = membership.close();
        if (left == null) {
            return false;
        }
        isClosing = true;
        closeDeadline = node.now() + TimeUnit.MILLISECONDS.toNanos(node.limits().closeMillis());
        closeSocket.run();
        Map<String, R> rooms = new LinkedHashMap<>(left);
        inbox.add(() -> ended(rooms, last, reason));
        return true;
    }

    private void ended(Map<String, R> rooms, ConnectionInfo last, CloseReason reason) {
        if (isOpened) { // else the handler never took it on
            rooms.forEach((name, key) -> call(() -> binding.left(key, view(name, key))));
            call(() -> binding.closed(closedView(rooms), reason));
            node.tell(listener -> listener.closed(last, reason));
        }
        isEnded = true;
        forgetIfDone();
    }

    /** On a path-bound channel the room is known to the last. */
    private RoomView<S, R, I, O> closedView(Map<String, R> rooms) {
        if (channel.contract().isPathBound() && !rooms.isEmpty()) {
            Map.Entry<String, R> only = rooms.entrySet().iterator().next();
            return view(only.getKey(), only.getValue());
        }
        return view(null, null);
    }

    /** The timer comes by. */
    void tick(long now) {
        if (isClosing) {
            if (now - closeDeadline > 0) {
                outbox.evict(new CloseReason(1001, "no answer to close"));
                isSocketGone = true;
                forgetIfDone();
            }
        } else if (outbox.stuckNanos(now)
                > TimeUnit.MILLISECONDS.toNanos(node.limits().stuckWriteMillis())) {
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

    Handshake request() {
        return handshake;
    }

    Set<String> roomNames() {
        return membership.names();
    }

    List<R> roomKeys() {
        return membership.keys();
    }

    /** A call of the handler that has nobody to answer to. */
    private void call(Runnable handlerCall) {
        try {
            handlerCall.run();
        } catch (RuntimeException | Error unexpected) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "a handler of " + channel.contract().name() + " failed",
                    unexpected);
        }
    }
}
