package dev.strait.runtime.internal;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionClosedException;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.TextFrame;
import dev.strait.runtime.spi.codec.JsonReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What the server has asked one client, until there is an answer, it is too late, or the client has gone: one of these
 * always comes. Answers go by the thread that they came on, not through the inbox, so that a handler may wait for one; what
 * comes instead of an answer has a thread of its own, since it may call the application.
 */
final class Asks<O> {

    private final LiveConnection<?, ?, ?, O> connection;
    private final Node node;

    // All mutable state is guarded by this; futures are completed without it.

    private final Map<String, Pending<O>> pending = new HashMap<>(0);
    private long count;
    private @Nullable CloseReason closed;

    Asks(LiveConnection<?, ?, ?, O> connection, Node node) {
        this.connection = connection;
        this.node = node;
    }

    /** One that waits for its answer. */
    private record Pending<O>(O message, Answer<Object> answer, Future<?> timeout) {}

    /** Its stages that end in Async run where handlers do. */
    private static final class Answer<T> extends CompletableFuture<T> {

        private final Executor executor;

        Answer(Executor executor) {
            this.executor = executor;
        }

        @Override
        public Executor defaultExecutor() {
            return executor;
        }

        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            return new Answer<>(executor);
        }
    }

    CompletionStage<Object> ask(O message, Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("The timeout is " + timeout + "; it must be positive.");
        }
        Answer<Object> answer = new Answer<>(node.handlerExecutor());
        String id = register(message, answer, timeout);
        if (id != null) {
            try {
                send(id, message);
            } catch (Throwable notWritable) {
                remove(id);
                throw notWritable;
            }
        }
        return answer;
    }

    /** The id of the ask; null where it was refused at once. */
    private @Nullable String register(O message, Answer<Object> answer, Duration timeout) {
        RuntimeException refusal;
        synchronized (this) {
            if (closed != null) {
                refusal = new ConnectionClosedException(closed);
            } else if (connection.protocol().asks() == null) {
                refusal = Refusal.of("unsupported", "There are no questions in what this client speaks.");
            } else if (pending.size() >= node.limits().maxAsksPerConnection()) {
                refusal = Refusal.overloaded("Too many questions wait for this client's answers.");
            } else {
                count++;
                String id = "\"s" + count + "\"";
                long nanos = TimeUnit.NANOSECONDS.convert(timeout);
                pending.put(id, new Pending<>(message, answer, node.later(() -> expire(id), nanos)));
                return id;
            }
        }
        answer.completeExceptionally(refusal);
        return null;
    }

    private void send(String id, O message) {
        TextFrame frame = frames().ask(message, id);
        if (connection.offer(frame) != Outbox.Offer.QUEUED) {
            connection.notTaken(frame.type()); // which closes it, and so ends all asks
            Pending<O> refused = remove(id);
            if (refused != null) {
                refused.answer().completeExceptionally(new ConnectionClosedException(connection.lastReason()));
            }
        }
    }

    /**
     * Takes a frame that is an answer; false where it is none. One to which nobody waits any more is dropped.
     *
     * @throws FrameException the answer breaks the contract; who asked was told
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

    /** Of a protocol that has questions. */
    private AskFrames<?, O> frames() {
        return Objects.requireNonNull(connection.protocol().asks());
    }

    private void expire(String id) {
        Pending<O> late = remove(id);
        if (late != null) {
            TimeoutException tooLate = new TimeoutException("The client has not answered in time.");
            node.aside(() -> late.answer().completeExceptionally(tooLate));
        }
    }

    private @Nullable Pending<O> remove(String id) {
        Pending<O> removed;
        synchronized (this) {
            removed = pending.remove(id);
        }
        if (removed != null) {
            removed.timeout().cancel(false);
        }
        return removed;
    }

    /** The connection has closed: nobody will answer. */
    void close(CloseReason reason) {
        List<Pending<O>> left;
        synchronized (this) {
            closed = reason;
            left = new ArrayList<>(pending.values());
            pending.clear();
        }
        for (Pending<O> ask : left) {
            ask.timeout().cancel(false);
            node.aside(() -> ask.answer().completeExceptionally(new ConnectionClosedException(reason)));
        }
    }
}
