package dev.strait.benchmarks.fanout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of the results' file that is about some jobs, between its marks; the rest stays as it is. */
final class ResultsSection {

    private ResultsSection() {}

    static void write(Path file, String jobs, String part) throws IOException {
        String all = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        Files.writeString(file, replace(all, jobs, part), StandardCharsets.UTF_8);
    }

    /** Puts the part in the place of the last one of the same jobs, or at the end. */
    static String replace(String all, String jobs, String part) {
        String begin = "<!-- fanout " + jobs + " -->\n";
        String end = "<!-- /fanout " + jobs + " -->\n";
        int from = all.indexOf(begin);
        int to = all.indexOf(end, Math.max(from, 0));
        if (from < 0 || to < 0) {
            return all + (all.isEmpty() ? "" : "\n") + begin + part + end;
        }
        return all.substring(0, from + begin.length()) + part + all.substring(to);
    }
}
