package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.BackplaneEvent;
import dev.strait.runtime.BackplaneEvent.Loss;
import dev.strait.runtime.BackplaneEvent.Origin;
import dev.strait.runtime.internal.foreign.Log;
import dev.strait.runtime.internal.work.Environment;
import dev.strait.runtime.internal.work.Inbox;
import dev.strait.runtime.spi.Backplane.Envelope;
import dev.strait.runtime.spi.Backplane.Topic;
import dev.strait.runtime.spi.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Takes what arrives: each parcel once, in the order of arrival for each topic, and on threads of the runtime, one for each
 * processor. Safe for all threads.
 */
final class Incoming {

    private static final Log LOG = Log.of(Incoming.class);

    private final String self;
    private final Environment environment;
    private final Links links;
    private final Consumer<Parcel> takes;
    private final Recent recent = new Recent();
    private final List<Inbox> lanes = new ArrayList<>();

    /**
     * Creates the receiver of a node.
     *
     * @param takes called with parcels of other nodes, and with what this node has said to introduce itself
     */
    Incoming(String self, Environment environment, Links links, Consumer<Parcel> takes) {
        this.self = self;
        this.environment = environment;
        this.links = links;
        this.takes = takes;
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            lanes.add(new Inbox(Inbox.Settings.unbounded(environment.foreign(), environment.threads()::callback)));
        }
    }

    void received(Topic topic, Envelope envelope) {
        try {
            if (links.isLate(ParcelFormat.sent(envelope.bytes()))) {
                notifyListeners(new BackplaneEvent.Lost(Loss.LATE, 1));
                return;
            }
        } catch (IOException | RuntimeException unreadable) {
            refuse(unreadable);
            return;
        }
        Inbox lane = lanes.get(Math.floorMod(topic.hashCode(), lanes.size()));
        lane.runEvent(() -> take(envelope));
    }

    /** Runs what is no parcel, in the order of the calls. */
    void run(Runnable task) {
        lanes.get(0).runEvent(task);
    }

    private void take(Envelope envelope) {
        try {
            Parcel parcel = ParcelFormat.read(envelope.bytes());
            Origin origin = originOf(parcel);
            notifyListeners(new BackplaneEvent.Received(origin));
            if (origin == Origin.PEER || parcel instanceof Parcel.Alive) {
                takes.accept(parcel);
            }
        } catch (IOException | RuntimeException unreadable) {
            refuse(unreadable);
        }
    }

    private void refuse(Exception unreadable) {
        LOG.warning("An envelope of another node cannot be used.", unreadable);
        notifyListeners(new BackplaneEvent.Lost(Loss.UNREADABLE, 1));
    }

    private Origin originOf(Parcel parcel) {
        if (parcel.origin().equals(self)) {
            return Origin.SELF;
        }
        boolean mayComeAgain = parcel instanceof Parcel.Addressed addressed && hasSeveralTopics(addressed.to());
        return mayComeAgain && !recent.isNew(parcel, environment.now()) ? Origin.DUPLICATE : Origin.PEER;
    }

    /** A parcel with several topics arrives once for each that this node is subscribed to. */
    private static boolean hasSeveralTopics(Selection to) {
        return Stream.of(to.rooms(), to.users(), to.connections())
                        .mapToLong(Set::size)
                        .sum()
                > 1;
    }

    private void notifyListeners(BackplaneEvent event) {
        if (environment.foreign().hasListeners()) {
            environment.foreign().notifyListeners(listener -> listener.backplane(event));
        }
    }
}
