package dev.strait.runtime.internal.foreign;

import dev.strait.Ask;
import dev.strait.runtime.Authenticator;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Identity;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.internal.flight.Recorder;
import dev.strait.runtime.internal.foreign.Interception.Call;
import dev.strait.runtime.spi.ChannelBinding;
import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.EndpointBinding;
import dev.strait.runtime.spi.HandlerInterceptor;
import dev.strait.runtime.spi.HandshakeAttributes;
import dev.strait.runtime.spi.RoomBinding;
import dev.strait.runtime.spi.RoomMembers;
import jakarta.websocket.server.HandshakeRequest;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls code that is not the runtime's own: handlers, rooms with state, listeners, executors. Such code may
 * throw anything, {@link Error}s and checked exceptions included (Kotlin, Groovy and Lombok do not declare them). Only a
 * {@link CallFailedException} leaves this class, so that no caller is interrupted halfway. No other class makes such calls.
 */
public final class ForeignCode {

    private static final Log LOG = Log.of(ForeignCode.class);

    /** The methods of this class that call a handler or a room. */
    private static final Set<String> METHODS = Set.of(
            "open",
            "user",
            "reauthenticated",
            "join",
            "joined",
            "receive",
            "left",
            "closed",
            "call",
            "tick",
            "emptied");

    private static final int MAX_USER_ID = 256;
    private static final long LOG_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long NEVER = Long.MIN_VALUE;

    private final List<ChannelListener> listeners;
    private final Recorder recorder;
    private final Interception interception;
    private final AtomicLong rejectionLoggedAt = new AtomicLong(NEVER);

    public ForeignCode(List<ChannelListener> listeners, List<HandlerInterceptor> interceptors, Recorder recorder) {
        this.listeners = List.copyOf(listeners);
        this.recorder = recorder;
        this.interception = new Interception(interceptors);
    }

