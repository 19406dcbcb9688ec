package dev.strait.backplane;

import dev.strait.runtime.spi.Backplane;

/**
 * What connects nodes, with the faults that {@link BackplaneContract} needs: a broker that a test can stop, and links that it
 * can cut. Methods return when the fault is there; nodes notice it when they do.
 */
public interface Engine extends AutoCloseable {

    /**
     * Returns the backplane of a new node, which is not started.
     *
     * @param application nodes of different applications do not reach each other
     */
    Backplane connect(String application);

    /** Cuts the link of a node, so that it notices at once. */
    void cut(Backplane node);

    /** Stops all traffic on the link of a node without an end of its connection: nothing arrives, and nothing fails. */
    void hang(Backplane node);

    /** Restores the link of a node after {@link #cut} or {@link #hang}. */
    void restore(Backplane node);

    /** Ends the connection by which a node receives, as engines do if a subscriber is slow. The node may connect again. */
    void drop(Backplane node);

    /** Stops the engine from doing anything, without ending connections. */
    void freeze();

    /** Lets it go on. */
    void thaw();

    /** Ends the engine, and all connections with it. */
    void kill();

    /** Starts the engine again. */
    void restart();

    /** Ends the engine for good. */
    @Override
    void close();
}
