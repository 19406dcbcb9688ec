package dev.strait.runtime.spi.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Reads values that are strings in JSON: texts, enum constants, times, and numbers that JavaScript cannot represent
 * exactly.
 */
class JsonStrings extends JsonScalars {

    private static final String LONG =
            "must be an integer between " + Long.MIN_VALUE + " and " + Long.MAX_VALUE + " in a string";

    JsonStrings(String text) {
        super(text);
    }

    JsonStrings(byte[] utf8) {
        super(utf8);
    }

    public final char charValue() {
        int from = toValue();
        String text = string();
        if (text != null && text.length() == 1) {
            return text.charAt(0);
        }
        if (text != null) {
            violationsAt(from).add("type", "must be one character");
        }
        return 0;
    }

    /** Reads a string without a length constraint: at most 16,384 characters. */
    public final @Nullable String string() {
        return string(JsonLimits.STRING_CHARS);
    }

    /** Reads a string of at most {@code maxLength} characters (UTF-16 units). */
    public final @Nullable String string(int maxLength) {
        int from = pos;
        if (at(from) != '"') {
            from = toValue();
            if (at(from) != '"') {
                mismatch("must be a string");
                return null;
            }
        }
        int to = scan(from + 1);
        pos = to + 1;
        String text = scanned(from + 1, to);
        if (to - from - 1 > maxLength && text.length() > maxLength) {
            violationsAt(from).add("size", "must have at most " + maxLength + " characters");
            return null;
        }
        return text;
    }

    public final <E extends Enum<E>> @Nullable E constant(EnumNames<E> names) {
        int from = toValue();
        if (at(from) != '"') {
            mismatch("must be a string");
            return null;
        }
        int to = scan(from + 1);
        pos = to + 1;
        E constant = names.find(this, from + 1, to);
        if (constant == null) {
            violationsAt(from).add("enum", names.message());
        }
        return constant;
    }

    public final <T> @Nullable T text(TextFormat<T> format) {
        int from = toValue();
        if (at(from) != '"') {
            mismatch("must be a string");
            return null;
        }
        int to = scan(from + 1);
        pos = to + 1;
        T value = isPlain() ? format.parse(this, from + 1, to) : format.parse(scanned(from + 1, to));
        if (value == null) {
            violationsAt(from).add("format", format.message());
        }
        return value;
    }

    /** Reads bytes in base64 with padding (RFC 4648, section 4). */
    public final byte @Nullable [] bytes() {
        int from = toValue();
        String text = string(Integer.MAX_VALUE);
        if (text == null) {
            return null;
        }
        try {
            byte[] value = Base64.getDecoder().decode(text);
            if (text.length() % 4 == 0) {
                return value;
            }
        } catch (IllegalArgumentException notBase64) {
            // reported below, like missing padding
        }
        violationsAt(from).add("format", "must be bytes in base64");
        return null;
    }

    /** Reads an integer in a string, in its shortest form. */
    public final long longText() {
        int from = toValue();
        String text = string();
        if (text != null) {
            try {
                long value = Long.parseLong(text);
                if (Long.toString(value).equals(text)) {
                    return value;
                }
            } catch (NumberFormatException noInteger) {
                // reported below, like other forms
            }
            violationsAt(from).add("format", LONG);
        }
        return 0;
    }

    /** Reads an integer in a string. */
    public final @Nullable BigInteger bigIntegerText() {
        int from = toValue();
        String text = string();
        if (text == null) {
            return null;
        }
        if (NumberText.isNumber(text) && text.chars().noneMatch(Numbers::isFractionOrExponent)) {
            return new BigInteger(text);
        }
        violationsAt(from).add("format", "must be an integer in a string");
        return null;
    }

    /** Reads a number in a string, in the syntax of JSON. */
    public final @Nullable BigDecimal bigDecimalText() {
        int from = toValue();
        String text = string();
        if (text == null) {
            return null;
        }
        BigDecimal value = NumberText.isNumber(text) ? Decimals.decimalOf(text) : null;
        if (value == null) {
            violationsAt(from).add("format", "must be a number in a string");
        }
        return value;
    }
}
