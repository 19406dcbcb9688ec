package dev.strait.spring;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.Excess;
import dev.strait.runtime.spi.ChannelEndpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one channel.
 *
 * @param path Path to serve the channel at, with the variables of the contract's path.
 * @param roles Roles that the handler passes to handshake.hasRole.
 * @param maxConnectionsPerUser Maximum number of connections of each user.
 * @param excess What happens to one connection of a user too many.
 * @param nonBlocking Whether the handler promises that it never blocks.
 * @param requireHello Whether each connection waits for the client's token.
 * @param limits Limits of the connections of this channel.
 */
record ChannelProperties(
        @Nullable String path,
        @Nullable List<String> roles,
        @Nullable Integer maxConnectionsPerUser,
        @Nullable Excess excess,
        @Nullable Boolean nonBlocking,
        @Nullable Boolean requireHello,
        @Nullable LimitsProperties limits) {

    /** Applies those settings that are present to an endpoint. */
    void applyTo(ChannelEndpoint endpoint) {
        if (path != null) {
            endpoint.path(path);
        }
        if (roles != null) {
            endpoint.roles(roles.toArray(String[]::new));
        }
        if (maxConnectionsPerUser != null) {
            endpoint.maxConnectionsPerUser(maxConnectionsPerUser, excess == null ? Excess.REFUSE_NEWEST : excess);
        }
        if (Boolean.TRUE.equals(nonBlocking)) {
            endpoint.nonBlocking();
        }
        if (Boolean.TRUE.equals(requireHello)) {
            endpoint.requireHello();
        }
        if (limits != null) {
            applyLimits(limits, endpoint);
        }
    }

    private static void applyLimits(LimitsProperties limits, ChannelEndpoint endpoint) {
        if (limits.hasLimitOfHub()) {
            throw new ChannelDeploymentException(List.of("strait.channels["
                    + endpoint.binding().contract().name()
                    + "].limits has a limit that only the hub has. Move close-timeout, drain-timeout, max-rooms-per-node,"
                    + " max-handshakes-per-second, max-connections and max-handler-threads to strait.limits."));
        }
        endpoint.limits(limits::applyTo);
    }
}
