package dev.strait.runtime.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notices when a name stands twice in one object, among names that no table knows. As long as hashes differ it remembers a
 * bit for each; when two are alike it goes back and compares texts.
 */
final class NamesSeen {

    private long hashes;
    private int first = -1;
    private @Nullable Set<String> names;

    /** Forgets everything, for another object. */
    NamesSeen clear() {
        hashes = 0;
        first = -1;
        names = null;
        return this;
    }

    /** Whether the name that was scanned last, at the given place, is new in its object; from now on it is not. */
    boolean isNew(JsonScalars in, int from, int to) {
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
        String name = in.scanned(from, to);
        names = before(in, from);
        return names.add(name);
    }

    private static long hash(JsonScalars in, int from, int to) {
        if (in.isPlain()) {
            return NameTable.hash(in.bytes, from, to);
        }
        // As the bytes of a plain name are: a char each of a text, or UTF-8.
        byte[] name =
                in.scanned(from, to).getBytes(in.source == null ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        return NameTable.hash(Arrays.copyOf(name, Math.max(Long.BYTES, name.length)), 0, name.length);
    }

    /** The object's names from the first unknown one to that at {@code until}, which the reader has run over before. */
    private Set<String> before(JsonScalars in, int until) {
        Set<String> found = new HashSet<>();
        int pos = in.pos;
        int tokens = in.tokensLeft();
        int name = first;
        while (name != until) {
            int nameEnd = in.scan(name);
            found.add(in.scanned(name, nameEnd));
            in.pos = in.skipSpace(nameEnd + 1) + 1;
            Skipper.skipUnchecked(in);
            name = in.skipSpace(in.skipSpace(in.pos) + 1) + 1;
        }
        in.pos = pos;
        in.tokensLeft(tokens);
        return found;
    }
}
