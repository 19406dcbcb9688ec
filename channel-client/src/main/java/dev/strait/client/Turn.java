package dev.strait.client;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The lock of a client. Whatever happens to a client takes a turn: a call of the application, a timer, a frame. The calls
 * into the application that a turn leads to begin when it is over, so none of them is made while the lock is held.
 */
final class Turn {

    private final ReentrantLock lock = new ReentrantLock();
    private final Calls calls;

    Turn(Calls calls) {
        this.calls = calls;
    }

    void run(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            end();
        }
    }

    <T> T get(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            end();
        }
    }

    private void end() {
        lock.unlock();
        if (!lock.isHeldByCurrentThread()) {
            calls.start();
        }
    }
}
