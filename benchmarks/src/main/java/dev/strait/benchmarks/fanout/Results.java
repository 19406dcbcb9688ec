package dev.strait.benchmarks.fanout;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All figures measured so far, by job, server, metric and round. */
final class Results {

    private record Row(Job job, String server) {}

    private final Map<Row, Map<Metric, Map<Integer, Double>>> figures = new LinkedHashMap<>();
    private final Map<Row, String> failures = new LinkedHashMap<>();
    private final Map<Row, Set<Integer>> disordered = new LinkedHashMap<>();

    void add(Job job, String server, int round, Map<Metric, Double> run) {
        Map<Metric, Map<Integer, Double>> row =
                figures.computeIfAbsent(new Row(job, server), key -> new EnumMap<>(Metric.class));
        run.forEach((metric, figure) ->
                row.computeIfAbsent(metric, key -> new TreeMap<>()).put(round, figure));
    }

    /** Records that members received messages from different senders in different orders. */
    void disorder(Job job, String server, int round) {
        disordered.computeIfAbsent(new Row(job, server), key -> new TreeSet<>()).add(round);
    }

    void fail(Job job, String server, String reason) {
        failures.putIfAbsent(new Row(job, server), reason);
    }

    Map<Integer, Double> figures(Job job, String server, Metric metric) {
        return figures.getOrDefault(new Row(job, server), Map.of()).getOrDefault(metric, Map.of());
    }

    Optional<Ratio> ratio(Job job, String server, String reference, Metric metric) {
        return Ratio.of(figures(job, server, metric), figures(job, reference, metric));
    }

    Optional<Ratio> size(Job job, String server, Metric metric) {
        return Ratio.of(List.copyOf(figures(job, server, metric).values()));
    }

    Optional<String> failure(Job job, String server) {
        return Optional.ofNullable(failures.get(new Row(job, server)));
    }

    /** The servers that failed in any job. */
    Set<String> failed() {
        Set<String> names = new TreeSet<>();
        failures.keySet().forEach(row -> names.add(row.server));
        return names;
    }

    /** The servers whose members did not all receive the messages in the same order. */
    List<String> disordered(Job job) {
        return disordered.keySet().stream()
                .filter(row -> row.job == job)
                .map(Row::server)
                .toList();
    }

    List<String> servers(Job job) {
        Set<String> names = new LinkedHashSet<>();
        figures.keySet().stream().filter(row -> row.job == job).forEach(row -> names.add(row.server));
        failures.keySet().stream().filter(row -> row.job == job).forEach(row -> names.add(row.server));
        return List.copyOf(names);
    }
}
