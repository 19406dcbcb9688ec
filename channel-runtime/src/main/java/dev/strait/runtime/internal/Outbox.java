package dev.strait.runtime.internal;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.spi.TimeSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The frames that wait for one connection: bounded, in order, at most one write in flight. Offering never blocks and
 * never calls the container; the {@link Pump} writes.
 */
final class Outbox {

    /** What became of an offer. */
    enum Offer {
        QUEUED,
        FULL,
        CLOSED
    }

    private final Transport transport;
    private final Pump pump;
    /** For calls of the container that may block: pings and closes. */
    private final Executor blocking;

    private final Limits limits;
    private final TimeSource time;
    private final Runnable onFailure;

    // All mutable state is guarded by this. No call to transport, pump or executor is made while it is held.

    private final Deque<Outgoing> waiting = new ArrayDeque<>();
    private long waitingBytes;
    /** True from the hand-over to the pump until the pump has come by. */
    private boolean isScheduled;
    /** True from the call of the transport until it reports. */
    private boolean isWriting;

    private long writingSince;
    private boolean wantsPing;
    /** No more offers once set; sent after what waits. */
    private @Nullable CloseReason closing;

    private boolean isClosed;

    Outbox(Transport transport, Pump pump, Executor blocking, Limits limits, TimeSource time, Runnable onFailure) {
        this.transport = transport;
        this.pump = pump;
        this.blocking = blocking;
        this.limits = limits;
        this.time = time;
        this.onFailure = onFailure;
    }

    Offer offer(Outgoing frame) {
        synchronized (this) {
            if (closing != null || isClosed) {
                return Offer.CLOSED;
            }
            boolean isIdle = waitingBytes == 0 && waiting.isEmpty(); // then one frame fits, however large
            boolean isTooMuch =
                    waiting.size() >= limits.outboxMessages() || waitingBytes + frame.bytes() > limits.outboxBytes();
            if (isTooMuch && !isIdle) {
                return Offer.FULL;
            }
            waiting.add(frame);
            waitingBytes += frame.bytes();
            if (!schedule()) {
                return Offer.QUEUED;
            }
        }
        pump.ready(this);
        return Offer.QUEUED;
    }

    /** Asks for a ping; it goes out before the next frame. */
    void ping() {
        synchronized (this) {
            if (closing != null || isClosed) {
                return;
            }
            wantsPing = true;
            if (!schedule()) {
                return;
            }
        }
        pump.ready(this);
    }

    /** Closes the socket after what is queued. */
    void close(CloseReason reason) {
        synchronized (this) {
            if (closing != null || isClosed) {
                return;
            }
            closing = reason;
            if (!schedule()) {
                return;
            }
        }
        pump.ready(this);
    }

    /** Closes the socket at once, beside a write that may hang; what is queued is forgotten. */
    void evict(CloseReason reason) {
        if (forget()) {
            blocking.execute(() -> transport.close(reason));
        }
    }

    /** The socket is gone. True if that was news. */
    synchronized boolean forget() {
        boolean wasOpen = !isClosed;
        isClosed = true;
        waiting.clear();
        waitingBytes = 0;
        return wasOpen;
    }

    /** For how long one write has made no progress, in nanoseconds; 0 if none is in flight. */
    synchronized long stuckNanos(long now) {
        return isWriting && !isClosed ? now - writingSince : 0;
    }

    /** Writes the next frame. Called by the pump only. */
    void drain() {
        Outgoing next;
        CloseReason last = null;
        boolean isPing;
        synchronized (this) {
            isScheduled = false;
            if (isWriting || isClosed) {
                return;
            }
            isPing = wantsPing;
            wantsPing = false;
            next = isPing ? null : waiting.poll();
            if (isPing || next != null) {
                isWriting = true;
                writingSince = time.nanoTime();
            } else {
                last = closing;
                isClosed = last != null;
            }
        }
        if (isPing) {
            blocking.execute(() -> transport.ping(once(0)));
        } else if (next != null) {
            transport.write(next.text(), once(next.bytes()));
        } else if (last != null) {
            CloseReason reason = last;
            blocking.execute(() -> transport.close(reason));
        }
    }

    /** Some containers report a write twice. */
    private Transport.Written once(int bytes) {
        boolean[] isReported = new boolean[1];
        return failure -> {
            synchronized (this) {
                if (isReported[0]) {
                    return;
                }
                isReported[0] = true;
            }
            written(bytes, failure);
        };
    }

    private void written(int bytes, @Nullable Throwable failure) {
        boolean isMore;
        synchronized (this) {
            isWriting = false;
            if (isClosed) {
                return;
            }
            waitingBytes -= bytes;
            isMore = failure == null && (wantsPing || !waiting.isEmpty() || closing != null) && schedule();
        }
        if (failure != null) {
            onFailure.run();
        } else if (isMore) {
            pump.ready(this);
        }
    }

    /** True if the caller has to tell the pump, after it has left the lock. */
    private boolean schedule() {
        if (isScheduled || isWriting) {
            return false;
        }
        isScheduled = true;
        return true;
    }
}
