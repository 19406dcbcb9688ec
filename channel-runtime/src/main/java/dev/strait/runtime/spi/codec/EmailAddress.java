package dev.strait.runtime.spi.codec;

/**
 * E-mail addresses as browsers accept them (HTML Standard, "valid e-mail address"), so that both sides agree: no quoted
 * local parts, no comments, ASCII letters only. At most 254 characters, of which 64 before the at sign (RFC 5321,
 * section 4.5.3.1).
 */
public final class EmailAddress {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_LENGTH = 64;
    private static final int MAX_LABEL_LENGTH = 63;
    private static final String LOCAL_SYMBOLS = ".!#$%&'*+/=?^_`{|}~-";

    private EmailAddress() {}

    /** Returns whether a text is a valid address. */
    public static boolean isValid(String text) {
        int at = text.indexOf('@');
        if (at < 1 || at > MAX_LOCAL_LENGTH || text.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < at; i++) {
            if (!isAlphanumeric(text.charAt(i)) && LOCAL_SYMBOLS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        int start = at + 1;
        for (int i = start; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '.') {
                if (!isLabel(text, start, i)) {
                    return false;
                }
                start = i + 1;
            }
        }
        return true;
    }

    private static boolean isLabel(String text, int from, int to) {
        boolean isValid = to > from
                && to - from <= MAX_LABEL_LENGTH
                && isAlphanumeric(text.charAt(from))
                && isAlphanumeric(text.charAt(to - 1));
        for (int i = from; i < to && isValid; i++) {
            isValid = isAlphanumeric(text.charAt(i)) || text.charAt(i) == '-';
        }
        return isValid;
    }

    private static boolean isAlphanumeric(char unit) {
        return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || (unit >= '0' && unit <= '9');
    }
}
