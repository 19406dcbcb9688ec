package dev.strait.benchmarks.fanout;

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
 * Measures servers, each as a process of its own, in turns with the C servers, and writes ratios into the results' file.
 *
 * <p>Arguments: the file; the servers, with commas between them, or {@code all}; the jobs likewise; the repetitions; the
 * seconds of a run, and of its warm-up. It is started in the folder of this module.
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
    private final int repetitions;
    private final LoadClient client;

    private FanoutReport(String[] arguments) {
        this.arguments = arguments.clone();
        servers = Servers.named(arguments[1]);
        jobs = Job.named(arguments[2]);
        repetitions = Integer.parseInt(arguments[3]);
        client = new LoadClient(builds.target(), Double.parseDouble(arguments[4]), Double.parseDouble(arguments[5]));
    }

    /** Runs everything; the exit code is 1 if a server failed that was named. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 6) {
            throw new IllegalArgumentException("results, servers, jobs, repetitions, seconds, warm-up seconds");
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
        List<ServerProgram> participants = Servers.participants(job, servers);
        for (int round = 1; round <= repetitions; round++) {
            for (ServerProgram server : participants) {
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

    /** Who does not start once is not tried again. */
    private RunningServer start(ServerProgram server) throws IOException {
        try {
            return RunningServer.start(server, builds);
        } catch (IOException failed) {
            broken.put(server.name(), reason(failed));
            throw failed;
        }
    }

    /** Without the folders of this machine. */
    private static String reason(IOException failed) {
        return String.valueOf(failed.getMessage())
                .replace(Path.of("").toAbsolutePath().toString(), ".")
                .replaceAll("(/[\\w.+-]+){3,}/", "");
    }

    private void write() throws IOException {
        ResultsSection.write(Path.of(arguments[0]), arguments[2], new FanoutTables(results).write(heading(), jobs));
    }

    private String heading() {
        List<String> words = new ArrayList<>(List.of("### Fan-out\n\n" + LocalDate.now()));
        words.add("JDK " + Runtime.version());
        words.addAll(versions);
        String command = String.format(
                "`mvn verify -DskipTests -Pbench,fanout -pl benchmarks -am -Dfanout.servers=%s -Dfanout.jobs=%s"
                        + " -Dfanout.rounds=%s -Dfanout.seconds=%s -Dfanout.warmup=%s`",
                (Object[]) List.of(arguments).subList(1, 6).toArray());
        return words.stream().collect(Collectors.joining(", ")) + ".\n\n" + command
                + "\n\nRatios to the C servers of the same round: the median of the rounds, and in brackets the lowest and the"
                + " highest. CPU is that of the server's process, for each delivery.";
    }
}
