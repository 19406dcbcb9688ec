package dev.strait.runtime.internal.cluster;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The other nodes that live. Safe for all threads. */
final class Peers {

    /** A node that is silent for longer has gone. */
    static final long MAX_SILENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

    /** Another node: what it has said last, and when it was heard first and last. */
    record Peer(Parcel.Alive alive, long foundAt, long heardAt) {

        String id() {
            return alive.origin();
        }

        String name() {
            return alive.name();
        }
    }

    /** Guarded by this. */
    private final Map<String, Peer> byId = new LinkedHashMap<>();
    /** The newest version of parcels that all nodes read. Written with the lock of this. */
    private volatile int version = ParcelFormat.NEWEST;

    /** Records that a node lives. Returns what was known of it; null if nothing was. */
    synchronized @Nullable Peer put(Parcel.Alive alive, long now) {
        Peer known = byId.get(alive.origin());
        byId.put(alive.origin(), new Peer(alive, known == null ? now : known.foundAt(), now));
        chooseVersion();
        return known;
    }

    /** Removes a node. Returns it; null if it was not known. */
    synchronized @Nullable Peer remove(String id) {
        Peer removed = byId.remove(id);
        chooseVersion();
        return removed;
    }

    private void chooseVersion() {
        int newest = ParcelFormat.NEWEST;
        for (Peer peer : byId.values()) {
            newest = Math.min(newest, peer.alive().newestVersion());
        }
        version = Math.max(newest, ParcelFormat.OLDEST);
    }

    /** All have time to say again that they live, because this node could not hear them. */
    synchronized void forgive(long now) {
        byId.replaceAll((id, peer) -> new Peer(peer.alive(), peer.foundAt(), now));
    }

    /** Removes the nodes that have been silent for too long, and returns them. */
    synchronized List<Peer> removeSilent(long now) {
        List<Peer> silent = new ArrayList<>();
        for (Iterator<Peer> each = byId.values().iterator(); each.hasNext(); ) {
            Peer peer = each.next();
            if (now - peer.heardAt() > MAX_SILENCE_NANOS) {
                silent.add(peer);
                each.remove();
            }
        }
        chooseVersion();
        return silent;
    }

    synchronized List<Peer> all() {
        return List.copyOf(byId.values());
    }

    synchronized boolean contains(String id) {
        return byId.containsKey(id);
    }

    /** Returns the nodes that serve a channel. */
    Set<String> serving(String channel) {
        return all().stream()
                .filter(peer -> peer.alive().channels().contains(channel))
                .map(Peer::id)
                .collect(Collectors.toSet());
    }

    /** Returns the newest version of parcels that all nodes read. */
    int version() {
        return version;
    }
}
