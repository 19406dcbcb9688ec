package dev.strait.runtime.spi.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks up names in the bytes of a frame: by a hash of their first and last word, then by comparison. Names that are
 * not plain ASCII are looked up as text. Immutable.
 */
final class NameTable {

    /** The result for names that are not in the table. */
    static final int NONE = -1;

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final Map<String, Integer> indexes;
    /** Open addressing; null in free slots. */
    private final @Nullable Slot[] slots;

    private final int shift;
    private final boolean isAllPlain;

    /** A plain name, with its first and last word. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Slot(byte[] name, long first, long last, int index) {}

    private NameTable(Map<String, Integer> indexes) {
        this.indexes = indexes;
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(indexes.size() * 2 + 1);
        this.slots = new @Nullable Slot[1 << bits];
        this.shift = Long.SIZE - bits;
        this.isAllPlain = indexes.keySet().stream().allMatch(NameTable::isPlain);
        indexes.forEach((name, index) -> {
            if (isPlain(name)) {
                add(name.getBytes(StandardCharsets.US_ASCII), index);
            }
        });
    }

    static NameTable of(Map<String, Integer> indexes) {
        return new NameTable(Map.copyOf(indexes));
    }

    /** Returns a table of names, each with its index in the array. */
    static NameTable of(String... names) {
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            indexes.put(names[i], i);
        }
        return of(indexes);
    }

    /**
     * Returns whether each input has the same bytes for a name: ASCII, and no question mark, which in the projection of
     * a text stands for characters that do not fit into a byte.
     */
    static boolean isPlain(String name) {
        return name.chars().allMatch(unit -> unit >= ' ' && unit < 0x7f && unit != '"' && unit != '\\' && unit != '?');
    }

    /** Returns the index of a name, or {@link #NONE}. */
    int find(String name) {
        return indexes.getOrDefault(name, NONE);
    }

    /** Returns the index of the last scanned string, or {@link #NONE}. */
    int find(JsonInput in, int from, int to) {
        int index = in.isPlain() ? find(in.bytes, from, to) : NONE;
        return index != NONE || (in.isPlain() && isAllPlain) ? index : find(in.scanned(from, to));
    }

    /** Returns the index of a plain name, or {@link #NONE}. The array has at least eight bytes. */
    int find(byte[] bytes, int from, int to) {
        int length = to - from;
        long first = first(bytes, from, length);
        long last = last(bytes, to, length);
        int place = (int) (hash(first, last, length) >>> shift);
        for (Slot slot = slots[place]; slot != null; slot = slots[place]) {
            if (slot.first == first
                    && slot.last == last
                    && slot.name.length == length
                    && (length <= 2 * Long.BYTES || Arrays.equals(slot.name, 0, length, bytes, from, to))) {
                return slot.index;
            }
            place = (place + 1) & (slots.length - 1);
        }
        return NONE;
    }

    private void add(byte[] name, int index) {
        byte[] padded = Arrays.copyOf(name, Math.max(Long.BYTES, name.length));
        Slot slot = new Slot(name, first(padded, 0, name.length), last(padded, name.length, name.length), index);
        int place = (int) (hash(slot.first, slot.last, name.length) >>> shift);
        while (slots[place] != null) {
            place = (place + 1) & (slots.length - 1);
        }
        slots[place] = slot;
    }

    private static long first(byte[] bytes, int from, int length) {
        return SwarBytes.at(bytes, from) & SwarBytes.mask(length);
    }

    private static long last(byte[] bytes, int to, int length) {
        return length <= Long.BYTES ? 0 : SwarBytes.fullWord(bytes, to - Long.BYTES);
    }

    /** Returns a hash of bytes. The array has at least eight bytes. */
    static long hash(byte[] bytes, int from, int to) {
        int length = to - from;
        return hash(first(bytes, from, length), last(bytes, to, length), length);
    }

    private static long hash(long first, long last, int length) {
        long mixed = (first ^ Long.rotateLeft(last, 23) ^ length) * MULTIPLIER;
        return (mixed ^ (mixed >>> 32)) * MULTIPLIER;
    }
}
