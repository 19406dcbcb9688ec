package dev.strait.runtime.spi.codec;

/** The limits on the JSON of one frame, independent of its contract. */
final class JsonLimits {

    /** The maximum nesting of objects and arrays, including the object of the frame. */
    static final int DEPTH = 32;
    /** The maximum number of values and names. */
    static final int TOKENS = 4_096;

    static final int NAME_CHARS = 256;
    static final int NUMBER_CHARS = 100;
    /** The maximum length of strings without a constraint of their own. */
    static final int STRING_CHARS = 16_384;
    /** The maximum scale of decimals, so that no client can force computations with a million digits. */
    static final int SCALE = 10_000;

    private JsonLimits() {}
}
