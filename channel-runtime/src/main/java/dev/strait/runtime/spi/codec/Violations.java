package dev.strait.runtime.spi.codec;

import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one message. Not thread-safe: it belongs to one reading. */
public final class Violations {

    /** More than a person reads; with the length of a path a bound on what a hostile frame makes us answer. */
    static final int MAX = 100;

    private static final int MAX_PATH_LENGTH = 256;

    /** No place in the frame: paths start at its root. */
    static final int ROOT = Integer.MIN_VALUE;

    private final @Nullable JsonInput frame;
    /** Paths of those that have a place start there. */
    private final List<Violation> found = new ArrayList<>(4);

    /** By index, the place of each; null as long as all are at the root. */
    private int @Nullable [] places;

    private int place = ROOT;
    private int count;

    /** Violations of a value that stands alone, so that paths start at it. */
    public Violations() {
        this(null);
    }

    Violations(@Nullable JsonInput frame) {
        this.frame = frame;
    }

    /** The same, with what is added from now on told relative to a place as {@link JsonPointers} knows it, or the root. */
    Violations at(int where) {
        place = where;
        return this;
    }

    /** Notes a violation of the value at hand itself. */
    void add(String rule, String message) {
        add(rule, message, "");
    }

    /**
     * Notes a violation; beyond a hundred they are counted and not kept.
     *
     * @param pointer from the value at hand down to the wrong one, as a JSON Pointer
     */
    public void add(String rule, String message, String pointer) {
        count++;
        if (found.size() == MAX) {
            return;
        }
        if (place != ROOT) {
            if (places == null) {
                places = new int[MAX];
                Arrays.fill(places, ROOT);
            }
            places[found.size()] = place;
        }
        found.add(new Violation(shortened(pointer), rule, message));
    }

    /**
     * The same within a container.
     *
     * @param pointer to the container
     * @param path keys (String) and indexes (Integer) from there on
     */
    public void add(String rule, String message, String pointer, Object... path) {
        StringBuilder combined = new StringBuilder(pointer);
        for (Object segment : path) {
            JsonPointers.append(combined, segment.toString());
        }
        add(rule, message, combined.toString());
    }

    /** Names in it may be the client's, and long. */
    private static String shortened(String path) {
        return path.length() <= MAX_PATH_LENGTH ? path : path.substring(0, MAX_PATH_LENGTH) + "...";
    }

    /** How many there were so far, also those that were not kept. */
    public int size() {
        return count;
    }

    /** Those that were kept, in the order in which they were found. */
    public List<Violation> list() {
        if (frame == null || places == null) {
            return List.copyOf(found);
        }
        Set<Integer> wanted = new HashSet<>();
        for (int i = 0; i < found.size(); i++) {
            wanted.add(places[i]);
        }
        wanted.remove(ROOT);
        Map<Integer, String> pointers = JsonPointers.of(frame, wanted);
        List<Violation> placed = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Violation violation = found.get(i);
            String path = pointers.getOrDefault(places[i], "") + violation.path();
            placed.add(new Violation(shortened(path), violation.rule(), violation.message()));
        }
        return placed;
    }

    /** Throws what was found, if anything. */
    public void throwIfAny() {
        if (count > 0) {
            throw FrameException.invalid(list());
        }
    }
}
