package dev.strait.runtime.spi.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of a frame that is being written: Latin-1 for a text, or UTF-8. Strings of a text that do not fit into
 * Latin-1 are stored separately. They replace placeholders of the same length when the text is finished.
 */
class JsonBuffer {

    private static final int MIN_CAPACITY = 512;
    /** The maximum capacity that is kept for the next frame. */
    private static final int MAX_KEPT = 65_536;
    /**
     * Space that is always left after the requested space: for a number that follows a name, and because whole words
     * are written where fewer bytes may do.
     */
    private static final int SLACK = 2 * Digits.MAX_LENGTH;

    /** By character of Latin-1, 1 if a string of a text needs the slow path for it. */
    private static final byte[] TEXT_ODD = odd(0x100);

    /** By character of Latin-1, 1 if a string in UTF-8 needs the slow path for it. */
    private static final byte[] UTF8_ODD = odd(0x80);

    private byte[] buffer = new byte[MIN_CAPACITY];
    private int length;
    /**
     * The end of the bracket of an object or array that is still empty, where no comma is written; otherwise -1 or an
     * earlier position.
     */
    private int opened;
    /** The number of open objects and arrays. */
    private int depth;

    private boolean isUtf8;

    /** The strings that do not fit into Latin-1. */
    private String[] wideStrings = {};

    /** The position of each wide string. */
    private int[] wideOffsets = {};

    private int wideCount;
    private char[] chars = {};

    final void start(boolean inUtf8) {
        isUtf8 = inUtf8;
        length = 0;
        opened = -1;
        depth = 0;
        wideCount = 0;
    }

    /** Releases memory that is too large to keep. */
    final void shrink() {
        if (buffer.length > MAX_KEPT) {
            buffer = new byte[MIN_CAPACITY];
            chars = new char[0];
        }
        if (wideCount > 0) {
            wideStrings = new String[0];
        }
    }

    final String text() {
        String latin1 = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
        return wideCount == 0 ? latin1 : wideText(latin1);
    }

    final byte[] utf8() {
        return Arrays.copyOf(buffer, length);
    }

    private String wideText(String latin1) {
        if (chars.length < length) {
            chars = new char[Math.max(length, buffer.length)];
        }
        latin1.getChars(0, length, chars, 0);
        for (int i = 0; i < wideCount; i++) {
            wideStrings[i].getChars(0, wideStrings[i].length(), chars, wideOffsets[i]);
        }
        return new String(chars, 0, length);
    }

    /**
     * Returns what was written so far as a frame, to locate a position in it. Wide strings are shown as placeholders.
     */
    final JsonInput written() {
        return new JsonInput(
                new String(buffer, 0, length, isUtf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
    }

    /** Returns the buffer with space for this number of bytes and {@link #SLACK} more. */
    final byte[] room(int bytes) {
        byte[] current = buffer;
        if (length + bytes > current.length - SLACK) {
            current = Arrays.copyOf(current, Math.max(2 * current.length, length + bytes + SLACK));
            buffer = current;
        }
        return current;
    }

    /** Writes an integer into the slack that a name or an element has left. */
    final void putLong(long value) {
        length = Digits.write(value, buffer, length);
    }

    /** Writes a double of few digits into the slack; returns false, and writes nothing, for any other. */
    final boolean putDouble(double value) {
        int end = Digits.writeShort(value, buffer, length);
        if (end == 0) {
            return false;
        }
        length = end;
        return true;
    }

    /** Writes the opening bracket of an object or array. */
    final void open(char bracket) {
        deeper();
        put(bracket);
        opened = length;
    }

    /** Enters an object or array, and checks the maximum depth. */
    final void deeper() {
        depth++;
        if (depth > JsonLimits.DEPTH) {
            throw new IllegalArgumentException("The message has more than " + JsonLimits.DEPTH
                    + " nested objects and arrays, which no recipient accepts. Flatten it.");
        }
    }

    /** Writes the closing bracket of an object or array. */
    final void shut(char bracket) {
        depth--;
        put(bracket);
    }

    /** Writes a comma, unless the next value is the first of its object or array. */
    final void separate() {
        byte[] to = room(1);
        if (length != opened) {
            to[length++] = ',';
        }
    }

    final void put(char ascii) {
        room(1)[length++] = (byte) ascii;
    }

    final void put(JsonConstant constant) {
        byte[] to = room(constant.length());
        write(constant, to, length);
        length += constant.length();
    }

    /** Writes the name of a field after a comma, or without the comma if it is the first of its object. */
    final void putName(JsonConstant name) {
        byte[] to = room(name.length());
        int at = length;
        if (at == opened) {
            write(name, to, at - 1);
            to[at - 1] = '{';
            length = at - 1 + name.length();
        } else {
            write(name, to, at);
            length = at + name.length();
        }
    }

    private static void write(JsonConstant constant, byte[] to, int at) {
        SwarBytes.put(to, at, constant.word());
        SwarBytes.put(to, at + Long.BYTES, constant.word2());
        if (constant.length() > 2 * Long.BYTES) {
            System.arraycopy(
                    constant.bytes(), 2 * Long.BYTES, to, at + 2 * Long.BYTES, constant.length() - 2 * Long.BYTES);
        }
    }

    /** Writes JSON that consists of ASCII characters. */
    @SuppressWarnings("deprecation") // the only method that copies without a temporary array; correct for ASCII
    final void putAscii(String json) {
        int count = json.length();
        json.getBytes(0, count, room(count), length);
        length += count;
    }

    /** Writes JSON as it is. */
    final void putRaw(String json) {
        int all = 0;
        for (int i = 0; i < json.length(); i++) {
            all |= json.charAt(i);
        }
        if (all < 0x80) {
            putAscii(json);
        } else if (all > 0xff && !isUtf8) {
            putWide(json);
        } else {
            byte[] bytes = json.getBytes(isUtf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
            System.arraycopy(bytes, 0, room(bytes.length), length, bytes.length);
            length += bytes.length;
        }
    }

    /** Writes a string with its quotes. */
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
            putWide(isEscaped ? escaped(value) : value);
            return;
        }
        byte[] to = room(6 * value.length());
        int at = length;
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            if (TEXT_ODD[unit] == 0) {
                to[at++] = (byte) unit;
            } else {
                at = Escapes.write(unit, to, at);
            }
        }
        length = at;
    }

    private void putWide(String value) {
        if (wideCount == wideStrings.length) {
            wideStrings = Arrays.copyOf(wideStrings, Math.max(4, 2 * wideCount));
            wideOffsets = Arrays.copyOf(wideOffsets, wideStrings.length);
        }
        wideStrings[wideCount] = value;
        wideOffsets[wideCount++] = length;
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
        byte[] to = room(6 * count);
        int at = length;
        for (int i = 0; i < count; i++) {
            char unit = value.charAt(i);
            boolean isPair =
                    Character.isHighSurrogate(unit) && i + 1 < count && Character.isLowSurrogate(value.charAt(i + 1));
            if (unit < 0x80 ? UTF8_ODD[unit] != 0 : Character.isSurrogate(unit) && !isPair) {
                at = Escapes.write(unit, to, at); // unpaired surrogates too, which UTF-8 cannot encode
            } else {
                at = Utf8.put(isPair ? Character.toCodePoint(unit, value.charAt(i + 1)) : unit, to, at);
                i += isPair ? 1 : 0;
            }
        }
        length = at;
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
