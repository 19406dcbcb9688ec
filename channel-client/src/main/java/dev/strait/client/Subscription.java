package dev.strait.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The messages for one subscriber. All of its methods are called where handlers are, one at a time. */
final class Subscription<O> implements Flow.Subscription {

    private final Flow.Subscriber<? super O> subscriber;
    private final int max;
    private final Environment environment;
    private final Consumer<Subscription<O>> remove;

    // Guarded by this.

    private final Deque<O> waiting = new ArrayDeque<>();
    private long demand;
    /** Whether nothing more comes, but the subscriber does not know it yet. */
    private boolean isEnding;

    private boolean isOver;
    private @Nullable Throwable failure;

    /**
     * Creates a subscription.
     *
     * @param max how many messages wait for the subscriber
     * @param remove called when no more messages are of use; the client's lock is held
     */
    Subscription(
            Flow.Subscriber<? super O> subscriber, int max, Environment environment, Consumer<Subscription<O>> remove) {
        this.subscriber = subscriber;
        this.max = max;
        this.environment = environment;
        this.remove = remove;
    }

    void begin() {
        environment.calls().add(() -> subscriber.onSubscribe(this));
    }

    void offer(O message) {
        boolean isTooSlow;
        synchronized (this) {
            waiting.add(message);
            isTooSlow = waiting.size() > max;
        }
        if (isTooSlow) {
            fail(new ClientException("overflow", "More than " + max + " messages wait for this subscriber.", null));
        } else {
            environment.calls().add(this::deliver);
        }
    }

    private void fail(Throwable cause) {
        synchronized (this) {
            failure = failure == null ? cause : failure;
            waiting.clear();
        }
        end();
    }

    /** No more messages come after those that wait. */
    void end() {
        remove.accept(this);
        synchronized (this) {
            isEnding = true;
        }
        environment.calls().add(this::deliver);
    }

    @Override
    public void request(long count) {
        if (count <= 0) { // Reactive Streams 3.9
            environment.turn().run(() -> fail(new IllegalArgumentException("Request at least one message.")));
            return;
        }
        synchronized (this) {
            demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
        }
        environment.turn().run(() -> environment.calls().add(this::deliver));
    }

    @Override
    public void cancel() {
        synchronized (this) {
            isOver = true;
            waiting.clear();
        }
        environment.turn().run(() -> remove.accept(this));
    }

    private void deliver() {
        for (O message = next(); message != null; message = next()) {
            pass(message);
        }
        boolean isOverNow;
        synchronized (this) {
            isOverNow = isEnding && !isOver && waiting.isEmpty();
            isOver |= isOverNow;
        }
        if (isOverNow && failure != null) {
            subscriber.onError(failure);
        } else if (isOverNow) {
            subscriber.onComplete();
        }
    }

    /** A subscriber that throws gets no more messages. The exception is logged, like that of a handler. */
    private void pass(O message) {
        boolean isPassed = false;
        try {
            subscriber.onNext(message);
            isPassed = true;
        } finally {
            if (!isPassed) {
                cancel();
            }
        }
    }

    private synchronized @Nullable O next() {
        if (isOver || demand == 0 || waiting.isEmpty()) {
            return null;
        }
        demand = demand == Long.MAX_VALUE ? demand : demand - 1;
        return waiting.remove();
    }
}
