package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.BackplaneEvent;
import dev.strait.runtime.internal.foreign.Engine;
import dev.strait.runtime.internal.foreign.Log;
import dev.strait.runtime.internal.work.Environment;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says that this node lives, notices which others do, and whether what it says comes back: a link can be up and lead to a
 * server that has lost its role. Safe for all threads.
 */
final class Liveness {

    private static final Log LOG = Log.of(Liveness.class);

    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final String self;
    private final String name;
    private final Engine engine;
    private final Outgoing outgoing;
    private final Peers peers;
    private final Link link;
    private final Environment environment;
    private final Consumer<String> whenGone;
    private final Set<String> channels = ConcurrentHashMap.newKeySet();
    /** The nodes that the log has named as foreign. */
    private final Set<String> foreign = ConcurrentHashMap.newKeySet();

    private volatile @Nullable Future<?> beating;
    private volatile long lastBeat;
    private volatile boolean isStopped;

    /**
     * Creates the liveness of a node.
     *
     * @param whenGone called with the id of a node that has gone
     */
    Liveness(
            String self,
            String name,
            Engine engine,
            Outgoing outgoing,
            Peers peers,
            Link link,
            Environment environment,
            Consumer<String> whenGone) {
        this.self = self;
        this.name = name;
        this.engine = engine;
        this.outgoing = outgoing;
        this.peers = peers;
        this.link = link;
        this.environment = environment;
        this.whenGone = whenGone;
    }

    void start() {
        lastBeat = environment.now();
        beating = environment.threads().withFixedDelay(this::beat, INTERVAL_NANOS);
    }

    void serve(String channel) {
        channels.add(channel);
        announce(false);
    }

    /** The engine is reachable. */
    void connected() {
        announce(true);
    }

    /** Called by the timer. */
    private void beat() {
        try {
            long now = environment.now();
            boolean wasPaused = now - lastBeat > 2 * INTERVAL_NANOS;
            lastBeat = now;
            if (wasPaused) {
                link.paused(now);
                peers.forgive(now);
            }
            announce(wasPaused);
            if (link.isUp()) { // else the others cannot be heard
                peers.removeSilent(now).forEach(peer -> gone(peer, false));
            }
            long silence = link.checkOwn(now);
            if (silence > 0) {
                unheard(Duration.ofNanos(silence));
            }
        } catch (Throwable unexpected) {
            LOG.error("The liveness check failed; it continues.", unexpected);
        }
    }

    private void unheard(Duration silence) {
        LOG.warning(
                "What this node publishes has not come back for " + silence.toSeconds()
                        + " s, although the engine is reachable. Connecting anew.",
                null);
        notifyListeners(new BackplaneEvent.Unheard(silence));
        engine.reconnect();
    }

    /**
     * Says that this node lives, if the engine is reachable.
     *
     * @param isNew whether the others should answer at once
     */
    private void announce(boolean isNew) {
        if (link.isUp() && !isStopped) {
            CompletableFuture<Void> unused = outgoing.publish(Topics.ofAllNodes(), alive(isNew));
        }
    }

    private Parcel.Alive alive(boolean isNew) {
        return new Parcel.Alive(
                self, outgoing.nextId(), name, ParcelFormat.OLDEST, ParcelFormat.NEWEST, Set.copyOf(channels), isNew);
    }

    /** A node lives. */
    void heard(Parcel.Alive alive) {
        long now = environment.now();
        if (alive.origin().equals(self)) {
            if (link.heardOwn(now)) {
                LOG.info("What this node publishes comes back again.");
                notifyListeners(new BackplaneEvent.Connected());
            }
            return;
        }
        Peers.Peer known = peers.put(alive, now);
        if (known == null) {
            LOG.info("Node " + describe(alive) + " has joined.");
            notifyListeners(new BackplaneEvent.PeerFound(alive.origin(), alive.name()));
            checkVersion(alive);
        } else if (now - known.foundAt() >= INTERVAL_NANOS) {
            checkChannels(alive);
        }
        if (alive.isNew() && !isStopped) {
            CompletableFuture<Void> unused = outgoing.publish(Topics.ofNode(alive.origin()), alive(false));
        }
    }

    private static String describe(Parcel.Alive node) {
        return node.name().equals(node.origin()) ? node.name() : node.name() + " (" + node.origin() + ")";
    }

    private static void checkVersion(Parcel.Alive alive) {
        if (alive.newestVersion() < ParcelFormat.OLDEST || alive.oldestVersion() > ParcelFormat.NEWEST) {
            LOG.warning(
                    "Node " + alive.name()
                            + " has a version of Strait that does not read this node's messages, or the other"
                            + " way round. Upgrade one minor version at a time.",
                    null);
        }
    }

    /** Another application that shares the engine by mistake has other channels. */
    private void checkChannels(Parcel.Alive alive) {
        boolean isForeign =
                !channels.isEmpty() && !alive.channels().isEmpty() && Collections.disjoint(channels, alive.channels());
        if (isForeign && foreign.add(alive.origin())) {
            LOG.warning(
                    "Node " + alive.name() + " serves none of the channels of this node. If it belongs to another"
                            + " application, give each application a name of its own in the settings of the backplane.",
                    null);
        }
    }

    /** A node stops. */
    void left(String id) {
        Peers.Peer peer = peers.remove(id);
        if (peer != null) {
            gone(peer, true);
        }
    }

    private void gone(Peers.Peer peer, boolean hasStopped) {
        foreign.remove(peer.id());
        if (hasStopped) {
            LOG.info("Node " + describe(peer.alive()) + " has stopped.");
        } else {
            LOG.warning("Node " + describe(peer.alive()) + " is silent. Its connections count as closed.", null);
        }
        whenGone.accept(peer.id());
        notifyListeners(new BackplaneEvent.PeerGone(peer.id(), peer.name(), hasStopped));
    }

    /** Says nothing more. */
    void stop() {
        isStopped = true;
        Future<?> task = beating;
        if (task != null) {
            task.cancel(false);
        }
    }

    List<Peers.Peer> peers() {
        return peers.all();
    }

    private void notifyListeners(BackplaneEvent event) {
        environment.foreign().notifyListeners(listener -> listener.backplane(event));
    }
}
