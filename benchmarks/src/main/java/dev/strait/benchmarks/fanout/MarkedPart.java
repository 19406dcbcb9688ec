package dev.strait.benchmarks.fanout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of the results' file between its marks; the rest stays as it is. */
final class MarkedPart {

    private static final String BEGIN = "<!-- fanout -->\n";
    private static final String END = "<!-- /fanout -->\n";

    private MarkedPart() {}

    static void write(Path file, String part) throws IOException {
        String all = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        Files.writeString(file, replace(all, part), StandardCharsets.UTF_8);
    }

    /** Puts the part in the place of the last one, or at the end. */
    static String replace(String all, String part) {
        int from = all.indexOf(BEGIN);
        int to = all.indexOf(END, Math.max(from, 0));
        if (from < 0 || to < 0) {
            return all + (all.isEmpty() ? "" : "\n") + BEGIN + part + END;
        }
        return all.substring(0, from + BEGIN.length()) + part + all.substring(to);
    }
}
