package dev.strait.redis;

import dev.strait.runtime.spi.Backplane.Arrivals;
import dev.strait.runtime.spi.Backplane.Envelope;
import dev.strait.runtime.spi.Backplane.Topic;
import dev.strait.runtime.spi.Backplane.Unavailable;
import io.lettuce.core.RedisConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a session as long as the server can be reached, with all subscriptions that are wanted. Safe for all threads; what
 * changes sessions runs in the loop.
 */
final class Sessions {

    private static final long MIN_DELAY_MILLIS = 50;
    private static final long MAX_DELAY_MILLIS = 2_000;
    private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Connector connector;
    private final boolean isSharded;
    private final long timeoutNanos;
    private final Arrivals arrivals;
    private final Loop loop = new Loop();
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    /** The topics by the names of their channels. Written with the lock of this, together with subscriptions. */
    private final Map<String, Topic> wanted = new ConcurrentHashMap<>();

    /** The session in which subscriptions are made; null without one. Written with the lock of this. */
    private @Nullable Session live;
    /** Written with the lock of this. */
    private boolean isClosed;
    /** The session whose subscriptions are confirmed; null without one. */
    private volatile @Nullable Session up;
    /** Why no session is up. */
    private volatile Throwable failure = new IllegalStateException("There was no connection yet.");

    // Used in the loop only.

    private long delayMillis = MIN_DELAY_MILLIS;
    private boolean isDownKnown;
    private long lastCheck = System.nanoTime();
    private long lastPing = System.nanoTime();

    Sessions(Connector connector, boolean isSharded, Duration timeout, Arrivals arrivals) {
        this.connector = connector;
        this.isSharded = isSharded;
        this.timeoutNanos = timeout.toNanos();
        this.arrivals = arrivals;
    }

    /** Connects. Completes when that has succeeded for the first time. */
    CompletionStage<Void> start() {
        loop.execute(this::connect);
        Future<?> unused =
                loop.scheduleWithFixedDelay(this::check, timeoutNanos / 4, timeoutNanos / 4, TimeUnit.NANOSECONDS);
        return started.minimalCompletionStage();
    }

    CompletionStage<Void> publish(String channel, byte[] bytes) {
        Session session = up;
        return session == null ? unavailable() : session.publish(channel, bytes);
    }

    private CompletionStage<Void> unavailable() {
        return CompletableFuture.failedStage(new Unavailable(false, failure));
    }

    synchronized CompletionStage<Void> subscribe(String channel, Topic topic) {
        wanted.put(channel, topic);
        return live == null ? unavailable() : live.subscribe(List.of(channel));
    }

    synchronized void unsubscribe(String channel) {
        wanted.remove(channel);
        if (live != null) {
            live.unsubscribe(channel);
        }
    }

    private void received(String channel, byte[] bytes) {
        Topic topic = wanted.get(channel);
        if (topic != null) {
            arrivals.received(topic, new Envelope(bytes));
        }
    }

    private void connect() {
        CompletionStage<Session> opening;
        try {
            opening = Session.open(connector, isSharded, loop, this::received, this::endedSoon);
        } catch (RuntimeException refused) {
            disconnected(refused);
            return;
        }
        CompletionStage<Session> unused = opening.whenCompleteAsync(
                (session, refused) -> {
                    if (session == null) {
                        disconnected(refused);
                    } else {
                        renew(session);
                    }
                },
                loop);
    }

    /** Makes all subscriptions in a new session. */
    private void renew(Session session) {
        CompletableFuture<Void> renewed = null;
        synchronized (this) {
            if (!isClosed) {
                live = session;
                renewed = session.subscribe(wanted.keySet());
            }
        }
        if (renewed == null) {
            session.end(failure);
            return;
        }
        if (session.isEnded()) { // before it was live
            ended(session, failure);
            return;
        }
        CompletableFuture<Void> unused = renewed.whenCompleteAsync(
                (done, refused) -> {
                    if (refused == null) {
                        connected(session);
                    } else {
                        session.end(refused);
                    }
                },
                loop);
    }

    private void connected(Session session) {
        synchronized (this) {
            if (live != session) {
                return;
            }
            up = session;
        }
        delayMillis = MIN_DELAY_MILLIS;
        isDownKnown = false;
        started.complete(null);
        arrivals.up();
    }

    private void endedSoon(Session session, Throwable cause) {
        failure = cause;
        loop.execute(() -> ended(session, cause));
    }

    private void ended(Session session, Throwable cause) {
        synchronized (this) {
            if (live != session) {
                return;
            }
            live = null;
            up = null;
        }
        disconnected(cause);
    }

    private void disconnected(Throwable cause) {
        Throwable described = described(cause);
        failure = described;
        if (!isDownKnown) {
            isDownKnown = true;
            arrivals.down(Optional.of(described));
        }
        double jitter = ThreadLocalRandom.current().nextDouble(0.5, 1.5);
        Future<?> unused = loop.schedule(this::connect, (long) (delayMillis * jitter), TimeUnit.MILLISECONDS);
        delayMillis = Math.min(2 * delayMillis, MAX_DELAY_MILLIS);
    }

    /** The message of Lettuce rarely says what the network or the server has said. */
    private Throwable described(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = root.getMessage() == null ? root.toString() : root.getMessage();
        return new RedisConnectionException(connector.server() + ": " + text, cause);
    }

    /** Ends a session whose server does not answer. */
    private void check() {
        long now = System.nanoTime();
        boolean wasPaused = now - lastCheck > timeoutNanos;
        lastCheck = now;
        Session session;
        synchronized (this) {
            session = live;
        }
        if (session == null) {
            return;
        }
        try {
            check(session, now, wasPaused);
        } catch (RuntimeException unexpected) { // else there would be no further check
            session.end(unexpected);
        }
    }

    private void check(Session session, long now, boolean wasPaused) {
        if (wasPaused) {
            session.forgive();
        } else if (session.isStalled(timeoutNanos)) {
            session.end(new IllegalStateException(
                    "The server has not answered within " + TimeUnit.NANOSECONDS.toMillis(timeoutNanos) + " ms"));
        } else if (now - lastPing > PING_NANOS) {
            lastPing = now;
            session.ping();
        }
    }

    /** Ends the session, and opens another one. */
    void reconnect() {
        loop.execute(() -> {
            Session session = up;
            if (session != null) {
                session.end(new IllegalStateException("The node connects anew"));
            }
        });
    }

    /** Ends the session for good. Nothing is received from now on. */
    void close() {
        Session session;
        synchronized (this) {
            session = live;
            isClosed = true;
            live = null;
            up = null;
            failure = new IllegalStateException("The backplane is closed.");
            wanted.clear();
        }
        loop.execute(() -> {
            loop.shutdown();
            if (session == null) {
                connector.close();
            } else {
                session.end(failure);
                CompletionStage<Void> unused = session.closed().thenRun(connector::close);
            }
        });
    }
}
