package dev.strait.runtime.internal.node;

import dev.strait.runtime.Delivery;
import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.Emission;
import java.util.function.Function;

/** The backplane of a single node: everything is delivered where it was published. */
public final class InProcessBackplane implements Backplane {

    private volatile Function<Emission, Delivery> local = emission -> Delivery.NONE;

    @Override
    public void start(Function<Emission, Delivery> local) {
        this.local = local;
    }

    @Override
    public Delivery publish(Emission emission) {
        return local.apply(emission);
    }

    @Override
    public void close() {
        local = emission -> Delivery.NONE;
    }
}
