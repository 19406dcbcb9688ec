package dev.strait.runtime.internal.node;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.internal.protocol.ProtocolKind;
import dev.strait.runtime.internal.protocol.ProtocolRules.Hello;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.runtime.spi.EndpointBinding;
import dev.strait.runtime.spi.RoomBinding;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The conditions under which a channel can be served under a path. */
final class DeploymentRules {

    private static final Duration MIN_TICK = Duration.ofMillis(1);
    private static final Duration MAX_TICK = Duration.ofDays(1);
    private static final Duration MAX_RETENTION = Duration.ofDays(7);

    private final Set<String> problems = new LinkedHashSet<>();
    private final String prefix;

    private DeploymentRules(String path, ChannelContract<?, ?, ?> contract) {
        this.prefix = contract.name() + " at " + path + ": ";
    }

    /**
     * Checks a channel against its protocol.
     *
     * @throws ChannelDeploymentException names all problems
     */
    static void checkProtocol(ChannelEndpoint endpoint, ChannelContract<?, ?, ?> contract, ProtocolKind protocol) {
        DeploymentRules rules = new DeploymentRules(endpoint.path(), contract);
        protocol.check(contract, rules::add);
        if (endpoint.isHelloRequired() && protocol.create(contract).rules().hello() == Hello.NONE) {
            rules.add("requireHello() needs Strait's own protocol, because other clients do not send $hello.");
        }
        rules.throwIfAny();
    }

    /**
     * Checks that a channel works on several nodes.
     *
     * @throws ChannelDeploymentException it would not be what its settings say
     */
    static void checkOtherNodes(ChannelEndpoint endpoint, EndpointBinding<?, ?, ?, ?> binding) {
        DeploymentRules rules = new DeploymentRules(endpoint.path(), binding.contract());
        if (binding instanceof RoomBinding) {
            rules.add(
                    "Rooms with state live on one node, but this hub has a backplane to others, on which the same room"
                            + " would have another state. Use a handler, or a hub without a backplane.");
        }
        if (endpoint.maxConnectionsPerUser() < Integer.MAX_VALUE) {
            rules.add("maxConnectionsPerUser(" + endpoint.maxConnectionsPerUser()
                    + ") counts the connections of one node, but this hub has a backplane to others, on each of which a"
                    + " user could have as many. Remove the limit, or use a hub without a backplane.");
        }
        rules.throwIfAny();
    }

    /**
     * Checks the interval of ticks.
     *
     * @throws ChannelDeploymentException it is negative, too short or too long
     */
    static void checkTicks(ChannelContract<?, ?, ?> contract, Duration interval) {
        DeploymentRules rules = new DeploymentRules(contract.path(), contract);
        if (!interval.isZero() && (interval.compareTo(MIN_TICK) < 0 || interval.compareTo(MAX_TICK) > 0)) {
            rules.add("tickEvery is " + interval + "; it must be zero for no ticks, or 1 ms to 1 day.");
        }
        rules.throwIfAny();
    }

    /**
     * Checks how long rooms keep their states.
     *
     * @throws ChannelDeploymentException it is negative or too long
     */
    static void checkRetention(ChannelContract<?, ?, ?> contract, Duration retention) {
        DeploymentRules rules = new DeploymentRules(contract.path(), contract);
        if (retention.isNegative() || retention.compareTo(MAX_RETENTION) > 0) {
            rules.add("retention is " + retention + "; it must be zero to 7 days.");
        }
        rules.throwIfAny();
    }

    private void add(String problem) {
        problems.add(prefix + problem);
    }

    private void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new ChannelDeploymentException(List.copyOf(problems));
        }
    }
}
