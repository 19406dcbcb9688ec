package dev.strait.runtime.internal;

/**
 * One frame on its way out, shared by all its recipients.
 *
 * @param type the message's name on the wire, for listeners
 * @param text the frame
 * @param bytes its size in UTF-8
 */
record Outgoing(String type, String text, int bytes) {

    static Outgoing of(String type, String text) {
        return new Outgoing(type, text, utf8Length(text));
    }

    /** The size of a text in UTF-8, without making the bytes. */
    static int utf8Length(CharSequence text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 0x80) {
                // A pair of surrogates is four bytes in all, two for each of its units.
                bytes += unit < 0x800 || Character.isSurrogate(unit) ? 1 : 2;
            }
        }
        return bytes;
    }
}
