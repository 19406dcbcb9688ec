package dev.strait.runtime.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

/** How much JSON one frame may hold, whatever its contract says. */
final class JsonLimits {

    static final int DEPTH = 32;
    static final int TOKENS = 4_096;
    static final int NAME_CHARS = 256;
    static final int NUMBER_CHARS = 100;
    /** For strings without a constraint of their own. */
    static final int STRING_CHARS = 16_384;

    static final int SCALE = 10_000;

    /** Shared: the factory is immutable, and with canonical names off it remembers nothing of what it reads. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxTokenCount(TOKENS)
                    .maxNameLength(NAME_CHARS)
                    .maxNumberLength(NUMBER_CHARS)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false)
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .build();

    private JsonLimits() {}
}
