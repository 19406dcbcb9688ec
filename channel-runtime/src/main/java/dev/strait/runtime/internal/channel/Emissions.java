package dev.strait.runtime.internal.channel;

import dev.strait.runtime.Delivery;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.Emission;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Routes emissions to the backplane, and from the backplane to the connections of this node. */
public final class Emissions {

    private final Backplane backplane;
    private final ForeignCode foreign;
    private final Function<String, @Nullable LiveChannel<?, ?, ?>> channels;

    /**
     * Creates the emissions of a node.
     *
     * @param channels returns the channel of a name; null if this node does not have it
     */
    public Emissions(
            Backplane backplane, ForeignCode foreign, Function<String, @Nullable LiveChannel<?, ?, ?>> channels) {
        this.backplane = backplane;
        this.foreign = foreign;
        this.channels = channels;
    }

    /** Begins to receive emissions from the backplane. */
    public void start() {
        backplane.start(this::deliver);
    }

    /** Sends an emission to all nodes. Returns the outcome on this node. */
    Delivery publish(Emission emission) {
        Delivery delivery = backplane.publish(emission);
        if (foreign.hasListeners()) {
            foreign.notifyListeners(listener -> listener.emitted(emission.channel(), emission.type(), delivery));
        }
        return delivery;
    }

    /** Delivers an emission to the connections of this node. */
    Delivery deliver(Emission emission) {
        LiveChannel<?, ?, ?> channel = channels.apply(emission.channel());
        return channel == null ? Delivery.NONE : new Broadcast(channel, emission).run();
    }

    /** Closes the backplane. */
    public void close() {
        foreign.close(backplane);
    }
}
