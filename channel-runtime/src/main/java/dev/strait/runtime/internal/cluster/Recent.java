package dev.strait.runtime.internal.cluster;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The parcels of the last minutes that may arrive by several topics, so that each is taken once. Safe for all threads. */
final class Recent {

    private static final long MAX_AGE = TimeUnit.MINUTES.toNanos(2);
    private static final int MAX_COUNT = 200_000;

    private record Key(String origin, long id) {}

    /** When each has arrived, the oldest first. Guarded by this. */
    private final Map<Key, Long> arrivals = new LinkedHashMap<>();

    /** Whether a parcel arrives for the first time. */
    synchronized boolean isNew(Parcel parcel, long now) {
        boolean isNew = arrivals.putIfAbsent(new Key(parcel.origin(), parcel.id()), now) == null;
        Iterator<Long> oldest = arrivals.values().iterator();
        while (oldest.hasNext() && (now - oldest.next() > MAX_AGE || arrivals.size() > MAX_COUNT)) {
            oldest.remove();
        }
        return isNew;
    }
}
