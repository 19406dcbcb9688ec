package dev.strait.runtime;

import dev.strait.runtime.spi.ChannelEndpoint;

/**
 * Sets what {@code deployTo} would let the application set, where a framework or a container creates the hub: origins,
 * limits, listeners, and the path, protocol or roles of an endpoint.
 *
 * <p>In Spring Boot, customizers are beans. A WAR names its implementations in {@code
 * META-INF/services/dev.strait.runtime.ChannelHubCustomizer}; each needs a public constructor without parameters, and several
 * are called in the order of that file.
 */
public interface ChannelHubCustomizer {

    /** Customizes the hub of the application, before it is built. */
    default void customize(ChannelHub.Builder hub) {}

    /** Customizes an endpoint, before it is added to the hub. Called for each endpoint. */
    default void customize(ChannelEndpoint endpoint) {}
}
