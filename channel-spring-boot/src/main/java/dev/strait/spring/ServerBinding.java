package dev.strait.spring;

import dev.strait.runtime.ChannelHub;
import java.util.Optional;

/** Where the channels of an application are served. */
interface ServerBinding {

    /** Whether it listens on a port of its own. */
    boolean hasOwnPort();

    /**
     * Serves the endpoints of a hub.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException if that is impossible; the message says what to do
     */
    void serve(ChannelHub hub);

    /** Returns what stands before the paths of channels, for the log; empty if nothing is served. */
    Optional<String> base();
}
