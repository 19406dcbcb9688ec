package dev.strait.processor.model;

import java.util.Optional;

/**
 * A regular expression.
 *
 * @param regex as it was written
 * @param flags those of {@link java.util.regex.Pattern}
 * @param linear the same without backtracking, where it needs none
 */
public record RegexModel(String regex, int flags, Optional<LinearPattern> linear) {}
