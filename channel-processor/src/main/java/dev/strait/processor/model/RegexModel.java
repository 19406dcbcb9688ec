package dev.strait.processor.model;

import java.util.Optional;

/**
 * A regular expression.
 *
 * @param regex the expression as declared
 * @param flags the flags of {@link java.util.regex.Pattern}
 * @param linear the equivalent that needs no backtracking, if there is one
 */
public record RegexModel(String regex, int flags, Optional<LinearPattern> linear) {}
