package dev.strait.benchmarks.fanout;

import dev.strait.benchmarks.Machine;
import dev.strait.runtime.internal.membership.RoomBenchmark;
import dev.strait.runtime.internal.outbound.OutboxBenchmark;
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

/** Measures parts of the runtime with JMH and writes their cost in large rooms relative to a small one. */
public final class RuntimeReport {

    private static final String BYTES = "gc.alloc.rate.norm";
    private static final int SMALL = 10;

    private final StringBuilder table = new StringBuilder();

    private RuntimeReport() {}

    /** Arguments: the results file, the milliseconds per iteration. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(RoomBenchmark.class.getSimpleName())
                        .include(OutboxBenchmark.class.getSimpleName())
                        .include(EmitBenchmark.class.getSimpleName())
                        .include(TestKitBenchmark.class.getSimpleName())
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
                "### Runtime without sockets\n\n%s, %s, `mvn verify -DskipTests -Pbench,runtime -pl benchmarks -am`. Time"
                        + " relative to a room of %d, and bytes allocated: per operation in the first row, per member in the second.\n\n"
                        + "| | room of 10 | room of 1,000 | room of 100,000 | bytes allocated, room of 100,000 |\n|---|---|---|---|---|",
                LocalDate.now(), Machine.describe(), SMALL);
        row("a member leaves and another joins", "leaveAndJoin", results, false);
        row("a broadcast is queued and written", "offerAndDrain", results, true);
        double emit = nanos(results, "emit", "listeners", "0");
        line("\n| | x an emit without recipients | microseconds |\n|---|--:|--:|");
        line("| an emit without recipients | 1.00 | %.3f |", emit / 1_000);
        double observed = nanos(results, "emit", "listeners", "1");
        line("| the same with a listener that ignores it | %.2f | %.3f |", observed / emit, observed / 1_000);
        double kit = results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith(".test"))
                .findFirst()
                .orElseThrow()
                .getPrimaryResult()
                .getScore();
        line("| a test kit: created, two clients, one message, closed | %.0f | %.0f |", kit / emit, kit / 1_000);
    }

    private static double nanos(Collection<RunResult> results, String benchmark, String parameter, String value) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
                .filter(result -> result.getParams().getParam(parameter).equals(value))
                .findFirst()
                .orElseThrow()
                .getPrimaryResult()
                .getScore();
    }

    private void row(String title, String benchmark, Collection<RunResult> results, boolean isPerMember) {
        double small = time(results, benchmark, SMALL, isPerMember);
        int large = 100_000;
        line(
                "| %s | 1.00 | %.2f | %.2f | %.2f |",
                title,
                time(results, benchmark, 1_000, isPerMember) / small,
                time(results, benchmark, large, isPerMember) / small,
                find(results, benchmark, large).getSecondaryResults().get(BYTES).getScore()
                        / (isPerMember ? large : 1));
    }

    private static double time(Collection<RunResult> results, String benchmark, int members, boolean isPerMember) {
        double nanos = find(results, benchmark, members).getPrimaryResult().getScore();
        return isPerMember ? nanos / members : nanos;
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
