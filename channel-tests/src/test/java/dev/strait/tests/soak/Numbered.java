package dev.strait.tests.soak;

import java.util.Arrays;

/** Texts of messages, with a number and the time of sending. All processes of a machine have the same clock. */
final class Numbered {

    private static final String FIELD = "\"text\":\"";

    private Numbered() {}

    /** Returns a text of a length. */
    static String text(long number, int length) {
        String start = number + " " + System.nanoTime() + " ";
        char[] rest = new char[Math.max(0, length - start.length())];
        Arrays.fill(rest, 'x');
        return start + new String(rest);
    }

    /** Returns the number and the time of a message, of which only the start is needed. */
    static long[] parse(String message) {
        int start = message.indexOf(FIELD) + FIELD.length();
        int space = message.indexOf(' ', start);
        int end = message.indexOf(' ', space + 1);
        return new long[] {Long.parseLong(message, start, space, 10), Long.parseLong(message, space + 1, end, 10)};
    }
}
