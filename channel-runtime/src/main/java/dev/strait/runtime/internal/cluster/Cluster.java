package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.BackplaneEvent;
import dev.strait.runtime.BackplaneEvent.Loss;
import dev.strait.runtime.BackplaneView;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.internal.foreign.Engine;
import dev.strait.runtime.internal.foreign.Log;
import dev.strait.runtime.internal.membership.Occupancy;
import dev.strait.runtime.internal.work.Environment;
import dev.strait.runtime.spi.Backplane.Arrivals;
import dev.strait.runtime.spi.Backplane.Envelope;
import dev.strait.runtime.spi.Backplane.Topic;
import dev.strait.runtime.spi.Emission;
import dev.strait.runtime.spi.Selection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The other nodes of the application. What is sent to them is published to the topics of its recipients; what arrives is passed
 * to this node. Safe for all threads.
 */
public final class Cluster {

    private static final Log LOG = Log.of(Cluster.class);

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    /** How long a node that stops waits until the engine has accepted its goodbye. */
    private static final long MAX_GOODBYE_MILLIS = 1_000;

    private static final long MILLI_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final int MAX_KEPT_AT_ONCE = 500;
    private static final long KEPT_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String self;
    private final String name;
    private final Engine engine;
    private final Environment environment;
    private final boolean isAlone;
    private final Interest interest;
    private final Peers peers = new Peers();
    private final Link link = new Link();
    private final Outgoing outgoing;
    private final Questions questions;
    private final Closes closes = new Closes();
    private final Links links = new Links();
    private final Liveness liveness;
    /** Null before the start. */
    private volatile @Nullable Future<?> sending;

    /**
     * Creates a cluster of this node, and of those that the engine connects with it.
     *
     * @param name the name of the node for people
     */
    public Cluster(NodeId self, String name, Engine engine, Environment environment) {
        this.self = self.toString();
        this.name = name;
        this.engine = engine;
        this.environment = environment;
        this.isAlone = engine.isAlone();
        this.interest = new Interest(engine, environment.threads());
        this.outgoing = new Outgoing(engine, peers, environment);
        this.questions = new Questions(environment.threads());
        this.liveness = new Liveness(this.self, name, engine, outgoing, peers, link, environment, this::gone);
    }

    private void gone(String node) {
        questions.gone(node);
        links.forget(node);
    }

    /** Whether there are no other nodes, so that nothing needs to be encoded or published. */
    public boolean isAlone() {
        return isAlone;
    }

    /** Connects this node. */
    public void start(LocalNode local) {
        CompletionStage<Void> unused = engine.start(self, new Receiving(local));
        if (!isAlone) {
            interest.keep(Topics.ofNode(self));
            interest.keep(Topics.ofAllNodes());
            liveness.start();
            sending = environment.threads().withFixedDelay(this::sendKept, KEPT_INTERVAL_NANOS);
        }
    }

    /** Receives what is sent to all connections of a channel. */
    public void serve(String channel) {
        if (!isAlone) {
            interest.keep(Topics.ofChannel(channel));
            liveness.serve(channel);
        }
    }

    /** Returns what keeps this node subscribed to the rooms and users of a channel. */
    public Occupancy occupancy(String channel) {
        return isAlone ? Occupancy.NONE : new Subscribing(interest, channel);
    }

    /**
     * Receives what is sent to a room, until {@link #releaseRoom}.
     *
     * @return completes when the engine has confirmed it; fails while it is not reachable
     */
    public CompletableFuture<Void> holdRoom(String channel, String room) {
        return isAlone ? DONE : interest.hold(Topics.ofRoom(channel, room));
    }

    /** Ends a hold. */
    public void releaseRoom(String channel, String room) {
        if (!isAlone) {
            interest.release(Topics.ofRoom(channel, room));
        }
    }

    /** Receives what is sent to a user, like {@link #holdRoom}. */
    public CompletableFuture<Void> holdUser(String channel, String user) {
        return isAlone ? DONE : interest.hold(Topics.ofUser(channel, user));
    }

