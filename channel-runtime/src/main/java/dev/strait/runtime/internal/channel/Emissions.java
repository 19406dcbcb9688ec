package dev.strait.runtime.internal.channel;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.internal.cluster.Cluster;
import dev.strait.runtime.internal.cluster.Findings;
import dev.strait.runtime.internal.cluster.Inquiry;
import dev.strait.runtime.internal.cluster.LocalNode;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.spi.Emission;
import dev.strait.runtime.spi.Selection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Delivers emissions to the connections of this node, and sends them to the others. */
public final class Emissions implements LocalNode {

    private final Cluster cluster;
    private final ForeignCode foreign;
    private final Function<String, @Nullable LiveChannel<?, ?, ?>> channels;

    /**
     * Creates the emissions of a node.
     *
     * @param channels returns the channel of a name; null if this node does not have it
     */
    public Emissions(Cluster cluster, ForeignCode foreign, Function<String, @Nullable LiveChannel<?, ?, ?>> channels) {
        this.cluster = cluster;
        this.foreign = foreign;
        this.channels = channels;
    }

    Cluster cluster() {
        return cluster;
    }

    /** Sends an emission of a channel to all nodes. Returns the outcome on this node. */
    Delivery publish(LiveChannel<?, ?, ?> channel, Emission emission) {
        Delivery delivery = cluster.isAlone() ? run(channel, emission) : publishToAll(channel, emission);
        if (foreign.hasListeners()) {
            foreign.notifyListeners(listener -> listener.emitted(emission.channel(), emission.type(), delivery));
        }
        return delivery;
    }

    /** Encodes the message once, for this node and the others. */
    private Delivery publishToAll(LiveChannel<?, ?, ?> channel, Emission emission) {
        Emission encoded = channel.encoded(emission);
        return run(channel, encoded).withElsewhere(cluster.publish(encoded));
    }

    private static Delivery run(LiveChannel<?, ?, ?> channel, Emission emission) {
        return new Broadcast(channel, emission).run();
    }

    @Override
    public void deliver(Emission emission) {
        LiveChannel<?, ?, ?> channel = channels.apply(emission.channel());
        if (channel != null) {
            Delivery unused = run(channel, emission);
        }
    }

    @Override
    public void close(String name, Selection to, CloseReason reason, long until) {
        LiveChannel<?, ?, ?> channel = channels.apply(name);
        if (channel != null) {
            Delivery unused = channel.closeHere(to, reason, connection -> connection.sinceNanos() - until <= 0);
        }
    }

    @Override
    public Findings answer(String name, Inquiry inquiry) {
        LiveChannel<?, ?, ?> channel = channels.apply(name);
        return channel == null ? Findings.NONE : channel.answer(inquiry);
    }
}
