package dev.strait.runtime.internal.work;

import java.util.function.Supplier;

/** The source of connection ids. Safe for all threads if its supplier is. */
public final class Ids {

    private final Supplier<String> source;

    private Ids(Supplier<String> source) {
        this.source = source;
    }

    /** Returns a source that calls another. */
    public static Ids of(Supplier<String> source) {
        return new Ids(source);
    }

    public String next() {
        return source.get();
    }
}
