package dev.strait.runtime.spi.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers and booleans. A value of the wrong type is skipped, with a violation; the result must not be used then.
 * Nothing is converted from one JSON type to another.
 */
class JsonScalars extends JsonTokens {

    JsonScalars(String text) {
        super(text);
    }

    JsonScalars(byte[] utf8) {
        super(utf8);
    }

    /** Reads a {@code null}. Returns false, and reads nothing, if the value is another. */
    public final boolean isNull() {
        return at(pos) > ' ' ? at(pos) == 'n' && literal(pos, NULL) : literal(toValue(), NULL);
    }

    public final boolean booleanValue() {
        if (literal(pos, TRUE)) {
            return true;
        }
        int p = toValue();
        if (literal(p, TRUE)) {
            return true;
        }
        if (at(p) != 'f' || !literal(p + 1, ALSE)) {
            mismatch("must be true or false");
        }
        return false;
    }

    public final byte byteValue() {
        return (byte) integer(Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    public final short shortValue() {
        return (short) integer(Short.MIN_VALUE, Short.MAX_VALUE);
    }

    public final int intValue() {
        return (int) integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Reads an integer without fraction or exponent: {@code 1.0} and {@code 1e3} are violations. */
    public final long longValue() {
        return integer(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    public final float floatValue() {
        int from = toValue();
        int to = number(from);
        if (to == from) {
            return 0;
        }
        float value = Decimals.floatOf(this, from, to);
        if (Float.isInfinite(value)) {
            violationsAt(from).add("type", "must be within the range of a float");
        }
        return value;
    }

    public final double doubleValue() {
        int p = pos;
        long whole = SwarBytes.at(bytes, p);
        int digits = SwarBytes.digits(whole);
        if (SwarBytes.isShort(whole, digits) && SwarBytes.byteAt(whole, digits) == '.') {
            long fraction = SwarBytes.at(bytes, p + digits + 1);
            int decimals = SwarBytes.digits(fraction);
            if (decimals > 0 && decimals < Long.BYTES && (SwarBytes.byteAt(fraction, decimals) | 0x20) != 'e') {
                pos = p + digits + 1 + decimals;
                return Decimals.exact(SwarBytes.number(whole, digits), SwarBytes.number(fraction, decimals), decimals);
            }
        }
        return longDouble(toValue());
    }

    private double longDouble(int from) {
        int to = number(from);
        if (to == from) {
            return 0;
        }
        double value = Decimals.doubleOf(this, from, to);
        if (Double.isInfinite(value)) {
            violationsAt(from).add("type", "must be within the range of a double");
        }
        return value;
    }

    public final @Nullable BigInteger bigInteger() {
        int from = toValue();
        int to = number(from);
        if (to == from) {
            return null;
        }
        if (!Numbers.isIntegral(this, from, to)) {
            violationsAt(from).add("type", "must be an integer");
            return null;
        }
        return new BigInteger(slice(from, to));
    }

    public final @Nullable BigDecimal bigDecimal() {
        int from = toValue();
        int to = number(from);
        BigDecimal value = to == from ? null : Decimals.decimalOf(slice(from, to));
        if (to != from && value == null) {
            violationsAt(from).add("type", Decimals.EXPONENT);
        }
        return value;
    }

    /** Skips a value of the wrong type, and adds a violation. */
    final void mismatch(String message) {
        int from = toValue();
        boolean isNull = literal(from, NULL);
        if (!isNull) {
            Skipper.skip(this);
        }
        violationsAt(from).add("type", isNull ? "must not be null" : message);
    }

    private long integer(long min, long max) {
        int p = pos;
        long word = SwarBytes.at(bytes, p);
        int digits = SwarBytes.digits(word);
        if (!SwarBytes.isShort(word, digits) || Numbers.isFractionOrExponent(SwarBytes.byteAt(word, digits))) {
            return digits == Long.BYTES ? longInteger(p, word, min, max) : otherInteger(min, max);
        }
        pos = p + digits;
        long value = SwarBytes.number(word, digits);
        return value >= min && value <= max ? value : outOfRange(min, max, p);
    }

    /** Reads an integer of 8 to 15 digits, such as a time in milliseconds. */
    private long longInteger(int p, long word, long min, long max) {
        long next = SwarBytes.at(bytes, p + Long.BYTES);
        int more = SwarBytes.digits(next);
        if (more == Long.BYTES || (byte) word == '0' || Numbers.isFractionOrExponent(SwarBytes.byteAt(next, more))) {
            return otherInteger(min, max);
        }
        pos = p + Long.BYTES + more;
        long value = SwarBytes.number(word, Long.BYTES);
        if (more > 0) {
            value = value * Numbers.POWERS[more] + SwarBytes.number(next, more);
        }
        return value >= min && value <= max ? value : outOfRange(min, max, p);
    }

    /** Reads an integer that is negative, longer, or invalid. */
    private long otherInteger(long min, long max) {
        int from = toValue();
        int p = at(from) == '-' ? from + 1 : from;
        int to = p;
        while (Numbers.isDigit(at(to))) {
            to++;
        }
        boolean isNumber = to > p && (at(p) != '0' || to == p + 1);
        if (!isNumber || Numbers.isFractionOrExponent(at(to)) || to - p > Numbers.LONG_DIGITS) {
            return notAnInteger(from, min, max);
        }
        long value = Numbers.unsigned(bytes, p, to);
        pos = to;
        if (value < 0 && (p == from || value != Long.MIN_VALUE)) {
            return outOfRange(min, max, from);
        }
        long signed = p == from ? value : -value;
        return signed >= min && signed <= max ? signed : outOfRange(min, max, from);
    }

    private long notAnInteger(int from, long min, long max) {
        int to = number(from);
        if (to == from) {
            return 0;
        }
        if (Numbers.isIntegral(this, from, to)) {
            return outOfRange(min, max, from);
        }
        violationsAt(from).add("type", "must be an integer");
        return 0;
    }

    private long outOfRange(long min, long max, int from) {
        violationsAt(from).add("type", "must be an integer between " + min + " and " + max);
        return 0;
    }

    /** Skips a number and returns its end; returns {@code from}, with a violation, if the value is not a number. */
    private int number(int from) {
        if (at(from) != '-' && !Numbers.isDigit(at(from))) {
            mismatch("must be a number");
            return from;
        }
        int to = Numbers.end(this, from);
        pos = to;
        return to;
    }
}
