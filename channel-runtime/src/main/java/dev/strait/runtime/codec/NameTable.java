package dev.strait.runtime.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds names among the bytes of a frame: by a hash of their first and last word, then by comparison. Names that are not
 * plain ASCII are found by their text alone. Immutable.
 */
final class NameTable {

    /** What is answered for names that are not in the table. */
    static final int NONE = -1;

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final Map<String, Integer> indexes;
    /** Open addressing: a name's bytes, its index beside it; null where the slot is free. */
    private final byte[][] slots;

    private final int[] slotIndexes;
    private final int shift;

    private NameTable(Map<String, Integer> indexes) {
        this.indexes = indexes;
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(indexes.size() * 2 + 1);
        this.slots = new byte[1 << bits][];
        this.slotIndexes = new int[1 << bits];
        this.shift = Long.SIZE - bits;
        indexes.forEach((name, index) -> {
            if (isPlain(name)) {
                add(name.getBytes(StandardCharsets.US_ASCII), index);
            }
        });
    }

    static NameTable of(Map<String, Integer> indexes) {
        return new NameTable(Map.copyOf(indexes));
    }

    /** The names, each with its place among them. */
    static NameTable of(String... names) {
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            indexes.put(names[i], i);
        }
        return of(indexes);
    }

    /**
     * Whether a name stands in every input as the same bytes: ASCII, and without the question mark, which stands in the
     * projection of a text for what one byte cannot hold.
     */
    static boolean isPlain(String name) {
        return name.chars().allMatch(unit -> unit >= ' ' && unit < 0x7f && unit != '"' && unit != '\\' && unit != '?');
    }

    /** The name's index, or {@link #NONE}. */
    int find(String name) {
        return indexes.getOrDefault(name, NONE);
    }

    /** The same for plain bytes. */
    int find(byte[] bytes, int from, int to) {
        int slot = (int) (hash(bytes, from, to) >>> shift);
        for (byte[] name = slots[slot]; name != null; name = slots[slot]) {
            if (isSame(name, bytes, from, to)) {
                return slotIndexes[slot];
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return NONE;
    }

    private void add(byte[] name, int index) {
        byte[] padded = Arrays.copyOf(name, Math.max(Long.BYTES, name.length));
        int slot = (int) (hash(padded, 0, name.length) >>> shift);
        while (slots[slot] != null) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = name;
        slotIndexes[slot] = index;
    }

    private static boolean isSame(byte[] name, byte[] bytes, int from, int to) {
        int length = to - from;
        if (name.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (name[i] != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** A hash of the bytes; the array has at least eight. */
    static long hash(byte[] bytes, int from, int to) {
        int length = to - from;
        long first = Words.at(bytes, from) & Words.mask(length);
        long last = length <= Long.BYTES ? 0 : Words.whole(bytes, to - Long.BYTES);
        long mixed = (first ^ Long.rotateLeft(last, 23) ^ length) * MULTIPLIER;
        return (mixed ^ (mixed >>> 32)) * MULTIPLIER;
    }
}
