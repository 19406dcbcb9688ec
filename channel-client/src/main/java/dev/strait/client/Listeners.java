package dev.strait.client;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Functions of the application. They may be added and removed from any thread, also by themselves.
 *
 * @param <T> the values that they are called with
 */
final class Listeners<T> {

    private record Listener<T>(Consumer<? super T> run, AtomicBoolean isRemoved) {}

    private final Calls calls;
    private final List<Listener<T>> all = new CopyOnWriteArrayList<>();

    Listeners(Calls calls) {
        this.calls = calls;
    }

    Registration add(Consumer<? super T> run) {
        Objects.requireNonNull(run, "handler");
        Listener<T> listener = new Listener<>(run, new AtomicBoolean());
        all.add(listener);
        return () -> {
            listener.isRemoved().set(true);
            all.remove(listener);
        };
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Adds calls of the functions. One that is removed before its turn is not called. */
    void call(T value) {
        for (Listener<T> listener : all) {
            calls.add(() -> {
                if (!listener.isRemoved().get()) {
                    listener.run().accept(value);
                }
            });
        }
    }
}
