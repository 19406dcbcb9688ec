package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.internal.foreign.Engine;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.foreign.Log;
import dev.strait.runtime.internal.membership.Occupancy;
import dev.strait.runtime.internal.work.Inbox;
import dev.strait.runtime.internal.work.Threads;
import dev.strait.runtime.spi.Backplane.Arrivals;
import dev.strait.runtime.spi.Backplane.Envelope;
import dev.strait.runtime.spi.Backplane.Topic;
import dev.strait.runtime.spi.Emission;
import dev.strait.runtime.spi.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * The other nodes of the application. What is sent to them is published to the topics of its recipients; what arrives is passed
 * to this node, on threads of the runtime, and in the order of arrival for each topic. Safe for all threads.
 */
public final class Cluster {

    private static final Log LOG = Log.of(Cluster.class);

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final NodeId self;
    private final Engine engine;
    private final LongSupplier now;
    private final boolean isAlone;
    private final Interest interest;
    private final Recent recent = new Recent();
    private final AtomicLong lastId = new AtomicLong();
    private final List<Inbox> lanes = new ArrayList<>();

    /**
     * Creates a cluster of this node, and of those that the engine connects with it.
     *
     * @param now the clock of the node, in nanoseconds
     */
    public Cluster(NodeId self, Engine engine, Threads threads, ForeignCode foreign, LongSupplier now) {
        this.self = self;
        this.engine = engine;
        this.now = now;
        this.isAlone = engine.isAlone();
        this.interest = new Interest(engine, threads);
        int count = isAlone ? 0 : Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < count; i++) {
            lanes.add(new Inbox(Inbox.Settings.unbounded(foreign, threads::callback)));
        }
    }

    /** Whether there are no other nodes, so that nothing needs to be encoded or published. */
    public boolean isAlone() {
        return isAlone;
    }

    /** Connects this node. */
    public void start(LocalNode local) {
        CompletionStage<Void> unused = engine.start(self.toString(), new Receiving(local));
        if (!isAlone) {
            interest.keep(Topics.ofNode(self.toString()));
        }
    }

    /** Receives what is sent to all connections of a channel. */
    public void serve(String channel) {
        if (!isAlone) {
            interest.keep(Topics.ofChannel(channel));
        }
    }

    /** Returns what keeps this node subscribed to the rooms and users of a channel. */
    public Occupancy occupancy(String channel) {
        return isAlone ? Occupancy.NONE : new Subscribing(channel);
    }

    /**
     * Receives what is sent to a room, until {@link #release}.
     *
     * @return completes when the engine has confirmed it; fails while it is not reachable
     */
    public CompletableFuture<Void> hold(String channel, String room) {
        return isAlone ? DONE : interest.hold(Topics.ofRoom(channel, room));
    }

    /** Ends a hold. */
    public void release(String channel, String room) {
        if (!isAlone) {
            interest.release(Topics.ofRoom(channel, room));
        }
    }

    /**
     * Sends a message to the connections of other nodes.
     *
     * @param emission an encoded message, or a relay of one
     * @return completes when the engine has accepted it
     */
    public CompletionStage<Void> publish(Emission emission) {
        return publish(new Parcel.Emit(self.toString(), lastId.incrementAndGet(), emission));
    }

    /** Closes connections of other nodes. */
    public CompletionStage<Void> close(String channel, Selection to, CloseReason reason) {
        return isAlone
                ? DONE
                : publish(new Parcel.Close(self.toString(), lastId.incrementAndGet(), channel, to, reason));
    }

    private CompletionStage<Void> publish(Parcel parcel) {
        Set<Topic> topics = Topics.of(parcel.channel(), parcel.to(), self.toString());
        if (topics.isEmpty()) {
            return DONE;
        }
        Envelope envelope = new Envelope(ParcelFormat.write(parcel));
        CompletableFuture<?>[] stages = topics.stream()
                .map(topic -> engine.publish(topic, envelope).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(stages);
    }

    /** Disconnects this node. */
    public void close() {
        interest.close();
        engine.close();
    }

    /** Holds the topics of rooms and users that have a connection here. */
    private final class Subscribing implements Occupancy {

        private final String channel;

        Subscribing(String channel) {
            this.channel = channel;
        }

        @Override
        public void roomBegan(String room) {
            interest.keep(Topics.ofRoom(channel, room));
        }

        @Override
        public void roomEnded(String room) {
            interest.release(Topics.ofRoom(channel, room));
        }

        @Override
        public void userCame(String user) {
            interest.keep(Topics.ofUser(channel, user));
        }

        @Override
        public void userLeft(String user) {
            interest.release(Topics.ofUser(channel, user));
        }
    }

    /** Takes what arrives. */
    private final class Receiving implements Arrivals {

        private final LocalNode local;
        private final AtomicBoolean isDown = new AtomicBoolean();

        Receiving(LocalNode local) {
            this.local = local;
        }

        @Override
        public void received(Topic topic, Envelope envelope) {
            Inbox lane = lanes.get(Math.floorMod(topic.hashCode(), lanes.size()));
            lane.runEvent(() -> take(envelope));
        }

        private void take(Envelope envelope) {
            try {
                Parcel parcel = ParcelFormat.read(envelope.bytes());
                if (!parcel.origin().equals(self.toString()) && isFirst(parcel)) {
                    act(parcel);
                }
            } catch (IOException | RuntimeException unreadable) {
                LOG.warning("An envelope of another node cannot be used.", unreadable);
            }
        }

        private void act(Parcel parcel) {
            if (parcel instanceof Parcel.Emit emit) {
                local.deliver(emit.emission());
            } else if (parcel instanceof Parcel.Close close) {
                local.close(close.channel(), close.to(), close.reason());
            }
        }

        /** A parcel with several topics arrives once for each that this node is subscribed to. */
        private boolean isFirst(Parcel parcel) {
            Selection to = parcel.to();
            long topics = Stream.of(to.rooms(), to.users(), to.connections())
                    .mapToLong(Set::size)
                    .sum();
            return topics < 2 || recent.isNew(parcel, now.getAsLong());
        }

        @Override
        public void up() {
            interest.confirmed();
            if (isDown.getAndSet(false)) {
                LOG.info("The engine of the backplane is reachable again.");
            }
        }

        @Override
        public void down(Optional<Throwable> why) {
            isDown.set(true);
            LOG.warning(
                    "The engine of the backplane is not reachable, so this node goes on alone: "
                            + why.map(Throwable::getMessage).orElse("no reason is known") + ".",
                    null);
        }

        @Override
        public void lost(Set<Topic> topics) {
            LOG.warning("Subscriptions of the backplane were lost and restored: " + topics.size() + ".", null);
        }
    }
}
