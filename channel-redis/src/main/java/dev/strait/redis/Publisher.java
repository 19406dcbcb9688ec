package dev.strait.redis;

import dev.strait.runtime.spi.Backplane.Unavailable;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Publishes on one connection. What several threads publish at the same time is written together. Safe for all threads. */
final class Publisher {

    /** What is published within this time is written together, up to a maximum. */
    private static final long BATCH_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    private static final int MAX_BATCH = 64;

    private static final String FULL = "Too many messages wait for the server.";

    private final StatefulRedisConnection<String, byte[]> connection;
    private final RedisAsyncCommands<String, byte[]> commands;
    private final boolean isSharded;
    private final Loop loop;
    private final Progress progress = new Progress();
    private final Set<Request> unanswered = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unflushed = new AtomicInteger();
    /** Why it has ended; null before. */
    private volatile @Nullable Throwable end;

    /** A message that the server has not accepted yet. */
    private static final class Request {

        final CompletableFuture<Void> accepted = new CompletableFuture<>();
    }

    Publisher(StatefulRedisConnection<String, byte[]> connection, boolean isSharded, Loop loop) {
        this.connection = connection;
        this.commands = connection.async();
        this.isSharded = isSharded;
        this.loop = loop;
        connection.setAutoFlushCommands(false);
    }

    CompletionStage<Void> publish(String channel, byte[] bytes) {
        Request request = new Request();
        unanswered.add(request);
        Throwable ended = end;
        if (ended != null || progress.waiting() >= RedisBackplane.MAX_IN_FLIGHT) {
            fail(request, ended == null ? new IllegalStateException(FULL) : ended, false);
            return request.accepted;
        }
        progress.asked();
        try {
            RedisFuture<Long> sent = isSharded ? commands.spublish(channel, bytes) : commands.publish(channel, bytes);
            CompletionStage<Long> unused = sent.whenComplete((recipients, failure) -> answered(request, failure));
        } catch (RuntimeException refused) { // the connection has just ended
            answered(request, refused);
        }
        flushSoon();
        return request.accepted;
    }

    private void answered(Request request, @Nullable Throwable failure) {
        progress.answered();
        if (failure == null) {
            unanswered.remove(request);
            request.accepted.complete(null);
        } else {
            fail(request, failure, !(failure instanceof RedisCommandExecutionException));
        }
    }

    private void fail(Request request, Throwable cause, boolean mayHaveHappened) {
        if (unanswered.remove(request)) {
            request.accepted.completeExceptionally(new Unavailable(mayHaveHappened, cause));
        }
    }

    /** Writes what is published: at once if nothing else is under way, otherwise together with what follows. */
    private void flushSoon() {
        int count = unflushed.incrementAndGet();
        if (count == MAX_BATCH) {
            loop.execute(this::flush);
        } else if (count == 1) {
            boolean isAlone = progress.waiting() <= 1;
            Future<?> unused = loop.schedule(this::flush, isAlone ? 0 : BATCH_NANOS, TimeUnit.NANOSECONDS);
        }
    }

    private void flush() {
        unflushed.set(0); // before, so that what is published meanwhile is flushed again
        connection.flushCommands();
    }

    /** Asks the server whether it is there. */
    void ping() {
        try {
            progress.asked();
            CompletionStage<String> unused = commands.ping().whenComplete((pong, failure) -> progress.answered());
            connection.flushCommands();
        } catch (RuntimeException ended) {
            progress.answered();
        }
    }

    Progress progress() {
        return progress;
    }

    /** Fails what is not answered. */
    void end(Throwable cause) {
        end = cause;
        unanswered.forEach(each -> fail(each, cause, true));
    }
}
