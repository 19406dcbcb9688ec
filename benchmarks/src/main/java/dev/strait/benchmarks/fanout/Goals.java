package dev.strait.benchmarks.fanout;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Strait's goals: maximum ratios to a reference, and maximum sizes. */
final class Goals {

    /** One goal; without a reference, the limit is a size in KiB. */
    record Goal(Job job, Metric metric, String server, String reference, double limit) {

        Optional<Ratio> measured(Results results) {
            return reference.isEmpty()
                    ? results.size(job, server, metric)
                    : results.ratio(job, server, reference, metric);
        }

        /** Returns {@code reached}, or text such as {@code missed by 12 %}. */
        String verdict(double figure) {
            return figure <= limit
                    ? "reached"
                    : String.format(Locale.ROOT, "missed by %.0f %%", 100 * (figure / limit - 1));
        }

        String limitTitle() {
            return reference.isEmpty()
                    ? String.format(Locale.ROOT, "%.2f KiB", limit)
                    : String.format(Locale.ROOT, "%.2f x %s", limit, reference);
        }
    }

    static final List<Goal> ALL = List.of(
            cpu(Job.W1, "strait", Servers.C_WRITE, 1.25),
            cpu(Job.W16, "strait", Servers.C_COALESCE, 1.4),
            cpu(Job.W16, "strait", "quarkus", 0.12),
            cpu(Job.W16, "strait", "spring", 0.10),
            cpu(Job.W16, "strait", "elysia", 1.1),
            cpu(Job.W16, "strait", "bun", 1.25),
            cpu(Job.ROOMS_W1, "strait", Servers.C_WRITE, 1.4),
            cpu(Job.ROOMS_W4, "strait", Servers.C_COALESCE, 1.4),
            cpu(Job.ECHO, "strait", Servers.C_ECHO, 1.3),
            cpu(Job.ECHO, "strait", "vertx", 1.0),
            cpu(Job.ECHO, "strait-executor", "spring", 0.6),
            cpu(Job.W1, "strait-tomcat", "tomcat", 1.0),
            cpu(Job.W16, "strait-tomcat", "tomcat", 0.3),
            cpu(Job.W1, "strait-jetty", "jetty", 1.0),
            cpu(Job.W16, "strait-jetty", "jetty", 0.3),
            cpu(Job.W1, "strait-undertow", "undertow", 1.0),
            cpu(Job.W16, "strait-undertow", "undertow", 0.5),
            cpu(Job.W1, "strait-grizzly", "tyrus", 1.0),
            cpu(Job.W16, "strait-grizzly", "tyrus", 0.3),
            new Goal(Job.RATE, Metric.P99, "strait", Servers.C_WRITE, 1.2),
            new Goal(Job.IDLE, Metric.HEAP, "strait", "", 5));

    private Goals() {}

    private static Goal cpu(Job job, String server, String reference, double limit) {
        return new Goal(job, Metric.CPU, server, reference, limit);
    }
}
