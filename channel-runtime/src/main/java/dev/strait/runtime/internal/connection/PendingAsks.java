package dev.strait.runtime.internal.connection;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionClosedException;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.outbound.Outbox;
import dev.strait.runtime.internal.protocol.AskFrames;
import dev.strait.runtime.internal.work.Threads;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.TextFrame;
import dev.strait.runtime.spi.codec.JsonReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The asks of the server that one client has not answered yet. Each ends: with the answer, a timeout, or the disconnect of
 * the client. Answers bypass the inbox and complete on the thread that read them, so a handler may wait for one. Failures
 * complete on a callback thread, because dependent stages may call the application.
 */
public final class PendingAsks<O> {

    private final LiveConnection<?, ?, ?, O> connection;

    // All mutable state is guarded by this; futures are completed without it.

    private final Map<String, Pending<O>> pending = new HashMap<>(0);
    private long count;
    private @Nullable CloseReason closed;

    PendingAsks(LiveConnection<?, ?, ?, O> connection) {
        this.connection = connection;
    }

    /** An ask without an answer yet. */
    private record Pending<O>(O message, HandlerStage<Object> answer, Future<?> timeout) {}

    CompletionStage<Object> ask(O message, Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("The timeout is " + timeout + "; it must be positive.");
        }
        HandlerStage<Object> answer = new HandlerStage<>(threads().handlerExecutor());
        String id = register(message, answer, timeout);
        if (id != null) {
            connection.gate().resume(ReadingGate.Reason.QUEUE); // the answer comes after messages that are not read yet
            try {
                send(id, message);
            } catch (Throwable notWritable) {
                remove(id);
                throw notWritable;
            }
            observe(message, answer);
            CompletableFuture<Object> unused =
                    answer.whenComplete((value, failure) -> remove(id)); // it may be cancelled
        }
        return answer;
    }

    /** Returns the id of the ask; null if it was refused at once. */
    private @Nullable String register(O message, HandlerStage<Object> answer, Duration timeout) {
        RuntimeException refusal;
        synchronized (this) {
            if (closed != null) {
                refusal = new ConnectionClosedException(closed);
            } else if (connection.protocol().asks() == null) {
                refusal = Refusal.of("unsupported", "This client's protocol does not support asks.");
            } else if (pending.size() >= connection.served().limits().maxAsksPerConnection()) {
                refusal = Refusal.overloaded("The maximum number of unanswered asks to this client is reached.");
            } else {
                count++;
                String id = "\"s" + count + "\"";
                long nanos = TimeUnit.NANOSECONDS.convert(timeout);
                pending.put(id, new Pending<>(message, answer, threads().later(() -> expire(id), nanos)));
                return id;
            }
        }
        answer.completeExceptionally(refusal);
        return null;
    }

    /** Returns the number of asks that the client has not answered yet. */
    synchronized int count() {
        return pending.size();
    }

    /** Whether the client has an ask to answer. */
    synchronized boolean isAwaitingAnswers() {
        return !pending.isEmpty();
    }

    /** Reports the ask, and its end. */
    private void observe(O message, HandlerStage<Object> answer) {
        ForeignCode foreign = connection.environment().foreign();
        if (!foreign.hasListeners()) {
            return;
        }
        String type = connection.channel().contract().codec().typeOfToClient(message);
        long start = connection.environment().now();
        foreign.notifyListeners(listener -> listener.asked(connection.info(), type));
        CompletableFuture<Object> unused = answer.whenComplete((value, failure) -> {
            Duration time = Duration.ofNanos(connection.environment().now() - start);
            String outcome = outcome(failure);
            foreign.notifyListeners(listener -> listener.answered(connection.info(), type, time, outcome));
        });
    }

    private static String outcome(@Nullable Throwable failure) {
        if (failure == null) {
            return "ok";
        } else if (failure instanceof Refusal) {
            return "refused";
        } else if (failure instanceof TimeoutException) {
            return "timeout";
        } else if (failure instanceof ConnectionClosedException) {
            return "closed";
        }
        return failure instanceof CancellationException ? "cancelled" : "invalid";
    }

    private void send(String id, O message) {
        TextFrame frame = frames().ask(message, id, trace());
        if (connection.offer(frame, false) != Outbox.Offer.QUEUED) {
            connection.dropped(frame.type()); // closes the connection, and so ends all asks
            Pending<O> refused = remove(id);
            if (refused != null) {
                refused.answer()
                        .completeExceptionally(new ConnectionClosedException(
                                connection.lifecycle().reason()));
            }
        }
    }

    /** Returns the trace for the client; null if it gets none. */
    private @Nullable String trace() {
        return connection.inbound().isTraced()
                ? connection.environment().foreign().currentTrace()
                : null;
    }

    /**
     * Takes a frame if it is an answer. Returns false if it is not. An answer to an ask that has ended is ignored.
     *
     * @throws FrameException the answer violates the contract; the ask has failed with it
     */
    boolean take(JsonReader frame) {
        AskFrames<?, O> frames = connection.protocol().asks();
        String id = frames == null ? null : frames.answerTo(frame);
        if (id == null) {
            return false;
        }
        Pending<O> asked = remove(id);
        if (asked == null) {
            return true;
        }
        try {
            asked.answer().complete(frames().readAnswer(frame, asked.message()));
        } catch (Refusal refused) {
            asked.answer().completeExceptionally(refused);
        } catch (Throwable wrong) {
            asked.answer().completeExceptionally(wrong);
            throw wrong;
        }
        return true;
    }

    /** Only for protocols that support asks. */
    private AskFrames<?, O> frames() {
        return Objects.requireNonNull(connection.protocol().asks());
    }

    private void expire(String id) {
        Pending<O> late = remove(id);
        if (late != null) {
            TimeoutException tooLate =
                    new TimeoutException("Connection " + connection.id() + " did not answer within the timeout.");
            threads().callback(() -> late.answer().completeExceptionally(tooLate));
        }
    }

    private @Nullable Pending<O> remove(String id) {
        Pending<O> removed;
        boolean isLast;
        synchronized (this) {
            removed = pending.remove(id);
            isLast = pending.isEmpty();
        }
        if (removed != null) {
            removed.timeout().cancel(false);
            if (isLast) {
                connection.inbound().asksEnded();
            }
        }
        return removed;
    }

    /** Fails all asks, because the connection has closed. */
    void close(CloseReason reason) {
        List<Pending<O>> left;
        synchronized (this) {
            closed = reason;
            left = new ArrayList<>(pending.values());
            pending.clear();
        }
        for (Pending<O> ask : left) {
            ask.timeout().cancel(false);
            threads().callback(() -> ask.answer().completeExceptionally(new ConnectionClosedException(reason)));
        }
    }

    private Threads threads() {
        return connection.environment().threads();
    }
}
