package dev.strait.benchmarks.fanout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A section of the results file, between two marker comments. The rest of the file is left unchanged. */
final class ResultsSection {

    private ResultsSection() {}

    static void write(Path file, String jobs, String section) throws IOException {
        String all = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        Files.writeString(file, replace(all, jobs, section), StandardCharsets.UTF_8);
    }

    /** Replaces the section of the same jobs, or appends it. */
    static String replace(String all, String jobs, String section) {
        String begin = "<!-- fanout " + jobs + " -->\n";
        String end = "<!-- /fanout " + jobs + " -->\n";
        int from = all.indexOf(begin);
        int to = all.indexOf(end, Math.max(from, 0));
        if (from < 0 || to < 0) {
            return all + (all.isEmpty() ? "" : "\n") + begin + section + end;
        }
        return all.substring(0, from + begin.length()) + section + all.substring(to);
    }
}
