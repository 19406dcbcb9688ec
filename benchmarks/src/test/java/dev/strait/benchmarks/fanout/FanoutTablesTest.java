package dev.strait.benchmarks.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FanoutTablesTest {

    private final Results results = new Results();
    private final FanoutTables tables = new FanoutTables(results);

    private void cpu(Job job, String server, double first, double second) {
        results.add(job, server, 1, Map.of(Metric.CPU, first));
        results.add(job, server, 2, Map.of(Metric.CPU, second));
    }

    @Test
    void rowsContainTheRatiosToBothReferencesAndTheRoundCount() {
        cpu(Job.W16, "c-write", 100, 200);
        cpu(Job.W16, "c-coalesce", 10, 20);
        cpu(Job.W16, "netty", 150, 200);

        assertThat(tables.write("heading", List.of(Job.W16)))
                .startsWith("heading\n")
                .contains("| server | CPU x c-write | CPU x c-coalesce | n |\n|---|--:|--:|--:|\n")
                .contains("| netty | 1.25 (1.00..1.50) | 12.50 (10.00..15.00) | 2 |\n")
                .contains("| c-coalesce | 0.10 (0.10..0.10) | 1.00 (1.00..1.00) | 2 |\n");
    }

    @Test
    void echoIsComparedWithTheEchoServer() {
        cpu(Job.ECHO, "c-echo", 100, 100);
        cpu(Job.ECHO, "netty", 300, 300);

        assertThat(tables.write("", List.of(Job.ECHO)))
                .contains("| server | CPU x c-echo | n |")
                .contains("| netty | 3.00 (3.00..3.00) | 2 |");
    }

    @Test
    void latenciesAreShownAsRatios() {
        results.add(Job.RATE, "c-write", 1, Map.of(Metric.P50, 2000.0, Metric.P99, 5000.0, Metric.CPU, 7.0));
        results.add(Job.RATE, "netty", 1, Map.of(Metric.P50, 3000.0, Metric.P99, 10000.0, Metric.CPU, 14.0));

        assertThat(tables.write("", List.of(Job.RATE))).contains("| netty | 1.50 | 2.00 | 2.00 | 1 |");
    }

    @Test
    void memoryIsAbsoluteAndTheHeapIsOmittedWithoutAJvm() {
        results.add(Job.IDLE, "c-write", 1, Map.of(Metric.RSS, 2.1));
        results.add(Job.IDLE, "netty", 1, Map.of(Metric.RSS, 11.6, Metric.HEAP, 2.2));

        assertThat(tables.write("", List.of(Job.IDLE)))
                .contains("| c-write | - | 2.10 | 1 |")
                .contains("| netty | 2.20 | 11.60 | 1 |");
    }

    @Test
    void failuresAreShownWithTheirReason() {
        cpu(Job.W1, "c-write", 100, 100);
        results.fail(Job.W1, "vertx", "build: a | b\nc");
        results.fail(Job.W1, "vertx", "a later one");

        assertThat(tables.write("", List.of(Job.W1))).contains("| vertx | - | - | 0, failed: build: a / b c |\n");
    }

    @Test
    void jobsWithoutResultsHaveNoTable() {
        assertThat(tables.write("heading", List.of(Job.W1))).isEqualTo("heading\n");
    }

    @Test
    void serversThatDeliverInDifferentOrdersAreListed() {
        cpu(Job.W16, "tomcat", 100, 100);
        results.disorder(Job.W16, "tomcat", 1);
        results.disorder(Job.W16, "tomcat", 2);

        assertThat(tables.write("", List.of(Job.W16))).contains("in different orders: tomcat.\n");
    }

    @Test
    void goalsAreShownWithTheMeasuredFigures() {
        cpu(Job.W1, "c-write", 100, 100);
        cpu(Job.W1, "strait", 120, 130);
        cpu(Job.ROOMS_W1, "c-write", 100, 100);
        cpu(Job.ROOMS_W1, "strait", 210, 210);

        assertThat(tables.write("", List.of(Job.W1, Job.ROOMS_W1)))
                .contains("| `w1`, CPU | strait | 1.25 x c-write | 1.25 (1.20..1.30) | reached |")
                .contains("| `rooms-w1`, CPU | strait | 1.40 x c-write | 2.10 (2.10..2.10) | missed by 50 % |");
    }

    @Test
    void theCurrentVersionIsComparedWithTheBaseline() {
        cpu(Job.W1, "c-write", 100, 100);
        cpu(Job.W1, "strait", 120, 130);
        cpu(Job.W1, "strait-baseline", 120, 100);

        assertThat(tables.write("", List.of(Job.W1)))
                .contains("| job | strait x strait-baseline | n |")
                .contains("| `w1`, CPU | 1.15 (1.00..1.30) | 2 |");
    }

    @Test
    void onlyTheSectionBetweenTheMarkersIsReplaced() {
        String all = ResultsSection.replace("before\n", "w1", "old\n");

        assertThat(ResultsSection.replace(all + "after\n", "w1", "new\n"))
                .isEqualTo("before\n\n<!-- fanout w1 -->\nnew\n<!-- /fanout w1 -->\nafter\n");
    }
}
