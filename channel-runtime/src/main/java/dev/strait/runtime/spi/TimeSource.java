package dev.strait.runtime.spi;

/** The clock of all limits and timers of a hub. Tests supply one that they advance by hand. */
@FunctionalInterface
public interface TimeSource {

    /** Returns nanoseconds since a fixed point in time. Never decreases, like {@link System#nanoTime()}. */
    long nanoTime();
}
