package dev.strait.runtime.spi;

import dev.strait.runtime.ChannelHub;

/** A binding whose application is notified when a container has deployed it by scanning; for {@code channel-war}. */
@FunctionalInterface
public interface DeploymentListener {

    /** The endpoint was deployed with this hub. */
    void deployed(ChannelHub hub);
}
