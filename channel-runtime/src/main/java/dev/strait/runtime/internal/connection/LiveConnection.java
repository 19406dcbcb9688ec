package dev.strait.runtime.internal.connection;

import dev.strait.runtime.ChannelView;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.internal.handshake.HandshakeSnapshot;
import dev.strait.runtime.internal.membership.Member;
import dev.strait.runtime.internal.membership.Membership;
import dev.strait.runtime.internal.membership.RetentionQuota;
import dev.strait.runtime.internal.outbound.Outbox;
import dev.strait.runtime.internal.protocol.Protocol;
import dev.strait.runtime.internal.transport.Transport;
import dev.strait.runtime.internal.work.Environment;
import dev.strait.runtime.internal.work.Heartbeat;
import dev.strait.runtime.internal.work.Inbox;
import dev.strait.runtime.spi.TextFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection. Its {@link Lifecycle} decides, and this class acts on the decision: it closes the socket, leaves the
 * rooms, fails the asks and notifies the handler. Safe for all threads.
 *
 * @param <S> the application's state of a connection
 * @param <R> the room key
 * @param <I> the client's messages
 * @param <O> the server's messages
 */
public final class LiveConnection<S, R, I, O> implements Member {

    /** The time for a container to report why a write failed. */
    private static final long FAILURE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String id;
    private final long sinceMillis;
    private final long sinceNanos;
    private final Served<S, R, I, O> served;
    private final RetentionQuota roomQuota;
    private final Lifecycle lifecycle = new Lifecycle();
    private final HandlerSession<S, R, I, O> session = new HandlerSession<>(this);
    private final InboundFrames<S, R, I, O> inbound;
    private final Membership<R, LiveConnection<?, ?, ?, ?>> membership;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Heartbeat heartbeat;
    private final ReadingGate gate;
    /** Null on channels that never ask clients. */
    private final @Nullable PendingAsks<O> asks;
    /** Null before the first error; created under the lock of this. */
    private volatile @Nullable ErrorAnswers<O> errors;
    /** Null before a producer first waits; created under the lock of this. */
    private volatile @Nullable Writability writability;

    /** Null if the connection opens without waiting for a hello. */
    private final @Nullable Greeting<S, R, I, O> greeting;
    /** Null before the first identity that expires, or the first new token; created under the lock of this. */
    private volatile @Nullable IdentityExpiry expiry;
    /** Replaced when the client says who it is. */
    private volatile HandshakeSnapshot handshake;

    // Set by the handler session before the connection is admitted.
    private volatile @Nullable String user;
    private volatile @Nullable S state;
    /** Whether listeners know that the outbox is more than half full. Used by the timer only. */
    private boolean hasBacklog;
    /** The client's close code, if the container reports another one; else 0. */
    private volatile int peerCode;

