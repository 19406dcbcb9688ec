package dev.strait.runtime.internal.outbound;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.transport.Transport;
import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.TextFrame;
import dev.strait.runtime.spi.TimeSource;
import dev.strait.runtime.spi.WriteCallback;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The frames that wait to be written to one connection: bounded, in order, with at most one write in flight. Offering never
 * blocks and never calls the container; the {@link Pump} writes.
 */
public final class Outbox implements WriteCallback {

    /** The outcome of an offer. */
    public enum Offer {
        QUEUED,
        FULL,
        CLOSED
    }

    private final Transport transport;
    private final Pump pump;
    private final Limits limits;
    private final Settings settings;
    private final Runnable onFailure;

    // All mutable state is guarded by this. No call to transport, pump or executor is made while it is held.

    private final FrameQueue waiting = new FrameQueue();
    private long bytesInFlight;
    /** True from the handover to the pump until the pump drains this outbox. */
    private boolean isScheduled;
    /** True from the call of the transport until its callback. */
    private boolean isWriting;

    private long writingSince;
    /** True while a ping waits for a thread, which does not count as a stuck write. */
    private boolean isPingQueued;

    private boolean wantsPing;
    /** Once set, offers are refused. Sent after the queued frames. */
    private @Nullable CloseReason closing;

    private boolean isClosed;

    /** Called once less than half of the queue is used; null while no caller waits for that. */
    private @Nullable Runnable whenWritable;

    /** The next outbox in a chain of the pump; used by the pump only. */
    @Nullable
    Outbox nextReady;

    /**
     * The settings that all outboxes of a node share.
     *
     * @param closing runs closes that may block
     * @param pinging runs pings that may block
     */
    record Settings(TimeSource time, Consumer<Runnable> closing, Consumer<Runnable> pinging) {}

    Outbox(Transport transport, Pump pump, Limits limits, Settings settings, Runnable onFailure) {
        this.transport = transport;
        this.pump = pump;
        this.limits = limits;
        this.settings = settings;
        this.onFailure = onFailure;
    }

    /**
     * Offers a frame.
     *
     * @param isForMany whether many other connections get it too; frames for few recipients may then be written first
     */
    public Offer offer(TextFrame frame, boolean isForMany) {
        synchronized (this) {
            if (closing != null || isClosed) {
                return Offer.CLOSED;
            }
            long bytes = waiting.bytes() + bytesInFlight;
            boolean isIdle = bytes == 0 && waiting.isEmpty(); // one frame always fits
            boolean isFull = waiting.size() >= limits.maxQueuedMessages()
                    || bytes + FrameQueue.sizeOf(frame) > limits.maxQueuedBytes();
            if (isFull && !isIdle) {
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

    /**
     * Calls a callback once less than half of the queue is used; never after the close. Replaces the callback of an
     * earlier call.
     *
     * @return false if that is so now, so that the callback is not called
     */
    public synchronized boolean callWhenWritable(Runnable callback) {
        if (isClosed || closing != null) {
            return true; // nothing can be sent any more, and the close ends the wait
        }
        if (isHalfEmpty()) {
            return false;
        }
        whenWritable = callback;
        return true;
    }

    private boolean isHalfEmpty() {
        return waiting.size() <= limits.maxQueuedMessages() / 2
                && waiting.bytes() + bytesInFlight <= limits.maxQueuedBytes() / 2;
    }

    /**
     * Returns what waits to be written, or is being written.
     *
     * @return the number of messages and of bytes; a closed outbox has none
     */
    public synchronized Backlog backlog() {
        return isClosed ? Backlog.NONE : new Backlog(waiting.size(), waiting.bytes() + bytesInFlight, !isHalfEmpty());
    }

    /**
     * What an outbox holds.
     *
     * @param messages those that wait
     * @param bytes those of the messages that wait or are being written
     * @param isLong whether it is more than half of the limit
     */
    public record Backlog(int messages, long bytes, boolean isLong) {

        static final Backlog NONE = new Backlog(0, 0, false);

        public boolean isEmpty() {
            return messages == 0 && bytes == 0;
        }
    }

    /** Requests a ping, which is sent before the next frame. */
    public void ping() {
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

    /** Closes the socket after the queued frames. */
    public void close(CloseReason reason) {
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

    /** Closes the socket at once, even while a write blocks. Queued frames are discarded. */
    public void evict(CloseReason reason) {
        if (tryForget()) {
            closeSocket(reason);
        }
    }

    /** Closes the socket, even if that was done before. */
    public void closeSocket(CloseReason reason) {
        if (transport.mayBlock()) {
            settings.closing().accept(() -> transport.close(reason));
        } else {
            transport.close(reason);
        }
    }

    /** Discards all frames and refuses new ones, because the socket is gone. */
    public void forget() {
        tryForget();
    }

    private synchronized boolean tryForget() {
        boolean wasOpen = !isClosed;
        isClosed = true;
        whenWritable = null;
        waiting.clear();
        return wasOpen;
    }

    /** Returns for how long the write in flight has made no progress, in nanoseconds; 0 if there is none. */
    public synchronized long stuckNanos(long now) {
        return isWriting && !isPingQueued && !isClosed ? now - writingSince : 0;
    }

    /** Writes the frames that have gathered. Called by the pump only. */
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
                count = isPing ? 0 : buffer.take(waiting, transport.maxFrames());
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
            settings.pinging().accept(this::sendPing);
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
        Runnable writable = null;
        synchronized (this) {
            isWriting = false;
            if (isClosed) {
                return;
            }
            bytesInFlight = 0;
            if (whenWritable != null && failure == null && isHalfEmpty()) {
                writable = whenWritable;
                whenWritable = null;
            }
            isMore = failure == null && (wantsPing || !waiting.isEmpty() || closing != null) && schedule();
        }
        if (failure != null) {
            onFailure.run();
        } else if (isMore) {
            pump.ready(this, false);
        }
        if (writable != null) {
            writable.run();
        }
    }

    /** Returns true if the caller has to notify the pump after it has left the lock. */
    private boolean schedule() {
        if (isScheduled || isWriting) {
            return false;
        }
        isScheduled = true;
        return true;
    }
}
