package dev.strait.runtime.internal.protocol;

import dev.strait.runtime.AlephaProtocol;
import dev.strait.runtime.EndpointLimits;
import dev.strait.runtime.WireProtocol;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.WireMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The protocol of Alepha's {@code useRoom}, with its settings. */
final class AlephaKind implements ProtocolKind {

    private static final int MAX_MESSAGE_BYTES = 1 << 20;
    private static final int MAX_MESSAGE_BURST = 1_000;

    private final AlephaProtocol settings;

    private AlephaKind(AlephaProtocol settings) {
        this.settings = settings;
    }

    static Optional<ProtocolKind> of(WireProtocol protocol) {
        return protocol instanceof AlephaProtocol alepha ? Optional.of(new AlephaKind(alepha)) : Optional.empty();
    }

    @Override
    public <R, I, O> Protocol<I, O> create(ChannelContract<R, I, O> contract) {
        return new AlephaFrames<>(settings, contract.codec());
    }

    @Override
    public void check(ChannelContract<?, ?, ?> contract, Consumer<String> problems) {
        RoomRule.check("Alepha", contract, problems);
        List<String> envelope = settings.isEnvelopeOnly() ? List.of() : List.of("roomId", "message");
        checkDiscriminator(contract.toServerDiscriminator(), envelope, problems);
        checkDiscriminator(contract.toClientDiscriminator(), List.of("__alephaRoom", "error"), problems);
        for (WireMessage message : contract.toServer()) {
            for (String field : envelope) {
                checkField(message, field, "is reserved for the envelope of Alepha's protocol", problems);
            }
        }
        for (WireMessage message : contract.toClient()) {
            checkField(message, "__alephaRoom", "is reserved for the name of the room in Alepha's protocol", problems);
            if (message.fields().equals(List.of("error"))) {
                checkField(message, "error", "as the only field is reserved for errors of Alepha's protocol", problems);
            }
        }
    }

    private static void checkDiscriminator(String property, List<String> reserved, Consumer<String> problems) {
        if (reserved.contains(property)) {
            problems.accept("the discriminator \"" + property
                    + "\" is reserved by Alepha's protocol. Choose another with @Discriminator.");
        }
    }

    private static void checkField(WireMessage message, String field, String reason, Consumer<String> problems) {
        if (message.fields().contains(field)) {
            problems.accept("the field \"" + field + "\" of \"" + message.type() + "\" " + reason
                    + ". Give the component another name with @Name"
                    + (reason.contains("envelope") ? ", or use envelopeOnly() if all pages send the envelope." : "."));
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
