package dev.strait.runtime.spi;

/** The time that all limits and timers of a hub go by; a test moves it by hand. */
@FunctionalInterface
public interface TimeSource {

    /** Nanoseconds from some fixed moment; never going back, as {@link System#nanoTime()}. */
    long nanoTime();
}
