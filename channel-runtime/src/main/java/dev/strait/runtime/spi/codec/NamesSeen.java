package dev.strait.runtime.spi.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Detects names that occur twice in one object, among those that are not in its table. It keeps one bit of each hash.
 * When two bits are equal, it scans the object again and compares the names.
 */
final class NamesSeen {

    private long hashes;
    private int first = -1;
    private @Nullable Set<String> names;

    /**
     * Starts another object.
     *
     * @param keepsNames whether to keep all names from the start, and never scan again
     */
    NamesSeen clear(boolean keepsNames) {
        hashes = 0;
        first = -1;
        names = keepsNames ? new HashSet<>() : null;
        return this;
    }

    /** Records the last scanned name, at the given position. Returns false if it occurred before in its object. */
    boolean isNew(JsonTokens in, int from, int to) {
        if (first < 0) {
            first = from;
        }
        if (names != null) {
            return names.add(in.scanned(from, to));
        }
        long bit = 1L << (hash(in, from, to) >>> 58);
        if ((hashes & bit) == 0) {
            hashes |= bit;
            return true;
        }
        return in.extras().tryRescan() ? isNewAgainst(in, from, to) : isNewInSet(in, from, to);
    }

    private static long hash(JsonTokens in, int from, int to) {
        if (in.isPlain()) {
            return NameTable.hash(in.bytes, from, to);
        }
        // Encoded like plain names: a byte for each character of a text, or UTF-8.
        byte[] name =
                in.scanned(from, to).getBytes(in.source == null ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        return NameTable.hash(Arrays.copyOf(name, Math.max(Long.BYTES, name.length)), 0, name.length);
    }

    /** Compares a name with those of the object, from the first unknown one on. The reader has scanned them before. */
    private boolean isNewAgainst(JsonTokens in, int from, int to) {
        boolean isPlain = in.isPlain();
        String text = isPlain ? "" : in.scanned(from, to);
        int pos = in.pos;
        int tokens = in.tokensLeft();
        in.tokensLeft(JsonLimits.TOKENS); // the range was counted before
        boolean isNew = true;
        for (int name = first; name != from && isNew; ) {
            int nameEnd = in.scan(name);
            isNew = (isPlain && in.isPlain())
                    ? !Arrays.equals(in.bytes, name, nameEnd, in.bytes, from, to)
                    : !in.scanned(name, nameEnd).equals(isPlain ? in.slice(from, to) : text);
            name = next(in, nameEnd);
        }
        in.pos = pos;
        in.tokensLeft(tokens);
        return isNew;
    }

    /** Collects all names of the object so far, and compares with them from now on. */
    private boolean isNewInSet(JsonTokens in, int from, int to) {
        String text = in.scanned(from, to);
        int pos = in.pos;
        int tokens = in.tokensLeft();
        in.tokensLeft(JsonLimits.TOKENS); // the range was counted before
        Set<String> found = new HashSet<>();
        for (int name = first; name != from; ) {
            int nameEnd = in.scan(name);
            found.add(in.scanned(name, nameEnd));
            name = next(in, nameEnd);
        }
        in.pos = pos;
        in.tokensLeft(tokens);
        names = found;
        return found.add(text);
    }

    /** Returns the start of the next name of the object. */
    private static int next(JsonTokens in, int nameEnd) {
        in.pos = in.skipSpace(nameEnd + 1) + 1;
        Skipper.skipUnchecked(in);
        return in.skipSpace(in.skipSpace(in.pos) + 1) + 1;
    }
}
