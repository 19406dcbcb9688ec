package dev.strait.runtime.internal.connection;

import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.connection.ReadingGate.Reason;
import dev.strait.runtime.internal.protocol.Inbound;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * The messages of one connection that wait for its handler, bounded in number and in size; one message always fits. A full
 * queue stops the reading of the socket until less than half of it is used.
 *
 * <p>Not while the client has an ask to answer: the answer would wait behind the client's messages, and these for a handler
 * that may wait for the answer.
 */
final class HandlerQueue<S, R, I, O> {

    /** The count is in the upper bits, the size in the lower ones, so that one operation changes both. */
    private static final int COUNT_SHIFT = 40;

    private static final long ONE = 1L << COUNT_SHIFT;
    private static final long SIZE_MASK = ONE - 1;

    @SuppressWarnings("rawtypes") // there is no class literal of a generic type
    private static final AtomicLongFieldUpdater<HandlerQueue> QUEUED =
            AtomicLongFieldUpdater.newUpdater(HandlerQueue.class, "queued");

    private final LiveConnection<S, R, I, O> connection;
    /** The number and the size of the messages that wait. */
    @SuppressWarnings("UnusedVariable") // used by its updater
    private volatile long queued;

    HandlerQueue(LiveConnection<S, R, I, O> connection) {
        this.connection = connection;
    }

    /**
     * Adds a message. Called by the container.
     *
     * @param size its size as it arrived
     * @return false if the queue is full
     */
    boolean offer(Inbound<I> inbound, int size) {
        long before = QUEUED.getAndAdd(this, ONE + size);
        if (!isFitting(before & SIZE_MASK, size) || !connection.inbox().offer(() -> dispatch(inbound, size))) {
            QUEUED.addAndGet(this, -ONE - size);
            return false;
        }
        if (isFull(before + ONE + size)) {
            hold();
        }
        return true;
    }

    /** If reading can be paused, a message that does not fit is the last one for a while. */
    private boolean isFitting(long used, int size) {
        long max = limits().maxHandlerQueueBytes();
        return used == 0 || (connection.gate().canPause(Reason.QUEUE) ? used < max : used + size <= max);
    }

    private boolean isFull(long state) {
        return state >>> COUNT_SHIFT >= limits().maxHandlerQueueMessages()
                || (state & SIZE_MASK) >= limits().maxHandlerQueueBytes();
    }

    private boolean isHalfFree() {
        long state = queued;
        return (state >>> COUNT_SHIFT) * 2 < limits().maxHandlerQueueMessages()
                && (state & SIZE_MASK) * 2 < limits().maxHandlerQueueBytes();
    }

    /** Stops reading if the queue is full. Any thread. */
    void holdIfFull() {
        if (isFull(queued)) {
            hold();
        }
    }

    private void hold() {
        if (isAwaitingAnswers()) {
            return;
        }
        connection.gate().pause(Reason.QUEUE, connection.environment().now());
        connection.gate().clearIf(Reason.QUEUE, this::isHalfFree); // the handler may just have caught up
        if (isAwaitingAnswers()) { // it has just asked
            connection.gate().resume(Reason.QUEUE);
        }
    }

    private boolean isAwaitingAnswers() {
        return connection.channel().contract().asksClients()
                && connection.asks().isAwaitingAnswers();
    }

    /** Runs in the inbox. */
    private void dispatch(Inbound<I> inbound, int size) {
        QUEUED.addAndGet(this, -ONE - size);
        if (connection.gate().holds(Reason.QUEUE)) {
            connection.gate().clearIf(Reason.QUEUE, this::isHalfFree);
        }
        new Dispatcher<>(connection).dispatch(inbound);
    }

    private Limits limits() {
        return connection.served().limits();
    }
}
