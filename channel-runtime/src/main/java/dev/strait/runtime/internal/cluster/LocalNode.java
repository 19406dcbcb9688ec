package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.spi.Emission;
import dev.strait.runtime.spi.Selection;

/** This node, for what arrives from the others. */
public interface LocalNode {

    /** Delivers a message to the connections of this node. */
    void deliver(Emission emission);

    /**
     * Closes the connections of this node that are selected.
     *
     * @param until connections that have begun later stay; on the clock of the node, in nanoseconds
     */
    void close(String channel, Selection to, CloseReason reason, long until);

    /** Answers an inquiry about a channel. */
    Findings answer(String channel, Inquiry inquiry);
}
