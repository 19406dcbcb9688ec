package dev.strait.benchmarks.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Formats the results as Markdown. */
final class FanoutTables {

    private record Column(String title, Function<String, Optional<Ratio>> figure) {}

    private final Results results;

    FanoutTables(Results results) {
        this.results = results;
    }

    String write(String heading, List<Job> jobs) {
        StringBuilder all = new StringBuilder(heading).append('\n');
        for (Job job : jobs) {
            List<String> servers = results.servers(job);
            if (!servers.isEmpty()) {
                all.append(table(job, servers));
            }
        }
        return all.append(goals(jobs)).append(comparison(jobs)).toString();
    }

    private String table(Job job, List<String> servers) {
        List<Column> columns = columns(job);
        StringBuilder table = new StringBuilder("\n#### ")
                .append(job.title)
                .append(" (`")
                .append(job.id)
                .append("`)\n\n| server |");
        columns.forEach(column -> table.append(' ').append(column.title).append(" |"));
        table.append(" n |\n|---|").append("--:|".repeat(columns.size() + 1)).append('\n');
        servers.forEach(server -> table.append(row(job, server, columns)));
        List<String> disordered = results.disordered(job);
        if (!disordered.isEmpty()) {
            table.append("\nMembers received messages from different senders in different orders: ")
                    .append(String.join(", ", disordered))
                    .append(".\n");
        }
        return table.toString();
    }

    private String row(Job job, String server, List<Column> columns) {
        StringBuilder row = new StringBuilder("| ").append(server).append(" |");
        int count = 0;
        for (Column column : columns) {
            Optional<Ratio> figure = column.figure.apply(server);
            row.append(' ').append(figure.map(Ratio::toString).orElse("-")).append(" |");
            count = Math.max(count, figure.map(Ratio::count).orElse(0));
        }
        row.append(' ').append(count);
        results.failure(job, server)
                .ifPresent(reason ->
                        row.append(", failed: ").append(reason.replace('|', '/').replaceAll("\\s+", " ")));
        return row.append(" |\n").toString();
    }

    private List<Column> columns(Job job) {
        List<Column> columns = new ArrayList<>();
        switch (job.mode) {
            case FANOUT, ECHO -> job.references().forEach(reference -> columns.add(ratio(job, Metric.CPU, reference)));
            case RATE -> {
                columns.add(ratio(job, Metric.P50, Servers.C_WRITE));
                columns.add(ratio(job, Metric.P99, Servers.C_WRITE));
                columns.add(ratio(job, Metric.CPU, Servers.C_WRITE));
            }
            case IDLE -> {
                columns.add(size(job, Metric.HEAP));
                columns.add(size(job, Metric.RSS));
            }
        }
        return columns;
    }

    private Column ratio(Job job, Metric metric, String reference) {
        return new Column(metric.title + " x " + reference, server -> results.ratio(job, server, reference, metric));
    }

    private Column size(Job job, Metric metric) {
        return new Column(metric.title + ", KiB per connection", server -> results.size(job, server, metric));
    }

    private String goals(List<Job> jobs) {
        StringBuilder rows = new StringBuilder();
        for (Goals.Goal goal : Goals.ALL) {
            if (jobs.contains(goal.job())) {
                goal.measured(results).ifPresent(figure -> rows.append(goalRow(goal, figure)));
            }
        }
        return rows.isEmpty()
                ? ""
                : "\n#### Goals\n\n| job | server | goal (maximum) | measured | result |\n|---|---|--:|--:|---|\n"
                        + rows;
    }

    /** How the current version compares with the baseline. */
    private String comparison(List<Job> jobs) {
        StringBuilder rows = new StringBuilder();
        for (Job job : jobs) {
            for (Metric metric : Metric.values()) {
                results.ratio(job, Servers.STRAIT, Servers.BASELINE, metric)
                        .ifPresent(ratio -> rows.append(
                                String.format("| `%s`, %s | %s | %d |\n", job.id, metric.title, ratio, ratio.count())));
            }
        }
        return rows.isEmpty()
                ? ""
                : "\n#### Compared with the baseline\n\n| job | " + Servers.STRAIT + " x " + Servers.BASELINE
                        + " | n |\n|---|--:|--:|\n" + rows;
    }

    private static String goalRow(Goals.Goal goal, Ratio figure) {
        return String.format(
                "| `%s`, %s | %s | %s | %s | %s |\n",
                goal.job().id,
                goal.metric().title,
                goal.server(),
                goal.limitTitle(),
                figure,
                goal.verdict(figure.median()));
    }
}
