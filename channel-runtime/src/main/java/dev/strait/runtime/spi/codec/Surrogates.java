package dev.strait.runtime.spi.codec;

/** Chars that are half of one character. Alone, UTF-8 cannot carry them (RFC 3629, section 3). */
final class Surrogates {

    private Surrogates() {}

    /** Where the first lone one is; -1 where there is none. */
    static int firstLone(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                boolean isPair =
                        Character.isHighSurrogate(unit) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1));
                if (!isPair) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    /** One byte for each char, a question mark where that cannot be; the JDK's own encoder has one for each pair. */
    static byte[] projection(String text) {
        byte[] bytes = new byte[Math.max(Long.BYTES, text.length())];
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            bytes[i] = unit < 0x100 ? (byte) unit : (byte) '?';
        }
        return bytes;
    }
}
