package dev.strait.runtime.spi.codec;

/** How much JSON one frame may hold, whatever its contract says. */
final class JsonLimits {

    /** Objects and arrays inside of each other, the frame's own object among them. */
    static final int DEPTH = 32;
    /** Values and names. */
    static final int TOKENS = 4_096;

    static final int NAME_CHARS = 256;
    static final int NUMBER_CHARS = 100;
    /** For strings without a constraint of their own. */
    static final int STRING_CHARS = 16_384;
    /** For decimals, so that nobody can be made to compute with a million digits. */
    static final int SCALE = 10_000;

    private JsonLimits() {}
}
