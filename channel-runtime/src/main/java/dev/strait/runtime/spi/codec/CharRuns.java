package dev.strait.runtime.spi.codec;

import java.util.regex.Pattern;

/** Matches runs of characters, for patterns that need no backtracking; and helpers for the other patterns. */
public final class CharRuns {

    private static final int ASCII = 128;

    private CharRuns() {}

    /**
     * Returns whether a text is empty or white space, as {@link String#isBlank()}. Faster, because most texts start
     * with something else.
     */
    public static boolean isBlank(String text) {
        return text.isEmpty() || ((text.charAt(0) <= ' ' || text.charAt(0) >= ASCII) && text.isBlank());
    }

    /**
     * Returns whether a text matches a pattern that may need backtracking. The time is bounded: a text does not match if
     * the matcher of the JDK reads more than 100,000 characters, and more than 32 times its length, or exceeds its stack.
     */
    public static boolean matches(Pattern pattern, String text) {
        return BudgetedText.matches(pattern, text);
    }

    /** Matches one character; the same as {@link #end} with a class of one character and a length of 1. */
    public static int one(String text, int from, char unit) {
        return from >= 0 && from < text.length() && text.charAt(from) == unit ? from + 1 : -1;
    }

    /** Matches a run of characters between two bounds; the same as {@link #end} with such a class. */
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
     * Matches the longest run of characters of a class.
     *
     * @param from where the run starts; a negative value is returned as -1
     * @param min the minimum length of the run
     * @param max the maximum length of the run
     * @param low a bit for each of the characters 0 to 63, set if it belongs to the class
     * @param high a bit for each of the characters 64 to 127, set if it belongs to the class
     * @param isOpen whether all characters beyond ASCII belong to the class
     * @return the end of the run; -1 if it is shorter than the minimum
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
