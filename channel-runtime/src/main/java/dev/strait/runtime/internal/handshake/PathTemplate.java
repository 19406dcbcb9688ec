package dev.strait.runtime.internal.handshake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A path with variables, such as {@code /ws/chat/{room}}. The runtime matches paths itself, because containers report
 * path parameters differently.
 */
public final class PathTemplate {

    /** What the decoder puts where bytes are not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final String ENCODED_REPLACEMENT = "%EF%BF%BD";

    private final List<String> segments;

    private PathTemplate(List<String> segments) {
        this.segments = segments;
    }

    /**
     * Parses a template.
     *
     * @throws IllegalArgumentException if the text is not a valid path template
     */
    public static PathTemplate parse(String path) {
        if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
            throw new IllegalArgumentException("\"" + path
                    + "\" is not a valid path. It must start with / and have no query, such as \"/ws/chat/{room}\".");
        }
        List<String> segments = List.of(path.substring(1).split("/", -1));
        Set<String> seen = new LinkedHashSet<>();
        for (String segment : segments) {
            boolean isVariable = isVariable(segment);
            if (!isVariable && (segment.contains("{") || segment.contains("}"))) {
                throw new IllegalArgumentException("\"" + path + "\" is not a valid path: the variable in " + segment
                        + " must be a whole segment.");
            }
            if (isVariable && !seen.add(variable(segment))) {
                throw new IllegalArgumentException(
                        "\"" + path + "\" is not a valid path: the variable " + segment + " occurs twice.");
            }
        }
        return new PathTemplate(segments);
    }

    /** Returns the names of the variables, in order. */
    public Set<String> variables() {
        Set<String> variables = new LinkedHashSet<>();
        for (String segment : segments) {
            if (isVariable(segment)) {
                variables.add(variable(segment));
            }
        }
        return Collections.unmodifiableSet(variables);
    }

    /** Returns the decoded values of the variables, if a raw request path ends with this template. */
    public Optional<Map<String, String>> match(String rawPath) {
        String[] actual = rawPath.split("/", -1);
        int offset = actual.length - segments.size();
        if (offset < 0) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            String value = actual[offset + i];
            if (isVariable(segment)) {
                values.put(variable(segment), decode(value));
            } else if (!decode(segment).equals(decode(value))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /**
     * Decodes a segment. Returns an empty text, which is no name of a room, if it is not the encoding of UTF-8. In a path,
     * a plus sign has no special meaning.
     */
    private static String decode(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            String text = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
            boolean isReplaced = text.indexOf(REPLACEMENT) >= 0
                    && !segment.toUpperCase(Locale.ROOT).contains(ENCODED_REPLACEMENT);
            return isReplaced ? "" : text;
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }

    private static boolean isVariable(String segment) {
        return segment.length() > 2
                && segment.startsWith("{")
                && segment.indexOf('}') == segment.length() - 1
                && segment.lastIndexOf('{') == 0;
    }

    private static String variable(String segment) {
        return segment.substring(1, segment.length() - 1);
    }
}
