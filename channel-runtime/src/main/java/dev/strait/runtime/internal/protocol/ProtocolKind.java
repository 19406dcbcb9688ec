package dev.strait.runtime.internal.protocol;

import dev.strait.runtime.EndpointLimits;
import dev.strait.runtime.WireProtocol;
import dev.strait.runtime.spi.ChannelContract;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One kind of protocol with its settings: whether it can serve a channel, and how. A new protocol adds an
 * implementation of this interface and of {@link Protocol}, and an entry to {@link #KINDS}.
 */
public interface ProtocolKind {

    /** Each function returns the kind of a protocol, if it is responsible for it. */
    List<Function<WireProtocol, Optional<ProtocolKind>>> KINDS =
            List.of(NativeKind::of, LucentKind::of, AlephaKind::of);

    /** Returns the kind of a protocol. */
    static ProtocolKind of(WireProtocol protocol) {
        return KINDS.stream()
                .flatMap(kind -> kind.apply(protocol).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The protocol " + protocol.getClass().getName() + " has no entry in ProtocolKind.KINDS."));
    }

    /** Creates the frames of a channel. */
    <R, I, O> Protocol<I, O> create(ChannelContract<R, I, O> contract);

    /** Reports each reason why a channel cannot be served by this protocol. */
    void check(ChannelContract<?, ?, ?> contract, Consumer<String> problems);

    /** Sets the limits whose defaults differ for this protocol. */
    void setDefaults(EndpointLimits limits);

    /** Whether clients may send more than the constraints of the contract allow, such as payloads of any kind. */
    boolean allowsMoreThanTheContract();
}