    /** Ends a hold. */
    public void releaseUser(String channel, String user) {
        if (!isAlone) {
            interest.release(Topics.ofUser(channel, user));
        }
    }

    /**
     * Sends a message to the connections of other nodes.
     *
     * @param emission an encoded message, or a relay of one
     * @return completes when the engine has accepted it
     */
    public CompletionStage<Void> publish(Emission emission) {
        return publish(new Parcel.Emit(self, outgoing.nextId(), emission));
    }

    /**
     * Closes connections of other nodes. If they cannot be reached now, that is done when they can be.
     *
     * @return completes when the engine has accepted it
     */
    public CompletionStage<Void> close(String channel, Selection to, CloseReason reason) {
        if (isAlone) {
            return DONE;
        }
        Closes.Decided close = new Closes.Decided(channel, to, reason, environment.now());
        closes.add(close);
        return send(new Closes.Job(close, null));
    }

    /** Sends closes that others have not heard: some now, and the rest later. */
    private void sendKept() {
        if (link.isUp()) {
            for (Closes.Job job : closes.take(MAX_KEPT_AT_ONCE)) {
                CompletableFuture<Void> unused = send(job);
            }
        }
    }

    private CompletableFuture<Void> send(Closes.Job job) {
        Closes.Decided close = job.close();
        // Rounded up, so that a connection which has begun since stays.
        long ageMillis = TimeUnit.NANOSECONDS.toMillis(environment.now() - close.decidedAt() + MILLI_NANOS - 1);
        Parcel.Close parcel =
                new Parcel.Close(self, outgoing.nextId(), close.channel(), close.to(), close.reason(), ageMillis);
        CompletableFuture<Void> published =
                job.peer() == null ? publish(parcel) : outgoing.publish(Topics.ofNode(job.peer()), parcel);
        CompletableFuture<Void> unused = published.whenComplete((accepted, failure) -> {
            if (failure != null) {
                closes.retry(job);
            }
        });
        return published;
    }

    private CompletableFuture<Void> publish(Parcel.Addressed parcel) {
        Set<Topic> topics = Topics.of(parcel.channel(), parcel.to(), self);
        return topics.isEmpty() ? DONE : outgoing.publish(topics, parcel);
    }

    /**
     * Asks the other nodes about a channel.
     *
     * @param own what this node has found
     * @return completes within a second, and never fails
     */
    public CompletableFuture<Outcome> ask(String channel, Inquiry inquiry, Findings own) {
        Optional<String> only = inquiry.isOfConnection() ? NodeId.of(inquiry.subject()) : Optional.empty();
        if (isAlone || only.filter(self::equals).isPresent()) {
            return CompletableFuture.completedFuture(new Outcome(List.of(own), true));
        }
        boolean isSettled = link.isSettled(environment.now());
        boolean isConnected = link.state() == BackplaneView.State.CONNECTED;
        Set<String> expected = only.map(node -> peers.contains(node) ? Set.of(node) : Set.<String>of())
                .orElseGet(() -> peers.serving(channel));
        long id = outgoing.nextId();
        CompletableFuture<Outcome> outcome = questions.begin(id, own, isConnected ? expected : Set.of(), isSettled);
        if (isConnected && !expected.isEmpty()) {
            Topic topic = only.map(Topics::ofNode).orElseGet(() -> Topics.ofChannel(channel));
            CompletableFuture<Void> unused = outgoing.publish(topic, new Parcel.Question(self, id, channel, inquiry))
                    .whenComplete((accepted, failure) -> {
                        if (failure != null) {
                            questions.end(id);
                        }
                    });
        }
        return outcome;
    }

    /** Returns the current time of the wall clock, in milliseconds since 1970. */
    public long wallMillis() {
        return environment.wallMillis();
    }

