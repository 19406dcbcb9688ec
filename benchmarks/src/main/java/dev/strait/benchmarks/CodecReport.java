package dev.strait.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures every contender in every case and writes the ratios to the results file, in one section per JDK. Several rounds
 * spread the measurements of a contender over time; the fastest iteration counts.
 *
 * <p>Arguments: the results file; the number of rounds (default 2; 0 runs the first case only, as a smoke test); the
 * milliseconds per iteration (default 250).
 */
public final class CodecReport {

    /** A row of the table: one benchmark method on one kind of traffic. */
    private record Case(String title, String method, Traffic traffic) {}

    /** The lowest time per operation, in nanoseconds, and the bytes allocated per operation. */
    private record Cell(double nanos, double bytes) {
        Cell lower(Cell other) {
            return new Cell(Math.min(nanos, other.nanos), Math.min(bytes, other.bytes));
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("decode text, small", "decodeText", Traffic.SMALL),
            new Case("decode text, medium", "decodeText", Traffic.MEDIUM),
            new Case("decode text, large", "decodeText", Traffic.LARGE),
            new Case("decode text, mix", "decodeText", Traffic.MIX),
            new Case("decode text, medium, fields reversed (`type` last)", "decodeText", Traffic.TYPE_LAST),
            new Case("decode text, medium, 5 unknown fields", "decodeText", Traffic.UNKNOWN_FIELDS),
            new Case("reject text, small, two violations", "rejectText", Traffic.VIOLATIONS),
            new Case("reject text, small, wrong character", "rejectText", Traffic.MALFORMED),
            new Case("reject text, small, truncated", "rejectText", Traffic.TRUNCATED),
            new Case("decode bytes, small", "decodeBytes", Traffic.SMALL),
            new Case("decode bytes, medium", "decodeBytes", Traffic.MEDIUM),
            new Case("decode bytes, large", "decodeBytes", Traffic.LARGE),
            new Case("encode text, small", "encodeText", Traffic.SMALL),
            new Case("encode text, medium", "encodeText", Traffic.MEDIUM),
            new Case("encode text, large", "encodeText", Traffic.LARGE),
            new Case("encode bytes, small", "encodeBytes", Traffic.SMALL),
            new Case("encode bytes, medium", "encodeBytes", Traffic.MEDIUM),
            new Case("encode bytes, large", "encodeBytes", Traffic.LARGE));

    private final Map<Case, Map<Contender.Kind, Cell>> cells =
            new TreeMap<>((one, other) -> CASES.indexOf(one) - CASES.indexOf(other));
    private final int millis;

    private CodecReport(int millis) {
        this.millis = millis;
    }

    /** Runs everything. */
    public static void main(String[] args) throws RunnerException, IOException {
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 2;
        CodecReport report = new CodecReport(args.length > 2 ? Integer.parseInt(args[2]) : 250);
        if (rounds == 0) {
            report.measure(CASES.get(0));
        }
        for (int round = 0; round < rounds; round++) {
            for (Case one : CASES) {
                report.measure(one);
            }
        }
        report.write(Path.of(args[0]), rounds);
    }

    private void measure(Case one) throws RunnerException {
        for (Contender.Kind kind : Contender.Kind.values()) {
            if (takesPart(kind, one)) {
                cells.computeIfAbsent(one, key -> new EnumMap<>(Contender.Kind.class))
                        .merge(kind, measure(one, kind), Cell::lower);
            }
        }
    }

