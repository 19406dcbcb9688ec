package dev.strait.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The messages of a client or of a room, and who listens to them. */
final class Feed<R, O> {

    private final Environment environment;
    private final Listeners<Delivery<R, O>> listeners;
    private final Map<Class<?>, Listeners<Delivery<R, O>>> byType = new ConcurrentHashMap<>();
    /** Guarded by the client's lock. */
    private final List<Subscription<O>> subscriptions = new ArrayList<>();

    Feed(Environment environment) {
        this.environment = environment;
        this.listeners = new Listeners<>(environment.calls());
    }

    Registration on(Class<?> type, Consumer<Delivery<R, O>> handler) {
        return byType.computeIfAbsent(type, unused -> new Listeners<>(environment.calls()))
                .add(handler);
    }

    Registration onAny(Consumer<? super O> handler) {
        return listeners.add(delivery -> handler.accept(delivery.message()));
    }

    /** Returns a publisher. Each subscriber gets the messages that arrive from then on. */
    Flow.Publisher<O> publisher(int max, BooleanSupplier isOver) {
        return subscriber -> environment.turn().run(() -> {
            Objects.requireNonNull(subscriber, "subscriber");
            Subscription<O> subscription = new Subscription<>(subscriber, max, environment, subscriptions::remove);
            subscription.begin();
            subscriptions.add(subscription);
            if (isOver.getAsBoolean()) {
                subscription.end();
            }
        });
    }

    /** Passes a message on. Called while the client's lock is held, like all below. */
    void deliver(Delivery<R, O> delivery) {
        Listeners<Delivery<R, O>> ofType = byType.get(delivery.message().getClass());
        if (ofType != null) {
            ofType.call(delivery);
        }
        listeners.call(delivery);
        List.copyOf(subscriptions).forEach(subscription -> subscription.offer(delivery.message()));
    }

    /** Ends all subscriptions. */
    void end() {
        List.copyOf(subscriptions).forEach(Subscription::end);
    }
}
