package dev.strait.benchmarks.fanout;

import dev.strait.benchmarks.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures servers, alternating with the C reference servers, and writes the ratios to the results file. Must be started in
 * the directory of this module.
 *
 * <p>Arguments: the results file; the servers, separated by commas, or {@code all}; the jobs, likewise; the number of rounds;
 * the seconds per run; the seconds of warm-up; the folder of the baseline, or {@code none}.
 */
public final class FanoutReport {

    private static final Path SOURCES = Path.of("fanout");
    private static final Path TARGET = Path.of("target", "fanout");

    private final ServerBuilds builds = new ServerBuilds(SOURCES, TARGET);
    private final Results results = new Results();
    private final Map<String, String> broken = new LinkedHashMap<>();
    private final Set<String> versions = new LinkedHashSet<>();
    private final String[] arguments;
    private final List<ServerProgram> servers;
    private final List<Job> jobs;
    private final int rounds;
    private final LoadClient client;

    private FanoutReport(String[] arguments) {
        this.arguments = arguments.clone();
        servers = new ArrayList<>(Servers.named(arguments[1]));
        if (!arguments[6].equals("none")) {
            servers.add(Servers.baseline(Path.of(arguments[6])));
        }
        jobs = Job.named(arguments[2]);
        rounds = Integer.parseInt(arguments[3]);
        client = new LoadClient(builds.target(), Double.parseDouble(arguments[4]), Double.parseDouble(arguments[5]));
    }

    /** Runs all jobs. The exit code is 1 if a server that was selected by name failed. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 7) {
            throw new IllegalArgumentException(
                    "expected: results file, servers, jobs, rounds, seconds, warm-up seconds, baseline");
        }
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy)));
        FanoutReport report = new FanoutReport(arguments);
        report.build();
        for (Job job : report.jobs) {
            report.measure(job);
            report.write();
        }
        Set<String> failed = report.results.failed();
        System.out.println(failed.isEmpty() ? "all done" : "failed: " + failed);
        if (!failed.isEmpty() && !arguments[1].equals("all")) {
            System.exit(1);
        }
    }

    private void build() throws IOException {
        System.out.println("building the C programs");
        builds.compileNative();
        for (ServerProgram server : servers) {
            System.out.println("building " + server.name());
            try {
                builds.build(server);
                Versions.of(server, builds.folder(server)).ifPresent(versions::add);
            } catch (IOException failed) {
                broken.put(server.name(), "build: " + reason(failed));
                System.out.println("  failed: " + reason(failed));
            }
        }
    }

    private void measure(Job job) {
        for (int round = 1; round <= rounds; round++) {
            for (ServerProgram server : Servers.participants(job, servers, round)) {
                System.out.printf("%s, round %d, %s%n", job.id, round, server.name());
                measure(job, round, server);
            }
        }
    }

    private void measure(Job job, int round, ServerProgram server) {
        String reason = broken.get(server.name());
        if (reason != null) {
            results.fail(job, server.name(), reason);
            return;
        }
        try (RunningServer running = start(server)) {
            LoadClient.Run run = client.run(job, running);
            System.out.println("  " + run.summary());
            results.add(job, server.name(), round, run.figures());
            if (!run.isOrdered()) {
                results.disorder(job, server.name(), round);
            }
        } catch (IOException failed) {
            results.fail(job, server.name(), reason(failed));
            System.out.println("  failed: " + reason(failed));
        }
    }

    /** A server that fails to start is not started again. */
    private RunningServer start(ServerProgram server) throws IOException {
        try {
            return RunningServer.start(server, builds);
        } catch (IOException failed) {
            broken.put(server.name(), reason(failed));
            throw failed;
        }
    }

    /** The message of the exception, without the absolute paths of this machine. */
    private static String reason(IOException failed) {
        return String.valueOf(failed.getMessage())
                .replace(Path.of("").toAbsolutePath().toString(), ".")
                .replaceAll("(/[\\w.+-]+){3,}/", "");
    }

    private void write() throws IOException {
        ResultsSection.write(Path.of(arguments[0]), arguments[2], new FanoutTables(results).write(heading(), jobs));
    }

    private String heading() {
        List<String> parts = new ArrayList<>(List.of("### Fan-out\n\n" + LocalDate.now()));
        parts.add(Machine.describe());
        parts.addAll(versions);
        String command = String.format(
                "`mvn verify -DskipTests -Pbench,fanout -pl benchmarks -am -Dfanout.servers=%s -Dfanout.jobs=%s"
                        + " -Dfanout.rounds=%s -Dfanout.seconds=%s -Dfanout.warmup=%s`",
                (Object[]) List.of(arguments).subList(1, 6).toArray());
        return parts.stream().collect(Collectors.joining(", ")) + ".\n\n" + command
                + "\n\nEach ratio is relative to a C server in the same round: the median of all rounds, with the lowest and the"
                + " highest in parentheses. CPU is the CPU time of the server process per delivery.";
    }
}