    private Cell measure(Case one, Contender.Kind kind) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(CodecBenchmark.class.getName() + "." + one.method + "$")
                .param("contender", kind.name())
                .param("traffic", one.traffic.name())
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.milliseconds(millis))
                .measurementIterations(6)
                .measurementTime(TimeValue.milliseconds(millis))
                .addProfiler(GCProfiler.class)
                .build();
        Cell lowest = new Cell(Double.MAX_VALUE, Double.MAX_VALUE);
        for (RunResult run : new Runner(options).run()) {
            for (BenchmarkResult fork : run.getBenchmarkResults()) {
                for (IterationResult iteration : fork.getIterationResults()) {
                    double bytes = iteration.getSecondaryResults().entrySet().stream()
                            .filter(result -> result.getKey().endsWith("gc.alloc.rate.norm"))
                            .mapToDouble(result -> result.getValue().getScore())
                            .findFirst()
                            .orElse(Double.MAX_VALUE);
                    lowest = lowest.lower(new Cell(iteration.getPrimaryResult().getScore(), bytes));
                }
            }
        }
        return lowest;
    }

    /** Leaves out contenders that do not support the case: a layout they cannot read, constraints they do not check. */
    private static boolean takesPart(Contender.Kind kind, Case one) {
        if (kind == Contender.Kind.HANDWRITTEN && (!one.traffic.isUsualLayout() || one.method.startsWith("encode"))) {
            return false;
        }
        if (one.traffic == Traffic.VIOLATIONS) {
            return kind.isValidating();
        }
        return one.traffic.isInvalid() || readsAll(kind.make(), one.traffic);
    }

    private static boolean readsAll(Contender contender, Traffic traffic) {
        List<String> frames = traffic.frames();
        for (int i = 0; i < frames.size(); i++) {
            try {
                if (!traffic.messages().get(i).equals(contender.decode(frames.get(i)))) {
                    return false;
                }
            } catch (Exception rejected) {
                return false;
            }
        }
        return true;
    }

    private void write(Path file, int rounds) throws IOException {
        String version = "JDK " + Runtime.version().feature();
        StringBuilder part = new StringBuilder();
        part.append("<!-- codec ")
                .append(version)
                .append(" -->\n### Codec, ")
                .append(version)
                .append("\n\n");
        part.append(LocalDate.now())
                .append(", ")
                .append(Machine.describe())
                .append(", ")
                .append(rounds);
        part.append(" rounds, iterations of ")
                .append(millis)
                .append(
                        " ms, of which the fastest counts. Each cell has the speed relative to the baseline of the same run");
        part.append(
                " (2.00 is twice as fast), then the bytes allocated per operation. The baseline is Jackson 2 + Hibernate");
        part.append(" Validator for decoding and Jackson 2 for encoding.\n\n");
        part.append("| |");
        for (Contender.Kind kind : Contender.Kind.values()) {
            part.append(' ').append(kind.title()).append(" |");
        }
        part.append("\n|---|")
                .append("---|".repeat(Contender.Kind.values().length))
                .append('\n');
        cells.forEach((one, row) -> part.append(row(one, row)));
        part.append('\n').append(rounds == 0 ? "" : goals()).append("<!-- end -->\n");
        replace(file, version, part.toString());
    }

    private static String row(Case one, Map<Contender.Kind, Cell> row) {
        Cell base =
                row.get(one.method.startsWith("encode") ? Contender.Kind.JACKSON : Contender.Kind.JACKSON_VALIDATED);
        StringBuilder line = new StringBuilder("| ").append(one.title).append(" |");
        for (Contender.Kind kind : Contender.Kind.values()) {
            Cell cell = row.get(kind);
            line.append(cell == null ? " - |" : format(" %.2f / %,.0f |", base.nanos / cell.nanos, cell.bytes));
        }
        return line.append('\n').toString();
    }

    private String goals() {
        StringBuilder part = new StringBuilder(
                "| Speed of Strait | x baseline (goal) | x fastest peer (goal) | x fastest validating peer"
                        + " (goal) | x hand-written parser (goal) |\n|---|---|---|---|---|\n");
        for (Case one : CASES) {
            if (!one.traffic.isInvalid()) {
                part.append(goals(one, cells.get(one)));
            }
        }
        return part.append("\n| Cost relative to valid messages of the same size | ratio (maximum) |\n|---|---|\n")
                .append(cost("decode text, medium, fields reversed (`type` last)", "decode text, medium", 2.5))
                .append(cost("decode text, medium, 5 unknown fields", "decode text, medium", 2))
                .append(cost("reject text, small, two violations", "decode text, small", 2))
                .append(cost("reject text, small, wrong character", "decode text, small", 3.5))
                .append(cost("reject text, small, truncated", "decode text, small", 3.5))
                .toString();
    }

    private static String goals(Case one, Map<Contender.Kind, Cell> row) {
        double strait = row.get(Contender.Kind.STRAIT).nanos;
        boolean isUsual = one.traffic.isUsualLayout();
        Contender.Kind fastest = fastestPeer(row, false);
        double overFastest = row.get(fastest).nanos / strait;
        if (one.method.startsWith("encode")) {
            String overJackson = verdict(row.get(Contender.Kind.JACKSON).nanos / strait, 3);
            return format(
                    "| %s | %s | %s, %s | - | - |\n",
                    one.title, overJackson, verdict(overFastest, 1.25), fastest.title());
        }
        double jacksonGoal = one.traffic == Traffic.MIX ? 6 : isUsual ? 8 : 0;
        return format(
                "| %s | %s | %s, %s | %s | %s |\n",
                one.title,
                verdict(row.get(Contender.Kind.JACKSON_VALIDATED).nanos / strait, jacksonGoal),
                verdict(overFastest, 1.5),
                fastest.title(),
                verdict(row.get(fastestPeer(row, true)).nanos / strait, isUsual ? 3 : 2),
                row.containsKey(Contender.Kind.HANDWRITTEN)
                        ? verdict(row.get(Contender.Kind.HANDWRITTEN).nanos / strait, 0.8)
                        : "-");
    }

    private String cost(String title, String accepted, double goal) {
        double times = nanosOfStrait(title) / nanosOfStrait(accepted);
        return format("| %s | %.2f (%s%.1f) |\n", title, times, times > goal ? "missed: " : "", goal);
    }

    private double nanosOfStrait(String title) {
        return cells.entrySet().stream()
                .filter(row -> row.getKey().title.equals(title))
                .mapToDouble(row -> row.getValue().get(Contender.Kind.STRAIT).nanos)
                .findFirst()
                .orElseThrow();
    }

    private static Contender.Kind fastestPeer(Map<Contender.Kind, Cell> row, boolean mustValidate) {
        return row.keySet().stream()
                .filter(kind -> kind != Contender.Kind.STRAIT && kind != Contender.Kind.HANDWRITTEN)
                .filter(kind -> kind.isValidating() || !mustValidate)
                .min((one, other) -> Double.compare(row.get(one).nanos, row.get(other).nanos))
                .orElseThrow();
    }

    private static String verdict(double ratio, double goal) {
        return goal == 0 ? format("%.2f", ratio) : format("%.2f (%s%.2f)", ratio, ratio < goal ? "missed: " : "", goal);
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    /** Replaces the section of the same JDK, or appends it. */
    private static void replace(Path file, String version, String part) throws IOException {
        String all = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        String start = "<!-- codec " + version + " -->";
        int from = all.indexOf(start);
        String changed = from < 0
                ? all + "\n" + part
                : all.substring(0, from)
                        + part
                        + all.substring(all.indexOf("<!-- end -->\n", from) + "<!-- end -->\n".length());
        Files.writeString(file, changed, StandardCharsets.UTF_8);
    }
}
