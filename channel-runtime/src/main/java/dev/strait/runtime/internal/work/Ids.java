package dev.strait.runtime.internal.work;

import java.security.SecureRandom;
import java.util.Base64;

/** Generates connection ids, which are not predictable. Safe for all threads. */
public final class Ids {

    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
