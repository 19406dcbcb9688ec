package dev.strait.runtime.internal.foreign;

import dev.strait.runtime.Authenticator;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Identity;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.ChannelBinding;
import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.EndpointBinding;
import dev.strait.runtime.spi.RoomBinding;
import dev.strait.runtime.spi.RoomMembers;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls code that is not the runtime's own: handlers, rooms with state, listeners, executors, the backplane. Such code may
 * throw anything, {@link Error}s and checked exceptions included (Kotlin, Groovy and Lombok do not declare them). Only a
 * {@link CallFailedException} leaves this class, so that no caller is interrupted halfway. No other class makes such calls.
 */
public final class ForeignCode {

    private static final Log LOG = Log.of(ForeignCode.class);

    private static final long LOG_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long NEVER = Long.MIN_VALUE;

    private final @Nullable ChannelListener listener;
    private final AtomicLong rejectionLoggedAt = new AtomicLong(NEVER);

    public ForeignCode(@Nullable ChannelListener listener) {
        this.listener = listener;
    }

    /** Returns an identity that has not expired. */
    public Identity authenticate(Authenticator authenticator, String token, Handshake handshake, Instant now)
            throws CallFailedException {
        try {
            Identity identity = Objects.requireNonNull(
                    authenticator.authenticate(token, handshake), "the authenticator returned null");
            if (identity.expiry().filter(expiry -> !expiry.isAfter(now)).isPresent()) {
                throw Refusal.unauthenticated("The token has expired.");
            }
            return identity;
        } catch (Throwable thrown) {
            throw new CallFailedException(thrown);
        }
    }

    public String nameOf(Principal principal) throws CallFailedException {
        try {
            return Objects.requireNonNull(principal.getName(), "the principal has no name");
        } catch (Throwable thrown) {
            throw new CallFailedException(thrown);
        }
    }

    public <S, R, O> void reauthenticated(
            EndpointBinding<S, R, ?, O> binding, ChannelConnection<S, R, O> connection, String token)
            throws CallFailedException {
        try {
            binding.reauthenticated(connection, token);
        } catch (Throwable thrown) {
            throw new CallFailedException(thrown);
        }
    }

    public <S, R> S open(EndpointBinding<S, R, ?, ?> binding, @Nullable R room, Handshake handshake)
            throws CallFailedException {
        try {
            return binding.open(room, handshake);
        } catch (Throwable thrown) {
            throw new CallFailedException(thrown);
        }
    }

    public <S> Optional<String> user(EndpointBinding<S, ?, ?, ?> binding, S state, Handshake handshake)
            throws CallFailedException {
        try {
            return Objects.requireNonNull(binding.user(state, handshake), "the handler's user(...) returned null");
        } catch (Throwable thrown) {
            throw new CallFailedException(thrown);
        }
    }

    public <S, R, O> void join(ChannelBinding<S, R, ?, O> binding, R room, ChannelConnection<S, R, O> connection)
            throws CallFailedException {
        try {
            binding.join(room, connection);
        } catch (Throwable thrown) {
            throw new CallFailedException(thrown);
        }
    }

    /** Returns the answer, if the message is an ask. */
    public <S, R, I, O> @Nullable Object receive(
            ChannelBinding<S, R, I, O> binding, I message, ChannelConnection<S, R, O> connection)
            throws CallFailedException {
        try {
            return binding.receive(message, connection);
        } catch (Throwable thrown) {
            throw new CallFailedException(thrown);
        }
    }

    public <S, R, O> void joined(ChannelBinding<S, R, ?, O> binding, R room, ChannelConnection<S, R, O> connection)
            throws CallFailedException {
        try {
            binding.joined(room, connection);
        } catch (Throwable thrown) {
            throw new CallFailedException(thrown);
        }
    }

    public <S, R, O> void left(ChannelBinding<S, R, ?, O> binding, R room, ChannelConnection<S, R, O> connection) {
        try {
            binding.left(room, connection);
        } catch (Throwable thrown) {
            failed("left", binding, connection.id(), thrown);
        }
    }

    public <S, R, O> void closed(
            EndpointBinding<S, R, ?, O> binding, ChannelConnection<S, R, O> connection, CloseReason reason) {
        try {
            binding.closed(connection, reason);
        } catch (Throwable thrown) {
            failed("closed", binding, connection.id(), thrown);
        }
    }

    /** Runs a task that the application sent into a room. */
    public <V> @Nullable V call(Supplier<? extends @Nullable V> task) throws CallFailedException {
        try {
            return task.get();
        } catch (Throwable thrown) {
            throw new CallFailedException(thrown);
        }
    }

    public <S, T, R, O> void tick(
            RoomBinding<S, T, R, ?, O> binding, T state, RoomMembers<S, R, O> members, String room, Duration elapsed) {
        try {
            binding.tick(state, members, elapsed);
        } catch (Throwable thrown) {
            failedInRoom("tick", binding, room, thrown);
        }
    }

    public <T, R> void emptied(RoomBinding<?, T, R, ?, ?> binding, R key, T state, String room) {
        try {
            binding.emptied(key, state);
        } catch (Throwable thrown) {
            failedInRoom("emptied", binding, room, thrown);
        }
    }

    /** Whether anything observes the hub, so that events need to be described. */
    public boolean hasListener() {
        return listener != null;
    }

    /** Reports an event to the listener. Never called with a lock held. */
    public void notifyListener(Consumer<ChannelListener> event) {
        if (listener == null) {
            return;
        }
        try {
            event.accept(listener);
        } catch (Throwable thrown) {
            LOG.warning("A ChannelListener failed.", thrown);
        }
    }

    /** Passes a task to an executor. Returns why it was rejected: the executor is full, stopped or out of threads. */
    @Nullable
    public Throwable execute(Executor executor, Runnable task) {
        try {
            executor.execute(task);
            return null;
        } catch (Throwable refused) {
            return refused;
        }
    }

    /** Logs that the executor of handlers rejected a task, at most once per minute: it may reject thousands a second. */
    public void reportRejection(Throwable rejection) {
        long now = System.nanoTime();
        long last = rejectionLoggedAt.get();
        if ((last == NEVER || now - last > LOG_NANOS) && rejectionLoggedAt.compareAndSet(last, now)) {
            LOG.warning(
                    "The handler executor rejected a task, which is tried again within a second. More rejections are not"
                            + " logged for a minute. Use an executor with an unbounded queue.",
                    rejection);
        }
    }

    public void close(Backplane backplane) {
        try {
            backplane.close();
        } catch (Throwable thrown) {
            LOG.warning("The backplane failed to close.", thrown);
        }
    }

    /** Logs a failure for which no client waits. */
    public void failed(String method, EndpointBinding<?, ?, ?, ?> binding, String connectionId, Throwable thrown) {
        LOG.error(
                "The handler of " + binding.contract().name() + " failed in " + method + ", connection " + connectionId
                        + ".",
                thrown);
    }

    private static void failedInRoom(
            String method, EndpointBinding<?, ?, ?, ?> binding, String room, Throwable thrown) {
        LOG.error(
                "The handler of " + binding.contract().name() + " failed in " + method + ", room " + room + ".",
                thrown);
    }
}
