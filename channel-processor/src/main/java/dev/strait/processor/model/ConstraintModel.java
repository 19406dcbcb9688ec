package dev.strait.processor.model;

import java.util.Optional;

/**
 * What a value must be.
 *
 * @param rule the rule
 * @param least of {@code SIZE} and {@code MIN}
 * @param most of {@code SIZE} and {@code MAX}
 * @param regex of {@code PATTERN}
 * @param linear of {@code PATTERN}, where its regex needs no backtracking
 * @param message the author's own text
 */
public record ConstraintModel(
        Rule rule, long least, long most, String regex, Optional<LinearPattern> linear, Optional<String> message) {

    /** The rules that generated code can check. */
    public enum Rule {
        NOT_NULL("not-null"),
        NOT_BLANK("not-blank"),
        NOT_EMPTY("not-empty"),
        SIZE("size"),
        MIN("min"),
        MAX("max"),
        PATTERN("pattern"),
        POSITIVE("positive"),
        POSITIVE_OR_ZERO("positive-or-zero");

        private final String wireName;

        Rule(String wireName) {
            this.wireName = wireName;
        }

        /** Its name in violations. */
        public String wireName() {
            return wireName;
        }

        /** Whether it refuses null, which a type that is not nullable does already. */
        public boolean demandsValue() {
            return this == NOT_NULL || this == NOT_BLANK || this == NOT_EMPTY;
        }
    }
}
