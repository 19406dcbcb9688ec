package dev.strait.runtime.internal;

import dev.strait.runtime.AlephaProtocol;
import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.LucentProtocol;
import dev.strait.runtime.WireProtocol;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.WireMessage;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What has to hold before a channel can be served under a path by a protocol. */
final class DeploymentRules {

    private static final Duration SHORTEST_TICK = Duration.ofMillis(1);
    private static final Duration LONGEST_TICK = Duration.ofDays(1);

    private final Set<String> mistakes = new LinkedHashSet<>();
    private final String path;
    private final ChannelContract<?, ?, ?> contract;

    private DeploymentRules(String path, ChannelContract<?, ?, ?> contract) {
        this.path = path;
        this.contract = contract;
    }

    /**
     * Finds all mistakes at once.
     *
     * @throws ChannelDeploymentException there are some
     */
    static void check(String path, WireProtocol protocol, ChannelContract<?, ?, ?> contract) {
        DeploymentRules rules = new DeploymentRules(path, contract);
        if (protocol instanceof LucentProtocol lucent) {
            rules.checkLucent(lucent);
        } else if (protocol instanceof AlephaProtocol) {
            rules.checkAlepha();
        }
        rules.throwIfAny();
    }

    /**
     * Checks how often rooms tick.
     *
     * @throws ChannelDeploymentException too often, or backwards
     */
    static void checkTicks(String path, ChannelContract<?, ?, ?> contract, Duration every) {
        DeploymentRules rules = new DeploymentRules(path, contract);
        if (!every.isZero() && (every.compareTo(SHORTEST_TICK) < 0 || every.compareTo(LONGEST_TICK) > 0)) {
            rules.add("tickEvery is " + every + "; it must be zero for no ticks, or 1 ms to 1 day.");
        }
        rules.throwIfAny();
    }

    private void throwIfAny() {
        if (!mistakes.isEmpty()) {
            throw new ChannelDeploymentException(List.copyOf(mistakes));
        }
    }

    private void checkLucent(LucentProtocol lucent) {
        checkPath("Lucent");
        Set<String> taken = new LinkedHashSet<>(List.of("join", "leave", "broadcast", "ping", "pong", "error"));
        if (lucent.isAcknowledging()) {
            taken.addAll(List.of("connected", "joined", "left"));
        }
        if (lucent.isRelaying()) {
            taken.add("message");
        }
        checkTypes(contract.toServer(), taken);
        checkTypes(contract.toClient(), taken);
    }

    private void checkTypes(List<WireMessage> messages, Set<String> taken) {
        for (WireMessage message : messages) {
            if (taken.contains(message.type())) {
                add("the type \"" + message.type() + "\" is a frame of Lucent's protocol. Give the record another name "
                        + "on the wire by @Type.");
            }
        }
    }

    private void checkAlepha() {
        checkPath("Alepha");
        for (WireMessage message : contract.toServer()) {
            for (String field : List.of("roomId", "message")) {
                checkField(message, field, "would be taken for the envelope of Alepha's protocol");
            }
        }
        for (WireMessage message : contract.toClient()) {
            checkField(message, "__alephaRoom", "is the room's name in Alepha's protocol");
            if (message.fields().equals(List.of("error"))) {
                checkField(message, "error", "alone is an error of Alepha's protocol");
            }
        }
    }

    private void checkField(WireMessage message, String field, String why) {
        if (message.fields().contains(field)) {
            add("the field \"" + field + "\" of \"" + message.type() + "\" " + why
                    + ". Give the component another name on the wire by @Name.");
        }
    }

    private void checkPath(String protocol) {
        if (contract.isPathBound()) {
            add(protocol
                    + "'s clients choose their rooms by themselves, and this channel's path binds each connection to "
                    + "one. Use a contract without variables in its path, such as @Channel(\"/ws/chat\").");
        }
    }

    private void add(String mistake) {
        mistakes.add(contract.name() + " at " + path + ": " + mistake);
    }
}
