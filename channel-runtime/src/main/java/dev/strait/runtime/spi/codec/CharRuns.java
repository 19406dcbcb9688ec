package dev.strait.runtime.spi.codec;

import java.util.regex.Pattern;

/** Runs of characters of one class, for patterns that need no backtracking; and what the others need. */
public final class CharRuns {

    private static final int ASCII = 128;

    private CharRuns() {}

    /** Whether a text is empty or white space ({@link String#isBlank}); most begin with something else. */
    public static boolean isBlank(String text) {
        return text.isEmpty() || ((text.charAt(0) <= ' ' || text.charAt(0) >= ASCII) && text.isBlank());
    }

    /** Whether a text matches a pattern that may have to go back; one that is too deep for the JDK's matcher does not. */
    public static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(text).matches();
        } catch (StackOverflowError tooDeep) {
            return false; // of alternatives in a loop, on a text without a bound on its length
        }
    }

    /** Goes over one character; the same as {@link #end} of a class of one. */
    public static int one(String text, int from, char unit) {
        return from >= 0 && from < text.length() && text.charAt(from) == unit ? from + 1 : -1;
    }

    /** Goes over characters between two; the same as {@link #end} of such a class. */
    public static int range(String text, int from, int min, int max, char low, char high) {
        if (from < 0) {
            return -1;
        }
        int to = text.length() - from > max ? from + max : text.length();
        int p = from;
        while (p < to && (char) (text.charAt(p) - low) <= high - low) {
            p++;
        }
        return p - from < min ? -1 : p;
    }

    /**
     * Goes over as many characters of a class as there are.
     *
     * @param from where to begin; nothing is done where it is negative
     * @param min how many there must be
     * @param max how many there may be
     * @param low a bit for each of the characters 0 to 63 that belong to the class
     * @param high a bit for each of the characters 64 to 127 that do
     * @param isOpen whether all characters beyond ASCII do
     * @return where they end; -1 where there are too few
     */
    public static int end(String text, int from, int min, int max, long low, long high, boolean isOpen) {
        if (from < 0) {
            return -1;
        }
        int to = Math.min(text.length() - from, max) + from;
        int p = from;
        while (p < to) {
            char unit = text.charAt(p);
            boolean belongs = unit < ASCII ? ((unit < Long.SIZE ? low : high) >>> unit & 1) != 0 : isOpen;
            if (!belongs) {
                break;
            }
            p++;
        }
        return p - from < min ? -1 : p;
    }
}