    public LiveConnection(
            Beginning beginning,
            HandshakeSnapshot handshake,
            Served<S, R, I, O> served,
            Transport transport,
            RetentionQuota roomQuota) {
        Environment environment = served.environment();
        this.id = beginning.id();
        this.sinceMillis = beginning.millis();
        this.sinceNanos = beginning.nanos();
        this.handshake = handshake;
        this.served = served;
        this.roomQuota = roomQuota;
        this.gate = new ReadingGate(transport, environment::now);
        this.inbound = new InboundFrames<>(this, environment.now());
        this.membership = new Membership<>(
                this, served.channel().directory(), served.limits().maxRoomsPerConnection());
        this.inbox = new Inbox(served.inboxes());
        this.outbox = served.outboxes().create(id, transport, served.limits(), this::writeFailed);
        this.heartbeat = new Heartbeat(served.limits(), environment.now());
        this.greeting = served.awaitsHello(handshake) ? new Greeting<>(this) : null;
        this.asks = served.channel().contract().asksClients() ? new PendingAsks<>(this) : null;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Optional<String> user() {
        return Optional.ofNullable(user);
    }

    /** Returns when it began, on the clock of the environment. */
    public long sinceNanos() {
        return sinceNanos;
    }

    void setUser(Optional<String> name) {
        user = name.orElse(null);
    }

    @SuppressWarnings("NullAway") // set before any view is handed out; null only if the handler chose it
    S state() {
        return state;
    }

    void setState(S opened) {
        state = opened;
    }

    HandshakeSnapshot handshake() {
        return handshake;
    }

    /** Sets the handshake with another identity. Called in the inbox. */
    void setHandshake(HandshakeSnapshot identified) {
        handshake = identified;
        if (expiry != null || identified.expiry().isPresent()) {
            requireExpiry().set(identified.expiry());
        }
    }

    /** Returns when its identity expires. */
    IdentityExpiry requireExpiry() {
        synchronized (this) {
            IdentityExpiry known = expiry == null ? new IdentityExpiry(this) : expiry;
            expiry = known;
            return known;
        }
    }

    @Nullable
    Greeting<S, R, I, O> greeting() {
        return greeting;
    }

    /** Returns when its identity expires; null if it never had one that does. */
    @Nullable
    IdentityExpiry expiry() {
        return expiry;
    }

    Served<S, R, I, O> served() {
        return served;
    }

    Environment environment() {
        return served.environment();
    }

    ChannelScope<R, I, O> channel() {
        return served.channel();
    }

    public Protocol<I, O> protocol() {
        return served.protocol();
    }

    public int protocolIndex() {
        return served.protocolIndex();
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    HandlerSession<S, R, I, O> session() {
        return session;
    }

    public InboundFrames<S, R, I, O> inbound() {
        return inbound;
    }

    public Membership<R, LiveConnection<?, ?, ?, ?>> membership() {
        return membership;
    }

    Inbox inbox() {
        return inbox;
    }

    Outbox outbox() {
        return outbox;
    }

    ReadingGate gate() {
        return gate;
    }

    Heartbeat heartbeat() {
        return heartbeat;
    }

    /** Asks the client. The stage has the type of the answer, which the codec reads for the message. */
    @SuppressWarnings("unchecked")
    public <A> CompletionStage<A> ask(O message, Duration timeout) {
        return (CompletionStage<A>) asks().ask(message, timeout);
    }

    PendingAsks<O> asks() {
        return Objects.requireNonNull(asks, "this channel never asks clients");
    }

    ErrorAnswers<O> errors() {
        ErrorAnswers<O> known = errors;
        if (known == null) {
            synchronized (this) {
                known = errors;
                if (known == null) {
                    known = new ErrorAnswers<>(this);
                    errors = known;
                }
            }
        }
        return known;
    }

    /** Returns a stage that completes, where handlers run, when less than half of the outbox is used. */
    CompletionStage<Void> writable() {
        Writability known;
        synchronized (this) {
            known = writability == null ? new Writability(this) : writability;
            writability = known;
        }
        return known.next();
    }

    public ConnectionInfo info() {
        return ConnectionInfo.builder(id, channel().contract().name())
                .path(handshake.path())
                .user(user)
                .rooms(membership.rooms().keySet())
                .since(Instant.ofEpochMilli(sinceMillis))
                .build();
    }

    @Override
    public RetentionQuota roomQuota() {
        return roomQuota;
    }

    @Override
    public boolean isClosing() {
        return lifecycle.isClosing();
    }

    /** Whether a message has been arriving for longer than it may. */
    boolean isMessageLate(long now) {
        return inbound.isLate(now);
    }

    /** Records that a message or a pong has arrived from the peer. */
    public void heard() {
        heartbeat.heard(environment().now());
    }

    /** Records what the handler has decided about the handshake, before {@link #start}. */
    public void opened(Opening<S, R> opening, Optional<String> user) {
        session.opened(opening);
        setUser(user);
    }

    /** Calls the handler's open, before anything that the client sends; later, if the client has to say hello first. */
    public void start() {
        if (greeting == null) {
            inbox.runEvent(session::open);
        }
    }

    /** The client has said hello, with its token if it has one. */
    void greeted(@Nullable String token) {
        if (token != null) {
            handshake = handshake.withToken(token);
        }
        inbox.runEvent(session::open);
    }

    /**
     * Offers a frame.
     *
     * @param isForMany whether many other connections get it too
     */
    public Outbox.Offer offer(TextFrame frame, boolean isForMany) {
        return outbox.offer(frame, isForMany);
    }

    /** Sends a frame of the protocol to this connection alone; does nothing if the protocol has none for the occasion. */
    public void send(@Nullable TextFrame frame) {
        if (frame != null && outbox.offer(frame, false) != Outbox.Offer.QUEUED) {
            dropped(frame.type());
        }
    }

    /** Called when a frame was not queued. If the queue is full, the client reads too slowly and is closed. */
    public void dropped(String type) {
        environment().foreign().notifyListeners(listener -> listener.dropped(info(), type));
        if (!isClosing() && !lifecycle.isBreaking()) {
            evict(new CloseReason(1013, "too slow"));
        }
    }

    /** Reports that its outbox has become more than half full, or is empty again. Called by the timer. */
    void reportBacklog() {
        if (!environment().foreign().hasListeners()) {
            return;
        }
        Outbox.Backlog backlog = outbox.backlog();
        boolean isChange = hasBacklog ? backlog.isEmpty() : backlog.isLong();
        if (isChange && !isClosing()) {
            hasBacklog = backlog.isLong();
            environment()
                    .foreign()
                    .notifyListeners(listener -> listener.backlog(info(), backlog.messages(), backlog.bytes()));
        }
    }

    /** Adds it to the view of its channel. */
    public void addTo(ChannelView.Builder view) {
        Outbox.Backlog backlog = outbox.backlog();
        view.connection(backlog.messages(), backlog.bytes(), backlog.isLong(), asks == null ? 0 : asks.count());
    }

    /** Joins a room without asking the handler. Returns whether it became a member. */
    public boolean joinByServer(String room) {
        return RoomJoins.of(this).joinByServer(room);
    }

    /** Leaves a room. Returns whether it was a member. */
    public boolean leaveByServer(String room) {
        return RoomJoins.of(this).leaveByServer(room);
    }

    /** Closes after everything that is queued. Returns false if it was closing. */
    public boolean close(CloseReason reason) {
        return close(reason, () -> {}, () -> outbox.close(reason));
    }

    /** Closes at once; queued messages are discarded. */
    void evict(CloseReason reason) {
        close(
                reason,
                () -> environment().foreign().notifyListeners(listener -> listener.evicted(info(), reason)),
                () -> outbox.evict(reason));
    }

    /** Calls announce when the connection has left its rooms and before its end is reported. Returns false if it was closing. */
    private boolean close(CloseReason reason, Runnable announce, Runnable closeSocket) {
        long until = environment().now() + environment().limits().closeTimeout().toNanos();
        if (!lifecycle.tryClose(reason, until)) {
            return false;
        }
        CloseReason first = lifecycle.reason();
        // Before the outbox refuses frames.
        membership.close(() -> {
            announce.run();
            inbox.runEvent(() -> session.end(first));
        });
        gate.end(); // the peer's close frame has to be read
        closeSocket.run();
        failWaiting();
        return true;
    }

    /** Fails what the application waits for. */
    private void failWaiting() {
        if (asks != null) {
            asks.close(lifecycle.reason());
        }
        Writability producers = writability;
        if (producers != null) {
            producers.close(lifecycle.reason());
        }
    }

    /**
     * The socket is gone. The connection stays in its rooms until the handler has handled everything that the client had
     * sent before.
     */
    public void disconnected(CloseReason reported) {
        CloseReason reason = peerCode == 0 ? reported : new CloseReason(peerCode, reported.text());
        long until = environment().now() + served.limits().idleTimeout().toNanos();
        if (!lifecycle.tryDisconnect(reason, until)) {
            return;
        }
        gate.end();
        served.registry().noteDisconnected();
        outbox.forget();
        if (lifecycle.state() == Lifecycle.State.DRAINING) {
            failWaiting();
            if (served.registry().hasRoomForDisconnected()) {
                inbox.runLast(this::drained);
            } else {
                drained();
            }
        }
        forgetIfGone();
    }

    /**
     * The client sends nothing more, without a close frame. What it had sent is handled and answered, then the socket is
     * closed.
     */
    public void inputEnded() {
        CloseReason lost = new CloseReason(1006, "ended without a close frame");
        inbox.runOrAdd(() -> close(lost, () -> {}, () -> outbox.close(CloseReason.NORMAL)));
    }

    /** Sets the client's close code, which the container is about to report as another one. */
    public void setPeerCode(int code) {
        peerCode = code;
    }

    private void drained() {
        close(lifecycle.reason(), () -> {}, () -> {});
    }

    /** Usually, the container reports the reason shortly afterwards. */
    private void writeFailed() {
        lifecycle.writeFailed(environment().now() + FAILURE_NANOS); // before the outbox refuses frames for that reason
        outbox.forget();
    }

    /** A write failed and the container did not report why. */
    void breakOff(CloseReason reason) {
        outbox.closeSocket(new CloseReason(1011, "write failed"));
        disconnected(reason);
    }

    /**
     * Called when the peer has not answered a close. The close frame may be queued behind frames that the peer does not
     * read.
     */
    void drop() {
        outbox.evict(lifecycle.reason());
        disconnected(lifecycle.reason());
    }

    /**
     * Whether it cannot end before a thread has returned from the application.
     *
     * @param isInRoom whether the thread runs a task of a room with state, for which connections may wait
     */
    public boolean isHeldBy(Thread thread, boolean isInRoom) {
        return thread.equals(inbox.runner()) || (isInRoom && inbox.isSuspended());
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a connection equals only itself
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    /** Of its id, so that the order of sets depends on nothing else. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The handler's last call has returned. */
    void handlerDone() {
        lifecycle.handlerDone();
        forgetIfGone();
    }

    /** Returns a stage that completes when the socket is gone and the handler's last call has returned. */
    public CompletionStage<Void> ended() {
        return served.registry().ended(this);
    }

    private void forgetIfGone() {
        if (lifecycle.isGone()) {
            served.registry().forget(this);
        }
    }

    /** Returns this connection as the handler sees it in a room, or in none. */
    RoomView<S, R, I, O> view(@Nullable String name, @Nullable R key) {
        return new RoomView<>(this, name, key);
    }
}
