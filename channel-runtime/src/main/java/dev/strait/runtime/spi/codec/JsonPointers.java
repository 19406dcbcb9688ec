package dev.strait.runtime.spi.codec;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Converts positions in a frame to JSON Pointers (RFC 6901). Readers and writers keep positions only; this class scans
 * the frame again when a pointer is needed. Used once.
 *
 * <p>A position is that of the first byte of a value, or of the name of a field. For a value that was just read, it is {@code ~position} of the
 * byte after its last byte.
 */
final class JsonPointers {

    private final JsonInput in;
    private final Set<Integer> wanted;
    private final Map<Integer, String> found = new HashMap<>();

    /** By depth, starting with 1: the start of a field's name, or {@code ~index} of an array's element. */
    private int[] path = new int[JsonLimits.DEPTH + 2];

    private int depth;

    private JsonPointers(JsonInput in, Set<Integer> wanted) {
        this.in = in;
        this.wanted = wanted;
    }

    /** Returns the pointers of positions in a frame that is valid JSON up to the last of them. */
    static Map<Integer, String> of(JsonInput in, Set<Integer> wanted) {
        JsonPointers pointers = new JsonPointers(in, wanted);
        pointers.walk();
        return pointers.found;
    }

    private void walk() {
        boolean isName = false;
        int p = 0;
        while (p < in.end && found.size() < wanted.size()) {
            switch (in.at(p)) {
                case '{', '[' -> {
                    note(p);
                    isName = in.at(p) == '{';
                    depth++;
                    if (depth == path.length) {
                        path = Arrays.copyOf(path, 2 * depth); // written frames may be deeper than those that are read
                    }
                    path[depth] = ~0;
                    p++;
                }
                case '}', ']' -> {
                    depth--;
                    p++;
                    note(~p);
                }
                case ',' -> {
                    isName = path[depth] >= 0;
                    path[depth] -= isName ? 0 : 1;
                    p++;
                }
                case '"' -> {
                    int next = in.scan(p + 1) + 1;
                    if (isName) {
                        path[depth] = p + 1;
                        isName = false;
                        note(p);
                    } else {
                        note(p);
                        note(~next);
                    }
                    p = next;
                }
                case ':', ' ', '\t', '\n', '\r' -> p++;
                default -> {
                    note(p);
                    p = endOfLiteral(p);
                    note(~p);
                }
            }
        }
        note(in.end); // the next value of a frame that is being written
    }

    private int endOfLiteral(int from) {
        int p = from + 1;
        while (p < in.end && ",]} \t\n\r".indexOf(in.at(p)) < 0) {
            p++;
        }
        return p;
    }

    private void note(int position) {
        if (wanted.contains(position)) {
            found.put(position, pointer());
        }
    }

    private String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (int i = 1; i <= depth; i++) {
            int step = path[i];
            append(pointer, step < 0 ? Integer.toString(~step) : in.scanned(step, in.scan(step)));
        }
        return pointer.toString();
    }

    static String pointer(String segment) {
        StringBuilder pointer = new StringBuilder();
        append(pointer, segment);
        return pointer.toString();
    }

    static void append(StringBuilder pointer, String segment) {
        pointer.append('/');
        if (segment.indexOf('~') < 0 && segment.indexOf('/') < 0) {
            pointer.append(segment);
        } else {
            pointer.append(segment.replace("~", "~0").replace("/", "~1"));
        }
    }
}