    /** Returns the state of the connection to the other nodes. */
    public BackplaneView view() {
        BackplaneView.Builder view = BackplaneView.builder(self).name(name);
        if (!isAlone) {
            List<BackplaneView.Peer> others = peers.all().stream()
                    .map(peer -> new BackplaneView.Peer(peer.id(), peer.name()))
                    .sorted(Comparator.comparing(BackplaneView.Peer::name).thenComparing(BackplaneView.Peer::id))
                    .toList();
            view.state(link.state())
                    .reason(link.reason())
                    .peers(others)
                    .topics(interest.count(), interest.countUnconfirmed())
                    .inFlight(outgoing.inFlight());
        }
        return view.build();
    }

    /** Says goodbye and disconnects this node. Blocks until the engine has accepted the goodbye, but not for long. */
    public void close() {
        Future<?> task = sending;
        if (task != null) {
            task.cancel(false);
        }
        liveness.stop();
        interest.close();
        if (link.state() == BackplaneView.State.CONNECTED) {
            sayGoodbye();
        }
        questions.endAll();
        engine.close();
    }

    private void sayGoodbye() {
        try {
            outgoing.publish(Topics.ofAllNodes(), new Parcel.Goodbye(self, outgoing.nextId()))
                    .get(MAX_GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException noTime) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unreachable) {
            LOG.info("The other nodes could not be told that this node stops. They notice it within 20 s.");
        }
    }

    /** Takes what arrives. */
    private final class Receiving implements Arrivals {

        private final LocalNode local;
        private final Incoming incoming = new Incoming(self, environment, links, this::take);

        Receiving(LocalNode local) {
            this.local = local;
        }

        @Override
        public void received(Topic topic, Envelope envelope) {
            incoming.received(envelope);
        }

        private void take(Parcel parcel) {
            if (parcel instanceof Parcel.Emit emit) {
                local.deliver(emit.emission());
            } else if (parcel instanceof Parcel.Close close) {
                long until = environment.now() - TimeUnit.MILLISECONDS.toNanos(close.ageMillis());
                local.close(close.channel(), close.to(), close.reason(), until);
            } else if (parcel instanceof Parcel.Question question) {
                Findings findings = local.answer(question.channel(), question.inquiry());
                CompletableFuture<Void> unused = outgoing.publish(
                        Topics.ofNode(question.origin()),
                        new Parcel.Reply(self, outgoing.nextId(), question.id(), findings));
            } else if (parcel instanceof Parcel.Reply reply) {
                questions.answered(reply);
            } else if (parcel instanceof Parcel.Alive alive) {
                liveness.heard(alive);
                if (alive.isNew() && !alive.origin().equals(self)) {
                    closes.sendTo(alive.origin(), environment.now());
                    sendKept();
                }
            } else if (parcel instanceof Parcel.Goodbye goodbye) {
                liveness.left(goodbye.origin());
            }
        }

        @Override
        public void up() {
            interest.confirmed();
            incoming.run(() -> {
                link.connected(environment.now());
                peers.forgive(environment.now());
                LOG.info("The backplane is connected.");
                notifyListeners(new BackplaneEvent.Connected());
                liveness.connected();
                sendKept();
            });
        }

        @Override
        public void down(Optional<Throwable> why) {
            String cause = withoutPeriod(why.map(Throwable::getMessage).orElse("no reason is known"));
            outgoing.disconnected();
            interest.disconnected();
            incoming.run(() -> {
                link.disconnected(cause);
                LOG.warning("The backplane is not connected, so this node goes on alone: " + cause + ".", null);
                notifyListeners(new BackplaneEvent.Disconnected(cause));
                questions.endAll();
            });
        }

        @Override
        public void lost(Set<Topic> topics) {
            incoming.run(() -> {
                LOG.warning("Subscriptions of the backplane were lost and restored: " + topics.size() + ".", null);
                notifyListeners(new BackplaneEvent.Lost(Loss.SUBSCRIPTION, topics.size()));
            });
        }

        private static String withoutPeriod(String text) {
            return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        }

        private void notifyListeners(BackplaneEvent event) {
            environment.foreign().notifyListeners(listener -> listener.backplane(event));
        }
    }
}
