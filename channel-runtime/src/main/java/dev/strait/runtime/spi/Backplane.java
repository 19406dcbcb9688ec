package dev.strait.runtime.spi;

import dev.strait.runtime.Delivery;
import java.util.function.Function;

/**
 * Carries emits to all nodes that may hold recipients, this node included. By default they stay in the process.
 * Implementations are safe for all threads.
 */
public interface Backplane extends AutoCloseable {

    /**
     * Starts the backplane. Called once, before the first emission is published.
     *
     * @param local delivers an emission to the connections of this node; callable on any thread, never blocks
     */
    void start(Function<Emission, Delivery> local);

    /**
     * Publishes an emission. Must not block.
     *
     * @return the outcome on this node
     */
    Delivery publish(Emission emission);

    /** Stops the backplane. Called once, when the hub has closed its connections. */
    @Override
    void close();
}
