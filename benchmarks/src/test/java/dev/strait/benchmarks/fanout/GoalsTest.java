package dev.strait.benchmarks.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GoalsTest {

    private final Results results = new Results();

    @Test
    void aRatioUpToTheLimitReachesTheGoal() {
        Goals.Goal goal = new Goals.Goal(Job.W1, Metric.CPU, "strait", "c-write", 1.25);

        assertThat(goal.verdict(1.25)).isEqualTo("reached");
        assertThat(goal.verdict(1.5)).isEqualTo("missed by 20 %");
    }

    @Test
    void aGoalIsMeasuredAgainstItsReferenceInTheSameRounds() {
        Goals.Goal goal = new Goals.Goal(Job.W16, Metric.CPU, "strait", "quarkus", 0.12);
        results.add(Job.W16, "quarkus", 1, Map.of(Metric.CPU, 2000.0));
        results.add(Job.W16, "strait", 1, Map.of(Metric.CPU, 200.0));
        results.add(Job.W16, "strait", 2, Map.of(Metric.CPU, 900.0));

        assertThat(goal.measured(results)).contains(new Ratio(0.1, 0.1, 0.1, 1));
    }

    @Test
    void goalsWithoutAReferenceAreSizes() {
        Goals.Goal goal = new Goals.Goal(Job.IDLE, Metric.HEAP, "strait", "", 5);
        results.add(Job.IDLE, "strait", 1, Map.of(Metric.HEAP, 3.7));

        assertThat(goal.measured(results)).contains(new Ratio(3.7, 3.7, 3.7, 1));
        assertThat(goal.limitTitle()).isEqualTo("5.00 KiB");
    }

    @Test
    void goalsWithoutFiguresAreNeitherReachedNorMissed() {
        assertThat(Goals.ALL)
                .allSatisfy(goal -> assertThat(goal.measured(results)).isEmpty());
    }

    @Test
    void everyGoalIsForServersThatSupportItsJob() {
        assertThat(Goals.ALL)
                .allSatisfy(
                        goal -> assertThat(Servers.named(goal.server()).get(0).supports(goal.job()))
                                .isTrue())
                .filteredOn(goal -> !goal.reference().isEmpty())
                .allSatisfy(goal -> assertThat(
                                Servers.named(goal.reference()).get(0).supports(goal.job()))
                        .isTrue());
    }
}
