package dev.strait.runtime.spi.codec;

/** Well-formed UTF-8 (Unicode 15, table 3-7): shortest forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {

    private Utf8() {}

    /** Returns the start of the first malformed sequence; -1 if there is none. */
    static int firstMalformed(byte[] bytes, int from, int to) {
        int p = from;
        while (p < to) {
            int lead = bytes[p];
            if (lead >= 0) {
                p++;
            } else if (lead >= (byte) 0xe1
                    && lead <= (byte) 0xec
                    && p + 2 < to
                    && bytes[p + 1] < (byte) 0xc0
                    && bytes[p + 2] < (byte) 0xc0) {
                p += 3; // most scripts beyond Latin; a negative byte below 0xc0 is a tail
            } else {
                int length = sequence(bytes, p, to);
                if (length == 0) {
                    return p;
                }
                p += length;
            }
        }
        return -1;
    }

    /** Returns the length of the sequence that starts with a byte beyond ASCII; 0 if it is malformed. */
    private static int sequence(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xff;
        if (lead >= 0xc2 && lead <= 0xdf) {
            return isTail(bytes, at + 1, to, 0x80, 0xbf) ? 2 : 0;
        }
        if (lead >= 0xe0 && lead <= 0xef) {
            int min = lead == 0xe0 ? 0xa0 : 0x80;
            int max = lead == 0xed ? 0x9f : 0xbf;
            return isTail(bytes, at + 1, to, min, max) && isTail(bytes, at + 2, to, 0x80, 0xbf) ? 3 : 0;
        }
        if (lead >= 0xf0 && lead <= 0xf4) {
            int min = lead == 0xf0 ? 0x90 : 0x80;
            int max = lead == 0xf4 ? 0x8f : 0xbf;
            return isTail(bytes, at + 1, to, min, max)
                            && isTail(bytes, at + 2, to, 0x80, 0xbf)
                            && isTail(bytes, at + 3, to, 0x80, 0xbf)
                    ? 4
                    : 0;
        }
        return 0;
    }

    /** Writes a code point, which must not be a surrogate, and returns its end. */
    static int put(int point, byte[] to, int at) {
        if (point < 0x80) {
            to[at] = (byte) point;
            return at + 1;
        }
        int count = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
        int left = point;
        for (int i = count - 1; i > 0; i--) {
            to[at + i] = (byte) (0x80 | (left & 0x3f));
            left >>= 6;
        }
        to[at] = (byte) ((0xf00 >> count) | left);
        return at + count;
    }

    private static boolean isTail(byte[] bytes, int at, int to, int min, int max) {
        return at < to && (bytes[at] & 0xff) >= min && (bytes[at] & 0xff) <= max;
    }
}
