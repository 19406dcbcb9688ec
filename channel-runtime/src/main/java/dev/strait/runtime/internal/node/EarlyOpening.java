package dev.strait.runtime.internal.node;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.internal.connection.Beginning;
import dev.strait.runtime.internal.connection.LiveConnection;
import dev.strait.runtime.internal.connection.Opening;
import dev.strait.runtime.internal.foreign.CallFailedException;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.handshake.HandshakeSnapshot;
import dev.strait.runtime.internal.transport.EndedTransport;
import dev.strait.runtime.internal.transport.Transport;
import dev.strait.runtime.internal.work.Inbox;
import dev.strait.runtime.internal.work.StalledTasks;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.PendingHandshake;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The handler's open and user before the upgrade. If the client is not upgraded after open has returned, the handler's
 * closed is still called. Safe for all threads.
 */
final class EarlyOpening<S, R, I, O> implements PendingHandshake {

    private static final CloseReason GONE = new CloseReason(1006, "gone before the upgrade");

    private final Deployment<S, R, I, O> deployment;
    private final HandshakeSnapshot handshake;
    private final Admission.Seat seat;
    private final Beginning beginning;
    private final Inbox inbox;

    // Guarded by this.

    private @Nullable Opening<S, R> opening;
    private Optional<String> user = Optional.empty();
    /** Whether the handler has been asked. */
    private boolean isStarted;
    /** Whether the handler need not be asked any more. */
    private boolean isDecided;
    /** Whether it will not be upgraded. */
    private boolean isAbandoned;
    /** Whether it was upgraded, or its end has begun. */
    private boolean isOver;

    EarlyOpening(
            Deployment<S, R, I, O> deployment, HandshakeSnapshot handshake, Admission.Seat seat, Beginning beginning) {
        this.deployment = deployment;
        this.handshake = handshake;
        this.seat = seat;
        this.beginning = beginning;
        this.inbox = new Inbox(deployment.inboxes());
    }

    HandshakeSnapshot handshake() {
        return handshake;
    }

    @Override
    public void decide(IntConsumer decided) {
        inbox.runEvent(() -> decided.accept(open()));
    }

    /** Returns the thread that asks the handler; null while none does. */
    @Nullable
    Thread runner() {
        return inbox.runner();
    }

    /** Called by the timer. */
    void tick(StalledTasks stalled, long now) {
        inbox.runEvents();
        stalled.check(inbox, deployment.channel().contract().name(), "connection", beginning.id(), now);
    }

    private int open() {
        if (!tryStart()) {
            return 503; // ignored, because the client has been answered or has gone
        }
        int status = call();
        synchronized (this) {
            isDecided = true;
            isAbandoned |= status != ACCEPTED;
        }
        endIfAbandoned();
        return status;
    }

    private synchronized boolean tryStart() {
        isStarted = !isAbandoned;
        return isStarted;
    }

    private int call() {
        try {
            Opening<S, R> opened = Opening.call(deployment, beginning.id(), handshake);
            synchronized (this) {
                opening = opened;
            }
            Optional<String> name = opened.user(deployment);
            synchronized (this) {
                user = name;
            }
            return ACCEPTED;
        } catch (CallFailedException failure) {
            return failure.refusal().map(this::refused).orElseGet(() -> failed(failure.thrown()));
        } catch (FrameException noSuchRoom) {
            notifyRefused("room-invalid");
            return 403;
        } catch (Throwable unexpected) { // the constructor of the room key
            return failed(unexpected);
        }
    }

    private int refused(Refusal refusal) {
        notifyRefused(refusal.code());
        return switch (refusal.code()) {
            case "unauthenticated" -> 401;
            case "overloaded" -> 503;
            default -> 403;
        };
    }

    private int failed(Throwable thrown) {
        foreign().failed("open", deployment.binding(), beginning.id(), thrown);
        notifyRefused("internal");
        return 500;
    }

    private void notifyRefused(String code) {
        ConnectionInfo info = ConnectionInfo.builder(
                        beginning.id(), deployment.channel().contract().name())
                .path(handshake.path())
                .build();
        foreign().notifyListeners(listener -> listener.refused(info, code));
    }

    private ForeignCode foreign() {
        return deployment.environment().foreign();
    }

    @Override
    public void abandon() {
        synchronized (this) {
            isAbandoned = true;
            isDecided |= !isStarted;
        }
        endIfAbandoned();
    }

    /** Ends it when it is known whether the handler has to be told. */
    private void endIfAbandoned() {
        boolean isOpened;
        synchronized (this) {
            if (!isDecided || !isAbandoned || isOver) {
                return;
            }
            isOver = true;
            isOpened = opening != null;
        }
        if (isOpened) {
            LiveConnection<S, R, I, O> connection = connection(new EndedTransport());
            deployment.register(connection, seat);
            connection.disconnected(GONE);
        } else {
            seat.leave();
        }
        deployment.ended(this);
    }

    /** Begins the connection of a client that was accepted. Returns false if it was abandoned. */
    synchronized boolean tryUpgrade() {
        boolean isAccepted = isDecided && !isAbandoned && !isOver;
        isOver |= isAccepted;
        return isAccepted;
    }

    /** Returns the connection, which counts as opened. */
    synchronized LiveConnection<S, R, I, O> connection(Transport transport) {
        LiveConnection<S, R, I, O> connection = new LiveConnection<>(beginning, handshake, deployment, transport, seat);
        connection.opened(Objects.requireNonNull(opening), user);
        return connection;
    }

    Admission.Seat seat() {
        return seat;
    }
}
