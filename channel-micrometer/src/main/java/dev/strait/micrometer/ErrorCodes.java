package dev.strait.micrometer;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Error codes as tags: Strait's own, and a limited number of those of the application. */
final class ErrorCodes {

    /** See docs/errors-and-limits.md. */
    static final Set<String> OWN = Set.of(
            "malformed",
            "invalid",
            "unknown-type",
            "not-joined",
            "room-required",
            "room-invalid",
            "unauthenticated",
            "forbidden",
            "not-found",
            "conflict",
            "rate",
            "overloaded",
            "internal");

    private final int maxApplicationCodes;
    private final Set<String> applicationCodes = ConcurrentHashMap.newKeySet();

    ErrorCodes(int maxApplicationCodes) {
        this.maxApplicationCodes = maxApplicationCodes;
    }

    /** Returns the tag of a code: the code itself, or {@code other} if there are too many. Remembers the code. */
    String tag(String code) {
        if (OWN.contains(code) || applicationCodes.contains(code)) {
            return code;
        }
        synchronized (this) {
            if (applicationCodes.size() < maxApplicationCodes) {
                applicationCodes.add(code);
            }
            return applicationCodes.contains(code) ? code : "other";
        }
    }
}
