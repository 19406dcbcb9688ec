package dev.strait.runtime.internal.cluster;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The newest connection to the engine by which parcels of each node have come. What was on its way in an older connection may
 * arrive after what was sent by a newer one: it is too late then. Safe for all threads.
 */
final class Links {

    private final Map<String, Integer> newest = new ConcurrentHashMap<>();

    /** Records a parcel. Returns whether a parcel of a newer connection has arrived before it. */
    boolean isLate(ParcelFormat.Sent sent) {
        return newest.merge(sent.origin(), sent.link(), Math::max) > sent.link();
    }

    /** A node has gone. */
    void forget(String origin) {
        newest.remove(origin);
    }
}
