package dev.strait.runtime.spi;

import dev.strait.runtime.ChannelHub;

/**
 * A binding whose application is notified after a container has found and deployed its endpoint by scanning. Used by
 * {@code channel-war}.
 */
@FunctionalInterface
public interface DeploymentListener {

    /** Called once, when the endpoint was deployed with this hub. */
    void deployed(ChannelHub hub);
}