    /** Reads attributes of a request. What the readers throw makes the handshake fail. */
    public Map<String, String> attributes(List<HandshakeAttributes> readers, HandshakeRequest request) {
        if (readers.isEmpty()) {
            return Map.of();
        }
        Map<String, String> attributes = new HashMap<>();
        readers.forEach(reader -> attributes.putAll(reader.read(request)));
        return Map.copyOf(attributes);
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
            if (interception.isNone()) {
                binding.reauthenticated(connection, token);
            } else {
                interception.around(
                        Call.of("reauthenticated", binding, connection),
                        runs(() -> binding.reauthenticated(connection, token)));
            }
        } catch (Throwable thrown) {
            throw new CallFailedException(thrown);
        }
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // an interceptor returns what the application has returned
    public <S, R> S open(EndpointBinding<S, R, ?, ?> binding, @Nullable R room, String id, Handshake handshake)
            throws CallFailedException {
        try {
            return interception.isNone()
                    ? binding.open(room, handshake)
                    : (S) interception.around(
                            Call.of("open", binding, id, handshake), () -> binding.open(room, handshake));
        } catch (Throwable thrown) {
            throw new CallFailedException(thrown);
        }
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // an interceptor returns what the application has returned
    public <S> Optional<String> user(EndpointBinding<S, ?, ?, ?> binding, S state, String id, Handshake handshake)
            throws CallFailedException {
        try {
            Optional<String> user = interception.isNone()
                    ? binding.user(state, handshake)
                    : (Optional<String>) interception.around(
                            Call.of("user", binding, id, handshake), () -> binding.user(state, handshake));
            return requireValid(Objects.requireNonNull(user, "the handler's user(...) returned null"));
        } catch (Throwable thrown) {
            throw new CallFailedException(thrown);
        }
    }

    /** A user id is part of the names of topics, and is sent to other nodes as UTF-8. */
    private static Optional<String> requireValid(Optional<String> user) {
        user.filter(id -> id.length() > MAX_USER_ID).ifPresent(id -> {
            throw new IllegalArgumentException(
                    "The user id has " + id.length() + " characters; at most " + MAX_USER_ID + " are allowed.");
        });
        user.filter(id -> id.codePoints().anyMatch(ForeignCode::isSurrogate)).ifPresent(id -> {
            throw new IllegalArgumentException("The user id has an unpaired surrogate.");
        });
        return user;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    public <S, R, O> void join(ChannelBinding<S, R, ?, O> binding, R room, ChannelConnection<S, R, O> connection)
            throws CallFailedException {
        try {
            if (interception.isNone()) {
                binding.join(room, connection);
            } else {
                interception.around(
                        Call.inRoom("join", binding, connection, room), runs(() -> binding.join(room, connection)));
            }
        } catch (Throwable thrown) {
            throw new CallFailedException(thrown);
        }
    }

    /**
     * Returns the answer, if the message is an ask.
     *
     * @param room the name of the room of the message; null if it has none
     * @param trace the client's trace; null if there is none
     */
    public <S, R, I, O> @Nullable Object receive(
            ChannelBinding<S, R, I, O> binding,
            I message,
            ChannelConnection<S, R, O> connection,
            @Nullable String room,
            @Nullable String trace)
            throws CallFailedException {
        try {
            if (interception.isNone()) {
                return requireAnswer(message, binding.receive(message, connection));
            }
            String type = binding.contract().codec().typeOfToServer(message);
            Object answer = interception.around(
                    Call.of("message", binding, connection).of(type, room, trace),
                    () -> requireAnswer(message, binding.receive(message, connection)));
            return requireAnswer(message, answer);
        } catch (Throwable thrown) {
            throw new CallFailedException(thrown);
        }
    }

    /** Returns the trace that the current thread's work belongs to; null if it belongs to none. */
    public @Nullable String currentTrace() {
        try {
            return interception.currentTrace();
        } catch (Throwable thrown) {
            LOG.warning("A HandlerInterceptor failed in currentTrace.", thrown);
            return null;
        }
    }

    private static @Nullable Object requireAnswer(Object message, @Nullable Object answer) {
        if (answer == null && message instanceof Ask<?>) {
            throw new NullPointerException(
                    "The handler's answer to " + message.getClass().getName() + " is null.");
        }
        return answer;
    }

    public <S, R, O> void joined(ChannelBinding<S, R, ?, O> binding, R room, ChannelConnection<S, R, O> connection)
            throws CallFailedException {
        try {
            if (interception.isNone()) {
                binding.joined(room, connection);
            } else {
                interception.around(
                        Call.inRoom("joined", binding, connection, room), runs(() -> binding.joined(room, connection)));
            }
        } catch (Throwable thrown) {
            throw new CallFailedException(thrown);
        }
    }

    public <S, R, O> void left(ChannelBinding<S, R, ?, O> binding, R room, ChannelConnection<S, R, O> connection) {
        try {
            if (interception.isNone()) {
                binding.left(room, connection);
            } else {
                interception.around(
                        Call.inRoom("left", binding, connection, room), runs(() -> binding.left(room, connection)));
            }
        } catch (Throwable thrown) {
            failed("left", binding, connection.id(), thrown);
        }
    }

    public <S, R, O> void closed(
            EndpointBinding<S, R, ?, O> binding, ChannelConnection<S, R, O> connection, CloseReason reason) {
        try {
            if (interception.isNone()) {
                binding.closed(connection, reason);
            } else {
                interception.around(
                        Call.of("closed", binding, connection), runs(() -> binding.closed(connection, reason)));
            }
        } catch (Throwable thrown) {
            failed("closed", binding, connection.id(), thrown);
        }
    }

    /** Runs a task that the application sent into a room. */
    @SuppressWarnings({"unchecked", "NullAway"}) // an interceptor returns what the application has returned
    public <V> @Nullable V call(RoomBinding<?, ?, ?, ?, ?> binding, String room, Supplier<? extends @Nullable V> task)
            throws CallFailedException {
        try {
            return interception.isNone()
                    ? task.get()
                    : (V) interception.around(Call.ofRoom("call", binding, room), task::get);
        } catch (Throwable thrown) {
            throw new CallFailedException(thrown);
        }
    }

    public <S, T, R, O> void tick(
            RoomBinding<S, T, R, ?, O> binding, T state, RoomMembers<S, R, O> members, String room, Duration elapsed) {
        try {
            if (interception.isNone()) {
                binding.tick(state, members, elapsed);
            } else {
                interception.around(
                        Call.ofRoom("tick", binding, room), runs(() -> binding.tick(state, members, elapsed)));
            }
        } catch (Throwable thrown) {
            failedInRoom("tick", binding, room, thrown);
        }
    }

    public <T, R> void emptied(RoomBinding<?, T, R, ?, ?> binding, R key, T state, String room) {
        try {
            if (interception.isNone()) {
                binding.emptied(key, state);
            } else {
                interception.around(Call.ofRoom("emptied", binding, room), runs(() -> binding.emptied(key, state)));
            }
        } catch (Throwable thrown) {
            failedInRoom("emptied", binding, room, thrown);
        }
    }

    /**
     * Returns the method of the application that a thread runs, by its stack; {@code unknown} if it runs none. The names are
     * those of {@link HandlerInterceptor.Call#method}.
     */
    public static String calledMethod(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().equals(ForeignCode.class.getName()) && METHODS.contains(frame.getMethodName())) {
                return frame.getMethodName().equals("receive") ? "message" : frame.getMethodName();
            }
        }
        return "unknown";
    }

    /** Whether anything observes the hub, so that events need to be described. */
    public boolean hasListeners() {
        return !listeners.isEmpty() || recorder.isActive();
    }

    /** Reports an event to the listeners. Never called with a lock held. */
    public void notifyListeners(Consumer<ChannelListener> event) {
        for (ChannelListener listener : listeners) {
            notify(listener, event);
        }
        if (recorder.isActive()) {
            notify(recorder, event);
        }
    }

    private static void notify(ChannelListener listener, Consumer<ChannelListener> event) {
        try {
            event.accept(listener);
        } catch (Throwable thrown) {
            LOG.warning("A ChannelListener failed: " + listener.getClass().getName() + ".", thrown);
        }
    }

    private static HandlerInterceptor.Next runs(Runnable call) {
        return () -> {
            call.run();
            return null;
        };
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
