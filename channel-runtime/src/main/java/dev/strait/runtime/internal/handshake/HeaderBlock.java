package dev.strait.runtime.internal.handshake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The headers of a request, stored as one text, because each connection keeps them and they are rarely read more than
 * once.
 *
 * @param lines one line for each value, {@code name:value}, with the name in lower case
 */
public record HeaderBlock(String lines) {

    public static HeaderBlock of(Map<String, List<String>> headers) {
        StringBuilder lines = new StringBuilder();
        headers.forEach((name, values) -> {
            String key = name.toLowerCase(Locale.ROOT);
            for (String value : values) {
                // Values have no line breaks (RFC 9110, section 5.5). Should a container let one through, it must not
                // start a line here.
                lines.append(key).append(':').append(value.replace('\n', ' ')).append('\n');
            }
        });
        return new HeaderBlock(lines.toString());
    }

    /** Returns all values of a header. Names are case-insensitive. */
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

    /** Headers have credentials, which belong into no log. */
    @Override
    public String toString() {
        return lines.lines().count() + " headers";
    }
}
