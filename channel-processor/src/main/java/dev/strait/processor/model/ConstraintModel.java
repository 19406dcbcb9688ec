package dev.strait.processor.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A constraint on a value.
 *
 * @param rule the kind of check
 * @param name the name in violations, such as {@code not-blank}
 * @param least the minimum, for {@code SIZE} and {@code LEAST}
 * @param most the maximum, for {@code SIZE} and {@code MOST}; the maximum number of integer digits, for {@code DIGITS}
 * @param fraction the maximum number of fraction digits, for {@code DIGITS}
 * @param isInclusive whether a bound itself is valid, or the present for {@code PAST} and {@code FUTURE}
 * @param regex the regular expression, for {@code PATTERN}
 * @param parts the constraints that must all hold, for {@code ALL}
 * @param message the text that replaces the default message
 */
public record ConstraintModel(
        Rule rule,
        String name,
        BigDecimal least,
        BigDecimal most,
        int fraction,
        boolean isInclusive,
        Optional<RegexModel> regex,
        List<ConstraintModel> parts,
        Optional<String> message) {

    /** The kinds of checks that generated code supports. */
    public enum Rule {
        NOT_NULL,
        NOT_BLANK,
        NOT_EMPTY,
        SIZE,
        LEAST,
        MOST,
        DIGITS,
        PATTERN,
        EMAIL,
        PAST,
        FUTURE,
        IS_TRUE,
        IS_FALSE,
        ALL;

        /** Returns whether the constraint rejects null. */
        public boolean rejectsNull() {
            return this == NOT_NULL || this == NOT_BLANK || this == NOT_EMPTY;
        }
    }

    /** The maximum of a {@code SIZE} that has none. */
    public static final BigDecimal UNBOUNDED = BigDecimal.valueOf(Integer.MAX_VALUE);

    public ConstraintModel {
        parts = List.copyOf(parts);
    }

    /** Returns a constraint without parameters. */
    public static ConstraintModel of(Rule rule, String name) {
        return new ConstraintModel(
                rule, name, BigDecimal.ZERO, BigDecimal.ZERO, 0, true, Optional.empty(), List.of(), Optional.empty());
    }

    public ConstraintModel withBounds(BigDecimal lower, BigDecimal upper) {
        return new ConstraintModel(rule, name, lower, upper, fraction, isInclusive, regex, parts, message);
    }

    public ConstraintModel withInclusive(boolean inclusive) {
        return new ConstraintModel(rule, name, least, most, fraction, inclusive, regex, parts, message);
    }

    public ConstraintModel withDigits(int integerDigits, int fractionDigits) {
        return new ConstraintModel(
                rule,
                name,
                least,
                BigDecimal.valueOf(integerDigits),
                fractionDigits,
                isInclusive,
                regex,
                parts,
                message);
    }

    public ConstraintModel withRegex(RegexModel pattern) {
        return new ConstraintModel(
                rule, name, least, most, fraction, isInclusive, Optional.of(pattern), parts, message);
    }

    public ConstraintModel withParts(List<ConstraintModel> all) {
        return new ConstraintModel(rule, name, least, most, fraction, isInclusive, regex, all, message);
    }

    public ConstraintModel withMessage(Optional<String> text) {
        return new ConstraintModel(rule, name, least, most, fraction, isInclusive, regex, parts, text);
    }

    /** Returns the last valid integer of a {@code LEAST} or {@code MOST}. */
    public BigDecimal lastInteger() {
        boolean isLeast = rule == Rule.LEAST;
        BigDecimal bound = isLeast ? least : most;
        BigDecimal integer = bound.setScale(0, isLeast ? RoundingMode.CEILING : RoundingMode.FLOOR);
        if (isInclusive || integer.compareTo(bound) != 0) {
            return integer;
        }
        return isLeast ? integer.add(BigDecimal.ONE) : integer.subtract(BigDecimal.ONE);
    }

    /** Returns the constraint itself, or the constraints that it is composed of. */
    public Stream<ConstraintModel> flat() {
        return rule == Rule.ALL ? parts.stream().flatMap(ConstraintModel::flat) : Stream.of(this);
    }

    /** Returns whether the constraint limits the size of a value. */
    public boolean isUpperSize() {
        return rule == Rule.SIZE && most.compareTo(UNBOUNDED) < 0;
    }
}
