package dev.strait.processor.browser;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The bound of a number as JavaScript compares it. A client sends the shortest decimal of a double; what the server accepts
 * must be accepted here, so a bound that is not exact includes itself.
 *
 * @param literal the literal of the bound
 * @param isInclusive whether the bound itself is valid
 * @param isPrinted whether JavaScript prints the bound as the server does
 */
record Bounds(String literal, boolean isInclusive, boolean isPrinted) {

    private static final int SAFE_DIGITS = 15;
    private static final BigDecimal MAX_SAFE = BigDecimal.valueOf(1L << 53);
    private static final BigDecimal MAX_OF_FLOAT = BigDecimal.valueOf(1L << 24);

    /** Returns the bound of a double, or of an integer or decimal that is sent as a number. */
    static Optional<Bounds> ofNumber(BigDecimal bound, boolean isInclusive) {
        String text = bound.toPlainString();
        boolean isSafe =
                bound.abs().compareTo(MAX_SAFE) <= 0 && bound.precision() <= SAFE_DIGITS + 1 && text.length() <= 40;
        if (!isSafe) {
            return Optional.empty();
        }
        boolean isExact = new BigDecimal(Double.toString(bound.doubleValue())).compareTo(bound) == 0;
        boolean isPrinted = text.matches("-?\\d{1,15}") || text.matches("-?\\d{1,6}\\.\\d{0,5}[1-9]");
        return Optional.of(new Bounds(text, isInclusive || !isExact, isPrinted));
    }

    /** Returns the bound of a float, which the client rounds first. */
    static Optional<Bounds> ofFloat(BigDecimal bound, boolean isInclusive) {
        boolean isExact = bound.stripTrailingZeros().scale() <= 0 && bound.abs().compareTo(MAX_OF_FLOAT) <= 0;
        return isExact ? ofNumber(bound, isInclusive) : Optional.empty();
    }

    /** Returns the bound of an integer in a string, which is exact at any size. */
    static Optional<Bounds> ofBigInt(BigDecimal bound, boolean isInclusive) {
        boolean isInteger = bound.stripTrailingZeros().scale() <= 0;
        if (isInteger && bound.precision() - bound.scale() < 100) {
            return Optional.of(new Bounds(bound.toBigInteger() + "n", isInclusive, bound.scale() == 0));
        }
        return ofNumber(bound, isInclusive);
    }
}
