package dev.strait.runtime.spi.codec;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a set that is read, when a client may send many. A set compares each element with all others that have
 * the same hash code, unless they are strings. A client could send elements with equal hash codes, and occupy a thread
 * with a single message. Therefore, the number of elements with the same hash code is bounded.
 *
 * @param <E> the elements
 */
public final class SetItems<E extends @Nullable Object> {

    /** The maximum number of different elements with the same hash code. */
    static final int MAX_OF_ONE_HASH = 64;

    private final Set<E> items = new LinkedHashSet<>();
    private final Map<Integer, Integer> counts = new HashMap<>();
    private boolean isExceeded;

    /** Creates a set without elements. */
    public SetItems() {}

    /** Adds an element, which may be null. An element that the set has already is ignored. */
    public void add(E item) {
        if (items.add(item) && !(item instanceof String)) {
            count(item);
        }
    }

    private void count(E item) {
        if (items.size() == MAX_OF_ONE_HASH + 1) {
            items.forEach(this::increment);
        } else if (items.size() > MAX_OF_ONE_HASH) {
            increment(item);
        }
    }

    private void increment(E item) {
        int hash = Objects.hashCode(item);
        isExceeded |= counts.merge(hash, 1, Integer::sum) > MAX_OF_ONE_HASH;
    }

    /** Returns the number of different elements. */
    public int size() {
        return items.size();
    }

    /** Returns whether too many elements have the same hash code. Then no more may be added. */
    public boolean isExceeded() {
        return isExceeded;
    }

    /** Returns the elements as an unmodifiable set, in the order in which they were added first. */
    public Set<E> toSet() {
        return Collections.unmodifiableSet(items);
    }
}
