package dev.strait.runtime.spi.codec;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells where in a frame something is, as JSON Pointers (RFC 6901). Readers and writers remember positions only; this walks
 * over the frame once more, from its start, when somebody wants to know. Used once.
 *
 * <p>A place is the position of a value's first byte, or, for a value that was just read, {@code ~position} of what follows
 * its last byte.
 */
final class JsonPointers {

    private final JsonInput in;
    private final Set<Integer> wanted;
    private final Map<Integer, String> found = new HashMap<>();

    /** By depth, from 1 on: where the name of an object's field begins, or {@code ~index} of an array's element. */
    private int[] path = new int[JsonLimits.DEPTH + 2];

    private int depth;

    private JsonPointers(JsonInput in, Set<Integer> wanted) {
        this.in = in;
        this.wanted = wanted;
    }

    /** The pointers of places in a frame that is valid JSON up to the last of them. */
    static Map<Integer, String> of(JsonInput in, Set<Integer> wanted) {
        JsonPointers places = new JsonPointers(in, wanted);
        places.walk();
        return places.found;
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
                        path = Arrays.copyOf(path, 2 * depth); // what is written may be deeper than what is read
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
        note(in.end); // what would come next, in a frame that is being written
    }

    private int endOfLiteral(int from) {
        int p = from + 1;
        while (p < in.end && ",]} \t\n\r".indexOf(in.at(p)) < 0) {
            p++;
        }
        return p;
    }

    private void note(int place) {
        if (wanted.contains(place)) {
            found.put(place, pointer());
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
