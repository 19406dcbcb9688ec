package dev.strait.runtime.internal;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.TextFrame;
import dev.strait.runtime.spi.TimeSource;
import dev.strait.runtime.spi.WriteCallback;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The frames that wait for one connection: bounded, in order, at most one write in flight. Offering never blocks and
 * never calls the container; the {@link Pump} writes.
 */
final class Outbox implements WriteCallback {

    /** What became of an offer. */
    enum Offer {
        QUEUED,
        FULL,
        CLOSED
    }

    private final Transport transport;
    private final Pump pump;
    private final Settings settings;
    private final Runnable onFailure;

    // All mutable state is guarded by this. No call to transport, pump or executor is made while it is held.

    private final FrameQueue waiting = new FrameQueue();
    private long bytesInFlight;
    /** True from the hand-over to the pump until the pump has come by. */
    private boolean isScheduled;
    /** True from the call of the transport until it reports. */
    private boolean isWriting;

    private long writingSince;
    /** True while a ping has not even been begun, which is not the peer's fault. */
    private boolean isPingQueued;

    private boolean wantsPing;
    /** No more offers once set; sent after what waits. */
    private @Nullable CloseReason closing;

    private boolean isClosed;

    /** The next one in the pump that this stands in; the pump's own. */
    @Nullable
    Outbox nextReady;

    /**
     * What all outboxes of a node share.
     *
     * @param closing for closes that may block
     * @param pinging for pings that may block
     */
    record Settings(Limits limits, TimeSource time, Executor closing, Executor pinging) {}

    Outbox(Transport transport, Pump pump, Settings settings, Runnable onFailure) {
        this.transport = transport;
        this.pump = pump;
        this.settings = settings;
        this.onFailure = onFailure;
    }

    Offer offer(TextFrame frame) {
        return offer(frame, false);
    }

    /**
     * Offers a frame.
     *
     * @param isForMany whether many others get it too; then it may wait for what is for few
     */
    Offer offer(TextFrame frame, boolean isForMany) {
        synchronized (this) {
            if (closing != null || isClosed) {
                return Offer.CLOSED;
            }
            long bytes = waiting.bytes() + bytesInFlight;
            boolean isIdle = bytes == 0 && waiting.isEmpty(); // then one frame fits, however large
            Limits limits = settings.limits();
            boolean isTooMuch =
                    waiting.size() >= limits.maxQueuedMessages() || bytes + frame.bytes() > limits.maxQueuedBytes();
            if (isTooMuch && !isIdle) {
                return Offer.FULL;
            }
            waiting.add(frame);
            if (!schedule()) {
                return Offer.QUEUED;
            }
        }
        pump.ready(this, isForMany);
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
        pump.ready(this, false);
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
        pump.ready(this, false);
    }

    /** Closes the socket at once, beside a write that may hang; what is queued is forgotten. */
    void evict(CloseReason reason) {
        if (forget()) {
            closeSocket(reason);
        }
    }

    /** Closes the socket, whatever was done before. */
    void closeSocket(CloseReason reason) {
        if (transport.mayBlock()) {
            settings.closing().execute(() -> transport.close(reason));
        } else {
            transport.close(reason);
        }
    }

    /** The socket is gone. True if that was news. */
    synchronized boolean forget() {
        boolean wasOpen = !isClosed;
        isClosed = true;
        waiting.clear();
        return wasOpen;
    }

    /** For how long one write has made no progress, in nanoseconds; 0 if none is in flight. */
    synchronized long stuckNanos(long now) {
        return isWriting && !isPingQueued && !isClosed ? now - writingSince : 0;
    }

    /** Writes what has gathered. Called by the pump only. */
    void drain(BatchBuffer buffer) {
        int count = 0;
        CloseReason last = null;
        boolean isPing;
        synchronized (this) {
            isScheduled = false;
            if (isWriting || isClosed) {
                return;
            }
            isPing = wantsPing;
            wantsPing = false;
            if (isPing || !waiting.isEmpty()) {
                long before = waiting.bytes();
                count = isPing ? 0 : buffer.take(waiting, transport.mostFrames());
                bytesInFlight = before - waiting.bytes();
                isPingQueued = isPing;
                isWriting = true;
                writingSince = settings.time().nanoTime();
            } else {
                last = closing;
                isClosed = last != null;
            }
        }
        if (isPing && transport.mayBlock()) {
            settings.pinging().execute(this::sendPing);
        } else if (isPing) {
            sendPing();
        } else if (count > 0) {
            write(buffer.batch(count));
        } else if (last != null) {
            closeSocket(last);
        }
    }

    private void write(FrameBatch batch) {
        try {
            transport.write(batch, this);
        } catch (Throwable unexpected) {
            written(unexpected);
        }
    }

    private void sendPing() {
        synchronized (this) {
            isPingQueued = false;
            writingSince = settings.time().nanoTime();
        }
        transport.ping(this);
    }

    @Override
    public void written(@Nullable Throwable failure) {
        boolean isMore;
        synchronized (this) {
            isWriting = false;
            if (isClosed) {
                return;
            }
            bytesInFlight = 0;
            isMore = failure == null && (wantsPing || !waiting.isEmpty() || closing != null) && schedule();
        }
        if (failure != null) {
            onFailure.run();
        } else if (isMore) {
            pump.ready(this, false);
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
