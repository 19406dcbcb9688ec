package dev.strait.benchmarks.fanout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The cores that the server and the load client are pinned to: the first two that this process may use.
 *
 * @param server the core of the server
 * @param client the core of the load client; on a machine with one core it is the same, and the figures are meaningless
 */
record Cores(String server, String client) {

    private static final String ALLOWED = "Cpus_allowed_list:";

    static Cores allowed() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.US_ASCII)) {
            if (line.startsWith(ALLOWED)) {
                return of(line.substring(ALLOWED.length()).strip());
            }
        }
        throw new IOException("no " + ALLOWED + " in /proc/self/status");
    }

    /** Parses a list such as {@code 0-3,8}. */
    static Cores of(String list) {
        List<String> cores = new ArrayList<>();
        for (String range : list.split(",", -1)) {
            String[] ends = range.split("-", -1);
            for (int core = Integer.parseInt(ends[0]); core <= Integer.parseInt(ends[ends.length - 1]); core++) {
                cores.add(Integer.toString(core));
            }
        }
        return new Cores(cores.get(0), cores.get(Math.min(1, cores.size() - 1)));
    }
}
