package dev.strait.benchmarks.fanout;

import dev.strait.runtime.internal.RuntimeBenchmark;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures the runtime's own parts by JMH, and writes what they cost in a large room beside a small one. */
public final class RuntimeReport {

    private static final String BYTES = "gc.alloc.rate.norm";
    private static final int SMALL = 10;

    private final StringBuilder table = new StringBuilder();

    private RuntimeReport() {}

    /** Arguments: the results' file, and the milliseconds of an iteration. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(RuntimeBenchmark.class.getSimpleName())
                        .forks(1)
                        .warmupIterations(5)
                        .warmupTime(TimeValue.milliseconds(Long.parseLong(arguments[1])))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.milliseconds(Long.parseLong(arguments[1])))
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        RuntimeReport report = new RuntimeReport();
        report.write(results);
        ResultsSection.write(Path.of(arguments[0]), "runtime", report.table.toString());
    }

    private void write(Collection<RunResult> results) {
        line(
                "### The runtime's own part\n\n%s, JDK %s, `mvn verify -DskipTests -Pbench,runtime -pl benchmarks -am`. Without sockets;"
                        + " times as ratios to a room of %d, for each member.\n\n"
                        + "| | room of 10 | room of 1,000 | room of 100,000 | bytes allocated, for each member |\n|---|---|---|---|---|",
                LocalDate.now(), Runtime.version(), SMALL);
        row("a member leaves and another joins", "leaveAndJoin", results, false);
        row("a broadcast is offered and written", "offerAndDrain", results, true);
    }

    private void row(String title, String benchmark, Collection<RunResult> results, boolean isForAll) {
        double small = time(results, benchmark, SMALL, isForAll);
        int large = 100_000;
        line(
                "| %s | 1.00 | %.2f | %.2f | %.2f |",
                title,
                time(results, benchmark, 1_000, isForAll) / small,
                time(results, benchmark, large, isForAll) / small,
                find(results, benchmark, large).getSecondaryResults().get(BYTES).getScore() / (isForAll ? large : 1));
    }

    private static double time(Collection<RunResult> results, String benchmark, int members, boolean isForAll) {
        double nanos = find(results, benchmark, members).getPrimaryResult().getScore();
        return isForAll ? nanos / members : nanos;
    }

    private static RunResult find(Collection<RunResult> results, String benchmark, int members) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
                .filter(result -> result.getParams().getParam("members").equals(Integer.toString(members)))
                .findFirst()
                .orElseThrow();
    }

    private void line(String format, Object... values) {
        table.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
