package dev.strait.runtime.internal.work;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** The source of connection ids. Safe for all threads if its supplier is. */
public final class Ids {

    private static final int BYTES = 16;

    private final Supplier<String> source;

    private Ids(Supplier<String> source) {
        this.source = source;
    }

    /** Returns a source of ids that are not predictable. */
    public static Ids random() {
        SecureRandom random = new SecureRandom();
        return new Ids(() -> {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        });
    }

    /** Returns a source of the application. */
    public static Ids of(Supplier<String> source) {
        return new Ids(source);
    }

    public String next() {
        return source.get();
    }
}
