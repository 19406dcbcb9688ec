package dev.strait.runtime.codec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Collects what is wrong with one message. Not thread-safe: it belongs to one reading. */
public final class Violations {

    /** More than a person reads, and a bound on what a hostile frame makes us answer. */
    static final int MOST = 100;

    private final Supplier<String> base;
    private final List<Violation> found = new ArrayList<>();
    private int count;

    /** Violations of a value that stands alone, so that paths start at it. */
    public Violations() {
        this(() -> "");
    }

    Violations(Supplier<String> base) {
        this.base = base;
    }

    /**
     * Notes a violation; beyond a hundred they are counted and not kept.
     *
     * @param path names (String) and indexes (Integer) from the value at hand down to the wrong one
     */
    public void add(String rule, String message, Object... path) {
        count++;
        if (found.size() < MOST) {
            found.add(new Violation(pointer(path), rule, message));
        }
    }

    /** How many there were so far, also those that were not kept. */
    public int size() {
        return count;
    }

    /** A view of those that were kept, in the order in which they were found. */
    public List<Violation> list() {
        return Collections.unmodifiableList(found);
    }

    /** Throws what was found, if anything. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw FrameException.invalid(List.copyOf(found));
        }
    }

    private String pointer(Object... path) {
        StringBuilder pointer = new StringBuilder(base.get());
        for (Object segment : path) {
            pointer.append('/').append(segment.toString().replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
