package dev.strait.runtime.internal.cluster;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The parcels of the last seconds that may arrive by several topics, so that each is taken once. Safe for all threads. */
final class Recent {

    private static final long MAX_AGE = TimeUnit.SECONDS.toNanos(5);

    private record Key(String origin, long id) {}

    /** When each has arrived, the oldest first. Guarded by this. */
    private final Map<Key, Long> arrivals = new LinkedHashMap<>();

    /** Whether a parcel arrives for the first time. */
    synchronized boolean isNew(Parcel parcel, long now) {
        Iterator<Long> oldest = arrivals.values().iterator();
        while (oldest.hasNext() && now - oldest.next() > MAX_AGE) {
            oldest.remove();
        }
        return arrivals.putIfAbsent(new Key(parcel.origin(), parcel.id()), now) == null;
    }
}
