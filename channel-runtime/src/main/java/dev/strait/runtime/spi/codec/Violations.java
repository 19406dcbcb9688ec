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

/** Collects the violations of one message. Belongs to one reader; not thread-safe. */
public final class Violations {

    /**
     * The maximum number of violations that are kept. With the maximum length of a path, it bounds the answer to a
     * hostile frame.
     */
    static final int MAX = 100;

    private static final int MAX_PATH_LENGTH = 256;

    /** No position in the frame: paths start at its root. */
    static final int ROOT = Integer.MIN_VALUE;

    private final @Nullable JsonInput frame;
    /** The path of a violation that has a position starts there. */
    private final List<Violation> found = new ArrayList<>(4);

    /** By index, the position of each violation; null while all are at the root. */
    private int @Nullable [] positions;

    private int position = ROOT;
    private int count;

    /** Creates violations of a value that is not part of a frame. Paths start at the value. */
    public Violations() {
        this(null);
    }

    Violations(@Nullable JsonInput frame) {
        this.frame = frame;
    }

    /**
     * Sets the position for the violations that are added from now on, as {@link JsonPointers} defines it, or the root.
     * Returns this.
     */
    Violations at(int newPosition) {
        position = newPosition;
        return this;
    }

    /** Adds a violation of the current value itself. */
    void add(String rule, String message) {
        add(rule, message, "");
    }

    /**
     * Adds a violation. After the first hundred, violations are counted but not kept.
     *
     * @param pointer the JSON Pointer from the current value to the wrong one
     */
    public void add(String rule, String message, String pointer) {
        count++;
        if (found.size() == MAX) {
            return;
        }
        if (position != ROOT) {
            if (positions == null) {
                positions = new int[MAX];
                Arrays.fill(positions, ROOT);
            }
            positions[found.size()] = position;
        }
        found.add(new Violation(shortened(pointer), rule, message));
    }

    /**
     * Adds a violation within a container.
     *
     * @param pointer the JSON Pointer from the current value to the container
     * @param path keys (String) and indexes (Integer) from the container on
     */
    public void add(String rule, String message, String pointer, Object... path) {
        StringBuilder combined = new StringBuilder(pointer);
        for (Object segment : path) {
            JsonPointers.append(combined, segment.toString());
        }
        add(rule, message, combined.toString());
    }

    /** Paths may contain names from the client, of any length. */
    static String shortened(String path) {
        return path.length() <= MAX_PATH_LENGTH ? path : path.substring(0, MAX_PATH_LENGTH) + "...";
    }

    /** Returns the number of violations, including those that were not kept. */
    public int size() {
        return count;
    }

    /** Returns the violations that were kept, in the order in which they were found. */
    public List<Violation> list() {
        if (frame == null || positions == null) {
            return List.copyOf(found);
        }
        Set<Integer> wanted = new HashSet<>();
        for (int i = 0; i < found.size(); i++) {
            wanted.add(positions[i]);
        }
        wanted.remove(ROOT);
        Map<Integer, String> pointers = JsonPointers.of(frame, wanted);
        List<Violation> placed = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Violation violation = found.get(i);
            String path = pointers.getOrDefault(positions[i], "") + violation.path();
            placed.add(new Violation(shortened(path), violation.rule(), violation.message()));
        }
        return placed;
    }

    /**
     * Throws the violations, if there are any.
     *
     * @throws FrameException {@code invalid} with all violations that were kept
     */
    public void throwIfAny() {
        if (count > 0) {
            throw FrameException.invalid(list());
        }
    }
}
