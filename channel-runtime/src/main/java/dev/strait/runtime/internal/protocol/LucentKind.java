package dev.strait.runtime.internal.protocol;

import dev.strait.runtime.EndpointLimits;
import dev.strait.runtime.LucentProtocol;
import dev.strait.runtime.WireProtocol;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.WireMessage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The protocol of Lucent's WebSocket plugin, with its settings. */
final class LucentKind implements ProtocolKind {

    private static final int MAX_MESSAGE_BYTES = 1 << 20;
    private static final int MAX_MESSAGE_BURST = 1_000;

    private final LucentProtocol settings;

    private LucentKind(LucentProtocol settings) {
        this.settings = settings;
    }

    static Optional<ProtocolKind> of(WireProtocol protocol) {
        return protocol instanceof LucentProtocol lucent ? Optional.of(new LucentKind(lucent)) : Optional.empty();
    }

    @Override
    public <R, I, O> Protocol<I, O> create(ChannelContract<R, I, O> contract) {
        return new LucentFrames<>(settings, contract);
    }

    @Override
    public void check(ChannelContract<?, ?, ?> contract, Consumer<String> problems) {
        RoomRule.check("Lucent", contract, problems);
        Set<String> taken = new LinkedHashSet<>(List.of("join", "leave", "broadcast", "ping", "pong", "error"));
        if (settings.isAcknowledging()) {
            taken.addAll(List.of("connected", "joined", "left"));
        }
        if (settings.isRelaying()) {
            taken.add("message");
        }
        if (!contract.toServerDiscriminator().equals("type")) {
            problems.accept("Lucent's clients name their messages in \"type\", not in \""
                    + contract.toServerDiscriminator() + "\". Remove @Discriminator from the messages to the server.");
        }
        checkTypes(contract.toServer(), taken, problems);
        checkTypes(contract.toClient(), taken, problems);
    }

    private static void checkTypes(List<WireMessage> messages, Set<String> taken, Consumer<String> problems) {
        for (WireMessage message : messages) {
            if (taken.contains(message.type())) {
                problems.accept("the message type \"" + message.type()
                        + "\" is reserved by Lucent's protocol. Give the record another name with @Type.");
            }
        }
    }

    @Override
    public void setDefaults(EndpointLimits limits) {
        limits.maxMessageBytes(MAX_MESSAGE_BYTES).maxMessageBurst(MAX_MESSAGE_BURST);
    }

    @Override
    public boolean allowsMoreThanTheContract() {
        return true;
    }
}
