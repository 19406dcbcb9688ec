package dev.strait.runtime.spi.codec;

/** Unpaired surrogates, which UTF-8 cannot encode (RFC 3629, section 3). */
final class Surrogates {

    private Surrogates() {}

    /** Returns the index of the first unpaired surrogate; -1 if there is none. */
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

    /**
     * Returns one byte for each character, with a question mark for those that do not fit. The JDK's encoder has one
     * question mark for a surrogate pair.
     */
    static byte[] projection(String text) {
        byte[] bytes = new byte[Math.max(Long.BYTES, text.length())];
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            bytes[i] = unit < 0x100 ? (byte) unit : (byte) '?';
        }
        return bytes;
    }
}
