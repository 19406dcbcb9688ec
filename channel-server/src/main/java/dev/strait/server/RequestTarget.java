package dev.strait.server;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The target of a request in origin form, valid as a URI (RFC 3986). Browsers send characters that a URI must not have,
 * such as brackets in a query (<a href="https://url.spec.whatwg.org/#query-percent-encode-set">URL Standard</a>). They
 * are percent-encoded here, which changes nothing for a reader that decodes.
 *
 * @param path the path
 * @param query the query without its question mark; null if there is none
 */
record RequestTarget(String path, @Nullable String query) {

    private static final Pattern NOT_IN_A_URI = Pattern.compile("[^A-Za-z0-9._~!$&'()*+,;=:@/?%-]");
    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /**
     * Parses the target of a request line, whose characters are bytes.
     *
     * @throws IllegalArgumentException if the path has an invalid percent-encoding
     */
    static RequestTarget parse(String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        if (STRAY_PERCENT.matcher(path).find()) {
            throw new IllegalArgumentException("\"" + path + "\" has an invalid percent-encoding.");
        }
        String query = mark < 0
                ? null
                : encode(STRAY_PERCENT.matcher(target.substring(mark + 1)).replaceAll("%25"));
        return new RequestTarget(encode(path), query);
    }

    private static String encode(String text) {
        return NOT_IN_A_URI
                .matcher(text)
                .replaceAll(found ->
                        String.format(Locale.ROOT, "%%%02X", (int) found.group().charAt(0)));
    }
}
