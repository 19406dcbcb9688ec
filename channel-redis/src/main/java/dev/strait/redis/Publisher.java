package dev.strait.redis;

import dev.strait.runtime.spi.Backplane.Unavailable;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Publishes on one connection. What several threads publish at the same time is written together. Safe for all threads. */
final class Publisher {

    private final StatefulRedisConnection<String, byte[]> connection;
    private final RedisAsyncCommands<String, byte[]> commands;
    private final boolean isSharded;
    private final Executor loop;
    private final Progress progress = new Progress();
    private final Set<CompletableFuture<Void>> unanswered = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isFlushDue = new AtomicBoolean();
    /** Why it has ended; null before. */
    private volatile @Nullable Throwable end;

    Publisher(StatefulRedisConnection<String, byte[]> connection, boolean isSharded, Executor loop) {
        this.connection = connection;
        this.commands = connection.async();
        this.isSharded = isSharded;
        this.loop = loop;
        connection.setAutoFlushCommands(false);
    }

    CompletionStage<Void> publish(String channel, byte[] bytes) {
        CompletableFuture<Void> accepted = new CompletableFuture<>();
        unanswered.add(accepted);
        Throwable ended = end;
        if (ended != null) {
            fail(accepted, ended, false);
            return accepted;
        }
        try {
            RedisFuture<Long> sent = isSharded ? commands.spublish(channel, bytes) : commands.publish(channel, bytes);
            progress.asked();
            CompletionStage<Long> unused = sent.whenComplete((recipients, failure) -> answered(accepted, failure));
        } catch (RedisException refused) { // too many wait, or the connection has just ended
            fail(accepted, refused, false);
        }
        flushSoon();
        return accepted;
    }

    private void answered(CompletableFuture<Void> accepted, @Nullable Throwable failure) {
        progress.answered();
        if (failure == null) {
            unanswered.remove(accepted);
            accepted.complete(null);
        } else {
            fail(accepted, failure, !(failure instanceof RedisCommandExecutionException));
        }
    }

    private void fail(CompletableFuture<Void> accepted, Throwable cause, boolean mayHaveHappened) {
        if (unanswered.remove(accepted)) {
            accepted.completeExceptionally(new Unavailable(mayHaveHappened, cause));
        }
    }

    private void flushSoon() {
        if (!isFlushDue.get() && isFlushDue.compareAndSet(false, true)) {
            loop.execute(this::flush);
        }
    }

    private void flush() {
        isFlushDue.set(false);
        connection.flushCommands();
    }

    /** Asks the server whether it is there. */
    void ping() {
        try {
            progress.asked();
            CompletionStage<String> unused = commands.ping().whenComplete((pong, failure) -> progress.answered());
            connection.flushCommands();
        } catch (RedisException ended) {
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
