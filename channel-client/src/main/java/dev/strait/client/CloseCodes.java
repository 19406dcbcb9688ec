package dev.strait.client;

import java.util.Set;

/** Close codes that mean something to a client. */
final class CloseCodes {

    static final int NORMAL = 1000;
    static final int LOST = 1006;
    static final int POLICY = 1008;
    static final int TOO_LARGE = 1009;
    static final int UNAUTHENTICATED = 4401;
    static final int FORBIDDEN = 4403;
    static final int NO_HELLO = 4408;

    /** After these, another attempt would end in the same way. */
    private static final Set<Integer> FINAL = Set.of(NORMAL, 1003, 1007, 4400, FORBIDDEN, 4409, 4410);

    private CloseCodes() {}

    static boolean isFinal(int code) {
        return FINAL.contains(code);
    }
}
