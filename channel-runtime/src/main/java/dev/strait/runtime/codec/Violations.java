package dev.strait.runtime.codec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one message. Not thread-safe: it belongs to one reading. */
public final class Violations {

    /** More than a person reads, and a bound on what a hostile frame makes us answer. */
    static final int MOST = 100;

    /** No place in the frame: paths start at its root. */
    private static final int ROOT = Integer.MIN_VALUE;

    private final @Nullable JsonInput frame;
    private final List<Found> found = new ArrayList<>();
    private int place = ROOT;
    private int count;

    /** Violations of a value that stands alone, so that paths start at it. */
    public Violations() {
        this(null);
    }

    Violations(@Nullable JsonInput frame) {
        this.frame = frame;
    }

    /** The same, with what is added from now on told relative to a place as {@link Places} knows it. */
    Violations at(int where) {
        place = where;
        return this;
    }

    /** The same, with what is added from now on told relative to the frame's root. */
    Violations atRoot() {
        return at(ROOT);
    }

    /**
     * Notes a violation; beyond a hundred they are counted and not kept.
     *
     * @param path names (String) and indexes (Integer) from the value at hand down to the wrong one
     */
    public void add(String rule, String message, Object... path) {
        count++;
        if (found.size() < MOST) {
            StringBuilder pointer = new StringBuilder();
            for (Object segment : path) {
                Places.append(pointer, segment.toString());
            }
            found.add(new Found(place, pointer.toString(), rule, message));
        }
    }

    /** How many there were so far, also those that were not kept. */
    public int size() {
        return count;
    }

    /** Those that were kept, in the order in which they were found. */
    public List<Violation> list() {
        Map<Integer, String> pointers = pointers();
        return found.stream()
                .map(one -> new Violation(pointers.getOrDefault(one.place, "") + one.path, one.rule, one.message))
                .toList();
    }

    /** Throws what was found, if anything. */
    public void throwIfAny() {
        if (count > 0) {
            throw FrameException.invalid(list());
        }
    }

    private Map<Integer, String> pointers() {
        Set<Integer> places = new HashSet<>();
        for (Found one : found) {
            if (one.place != ROOT) {
                places.add(one.place);
            }
        }
        return frame == null || places.isEmpty() ? Map.of() : Places.of(frame, places);
    }

    /** A violation whose place is not a path yet. */
    private record Found(int place, String path, String rule, String message) {}
}
