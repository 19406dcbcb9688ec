package dev.strait.runtime.spi;

import dev.strait.runtime.Delivery;
import java.util.function.Function;

/**
 * Carries emits to all nodes that may hold their connections, this one included. The default keeps them in the process.
 */
public interface Backplane extends AutoCloseable {

    /**
     * Called once, before anything is published.
     *
     * @param local delivers an emission to the connections of this node; callable from any thread, never blocks
     */
    void start(Function<Emission, Delivery> local);

    /**
     * Sends an emission on its way. Must not block.
     *
     * @return what became of it on this node
     */
    Delivery publish(Emission emission);

    @Override
    void close();
}
