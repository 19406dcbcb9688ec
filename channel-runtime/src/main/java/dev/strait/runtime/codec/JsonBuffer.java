package dev.strait.runtime.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of a frame that is being written: Latin-1 for a text, or UTF-8. Of a text, the strings that Latin-1 cannot hold
 * are kept aside, with room left for them, and come to their places when it is finished.
 */
class JsonBuffer {

    private static final int LEAST = 512;
    /** What is kept for the next frame is no larger than this. */
    private static final int MOST_KEPT = 65_536;
    /** Room that is always there behind what was asked for: two words are written where one byte may be enough. */
    private static final int SLACK = 2 * Long.BYTES;

    /** By Latin-1 char, whether a text cannot have it as it is; and the same for UTF-8. */
    private static final byte[] TEXT_ODD = odd(0x100);

    private static final byte[] UTF8_ODD = odd(0x80);

    private static final byte[] ESCAPE = "\"\\\b\f\n\r\t".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ESCAPED = "\"\\bfnrt".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] buffer = new byte[LEAST];
    private int length;
    private boolean isUtf8;

    /** Strings that are kept aside, and where each belongs. */
    private final List<String> aside = new ArrayList<>(0);

    private int[] asideAt = {};
    private char[] chars = {};

    final void start(boolean inUtf8) {
        isUtf8 = inUtf8;
        length = 0;
        aside.clear();
    }

    /** Gives up what is too large to keep. */
    final void shrink() {
        if (buffer.length > MOST_KEPT) {
            buffer = new byte[LEAST];
            chars = new char[0];
        }
        aside.clear();
    }

    final String text() {
        return aside.isEmpty() ? new String(buffer, 0, length, StandardCharsets.ISO_8859_1) : wideText();
    }

    final byte[] utf8() {
        return Arrays.copyOf(buffer, length);
    }

    private String wideText() {
        if (chars.length < length) {
            chars = new char[Math.max(length, buffer.length)];
        }
        int from = 0;
        for (int i = 0; i < aside.size(); i++) {
            String string = aside.get(i);
            inflate(from, asideAt[i]);
            string.getChars(0, string.length(), chars, asideAt[i]);
            from = asideAt[i] + string.length();
        }
        inflate(from, length);
        return new String(chars, 0, length);
    }

    private void inflate(int from, int to) {
        byte[] bytes = buffer;
        char[] wide = chars;
        for (int i = from; i < to; i++) {
            wide[i] = (char) (bytes[i] & 0xff);
        }
    }

    /** What was written so far as a frame, to tell where in it one is; strings that are kept aside are not shown. */
    final JsonInput written() {
        return new JsonInput(
                new String(buffer, 0, length, isUtf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
    }

    /** Room for so many bytes, and two words more. */
    final byte[] room(int bytes) {
        byte[] current = buffer;
        if (length + bytes > current.length - SLACK) {
            current = Arrays.copyOf(current, Math.max(2 * current.length, length + bytes + SLACK));
            buffer = current;
        }
        return current;
    }

    final int length() {
        return length;
    }

    final void length(int now) {
        length = now;
    }

    final boolean endsWith(char ascii) {
        return length > 0 && buffer[length - 1] == ascii;
    }

    final void put(char ascii) {
        room(1)[length++] = (byte) ascii;
    }

    final void put(JsonConstant constant) {
        byte[] to = room(constant.length());
        write(constant, to, length);
        length += constant.length();
    }

    /** A field's name with its comma; without it where it is the first of its object. */
    final void putName(JsonConstant name) {
        byte[] to = room(name.length());
        int at = length;
        if (to[at - 1] == '{') {
            write(name, to, at - 1);
            to[at - 1] = '{';
            length = at - 1 + name.length();
        } else {
            write(name, to, at);
            length = at + name.length();
        }
    }

    private static void write(JsonConstant constant, byte[] to, int at) {
        Words.put(to, at, constant.word());
        Words.put(to, at + Long.BYTES, constant.word2());
        if (constant.length() > 2 * Long.BYTES) {
            System.arraycopy(
                    constant.bytes(), 2 * Long.BYTES, to, at + 2 * Long.BYTES, constant.length() - 2 * Long.BYTES);
        }
    }

    /** Text that is JSON already, and ASCII. */
    @SuppressWarnings("deprecation") // the one method that copies without an array between; right for ASCII
    final void putAscii(String json) {
        int count = json.length();
        json.getBytes(0, count, room(count), length);
        length += count;
    }

    /** Text that is JSON already. */
    final void putRaw(String json) {
        int all = 0;
        for (int i = 0; i < json.length(); i++) {
            all |= json.charAt(i);
        }
        if (all < 0x80) {
            putAscii(json);
        } else if (all > 0xff && !isUtf8) {
            keepAside(json);
        } else {
            byte[] bytes = json.getBytes(isUtf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
            System.arraycopy(bytes, 0, room(bytes.length), length, bytes.length);
            length += bytes.length;
        }
    }

    /** A string with its quotes. */
    final void putString(String value) {
        int count = value.length();
        byte[] to = room(count + 2);
        byte[] odd = isUtf8 ? UTF8_ODD : TEXT_ODD;
        int at = length;
        to[at] = '"';
        int from = at + 1;
        int all = 0;
        for (int i = 0; i < count; i++) {
            char unit = value.charAt(i);
            to[from + i] = (byte) unit;
            all |= odd[unit & 0xff] | (unit >>> 8);
        }
        if (all != 0) {
            putOdd(value);
            return;
        }
        to[from + count] = '"';
        length = from + count + 1;
    }

    private void putOdd(String value) {
        put('"');
        if (isUtf8) {
            putUtf8(value);
        } else {
            putLatin1(value);
        }
        put('"');
    }

    private void putLatin1(String value) {
        boolean isWide = false;
        boolean isEscaped = false;
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            isWide |= unit > 0xff;
            isEscaped |= unit <= 0xff ? TEXT_ODD[unit] != 0 : Character.isSurrogate(unit);
        }
        if (isWide) {
            keepAside(isEscaped ? escaped(value) : value);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            if (TEXT_ODD[unit] != 0) {
                putEscape(unit);
            } else {
                put(unit);
            }
        }
    }

    private void keepAside(String value) {
        int place = aside.size();
        if (place == asideAt.length) {
            asideAt = Arrays.copyOf(asideAt, Math.max(4, 2 * place));
        }
        asideAt[place] = length;
        aside.add(value);
        room(value.length());
        Arrays.fill(buffer, length, length + value.length(), (byte) '?');
        length += value.length();
    }

    private static String escaped(String value) {
        JsonBuffer utf8 = new JsonBuffer();
        utf8.start(true);
        utf8.putUtf8(value);
        return new String(utf8.buffer, 0, utf8.length, StandardCharsets.UTF_8);
    }

    private void putUtf8(String value) {
        int count = value.length();
        for (int i = 0; i < count; i++) {
            char unit = value.charAt(i);
            byte[] to = room(4);
            boolean isPair =
                    Character.isHighSurrogate(unit) && i + 1 < count && Character.isLowSurrogate(value.charAt(i + 1));
            if (unit < 0x80 ? UTF8_ODD[unit] != 0 : Character.isSurrogate(unit) && !isPair) {
                putEscape(unit); // also half of a pair, which UTF-8 cannot carry
            } else {
                int point = isPair ? Character.toCodePoint(unit, value.charAt(i + 1)) : unit;
                length = Utf8.put(point, to, length);
                i += isPair ? 1 : 0;
            }
        }
    }

    private void putEscape(char unit) {
        put('\\');
        for (int i = 0; i < ESCAPE.length; i++) {
            if (ESCAPE[i] == unit) {
                put((char) ESCAPED[i]);
                return;
            }
        }
        put('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            put((char) HEX[unit >> shift & 0xf]);
        }
    }

    private static byte[] odd(int from) {
        byte[] odd = new byte[0x100];
        Arrays.fill(odd, 0, ' ', (byte) 1);
        Arrays.fill(odd, from, odd.length, (byte) 1);
        odd['"'] = 1;
        odd['\\'] = 1;
        return odd;
    }
}
