package dev.strait.runtime.internal.protocol;

import dev.strait.runtime.EndpointLimits;
import dev.strait.runtime.StraitProtocol;
import dev.strait.runtime.WireProtocol;
import dev.strait.runtime.spi.ChannelContract;
import java.util.Optional;
import java.util.function.Consumer;

/** The protocol {@code strait.v1}. It can serve every channel. */
final class NativeKind implements ProtocolKind {

    static Optional<ProtocolKind> of(WireProtocol protocol) {
        return protocol instanceof StraitProtocol ? Optional.of(new NativeKind()) : Optional.empty();
    }

    @Override
    public <R, I, O> Protocol<I, O> create(ChannelContract<R, I, O> contract) {
        return new NativeProtocol<>(contract.codec(), contract.isPathBound());
    }

    @Override
    public void check(ChannelContract<?, ?, ?> contract, Consumer<String> problems) {}

    @Override
    public void setDefaults(EndpointLimits limits) {}

    @Override
    public boolean allowsMoreThanTheContract() {
        return false;
    }
}
