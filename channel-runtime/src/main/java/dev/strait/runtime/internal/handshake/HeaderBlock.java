package dev.strait.runtime.internal.handshake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The headers of a request, kept as one text: a connection holds them for as long as it lives, and hardly anybody looks
 * into them twice.
 *
 * @param lines one for each value, {@code name:value}, the name in lower case
 */
public record HeaderBlock(String lines) {

    public static HeaderBlock of(Map<String, List<String>> headers) {
        StringBuilder lines = new StringBuilder();
        headers.forEach((name, values) -> {
            String key = name.toLowerCase(Locale.ROOT);
            for (String value : values) {
                // No header has line ends (RFC 9110, section 5.5); a container that lets one through gets no second
                // line.
                lines.append(key).append(':').append(value.replace('\n', ' ')).append('\n');
            }
        });
        return new HeaderBlock(lines.toString());
    }

    /** All values of a header; names are case-insensitive. */
    List<String> values(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ':';
        List<String> values = new ArrayList<>(1);
        int from = 0;
        while (from < lines.length()) {
            int to = lines.indexOf('\n', from);
            if (lines.startsWith(start, from)) {
                values.add(lines.substring(from + start.length(), to));
            }
            from = to + 1;
        }
        return values;
    }
}
