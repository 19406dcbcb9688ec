package dev.strait.war;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.spi.ChannelEndpoint;

/**
 * Sets what {@code deployTo} would let the application set: origins, limits, listeners, and the path, protocol or roles of
 * an endpoint. A WAR names its implementations in {@code META-INF/services/dev.strait.war.ChannelHubCustomizer}; each needs
 * a public constructor without parameters. Several are called in the order of that file.
 */
public interface ChannelHubCustomizer {

    /** Customizes the hub of the application, before it is built. */
    default void customize(ChannelHub.Builder hub) {}

    /** Customizes an endpoint, before it is added to the hub. Called for each endpoint. */
    default void customize(ChannelEndpoint endpoint) {}
}
