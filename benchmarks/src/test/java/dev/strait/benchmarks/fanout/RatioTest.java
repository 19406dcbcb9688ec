package dev.strait.benchmarks.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Ratio.of(List.of(9.0, 1.0, 2.0))).contains(new Ratio(2, 1, 9, 3));
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheMiddleTwo() {
        assertThat(Ratio.of(List.of(4.0, 1.0, 2.0, 9.0))).contains(new Ratio(3, 1, 9, 4));
    }

    @Test
    void noFiguresGiveNoRatio() {
        assertThat(Ratio.of(List.of())).isEmpty();
    }

    @Test
    void figuresAreDividedByTheReferenceOfTheSameRound() {
        Map<Integer, Double> figures = Map.of(1, 10.0, 2, 40.0, 3, 90.0);
        Map<Integer, Double> references = Map.of(1, 10.0, 2, 20.0, 3, 30.0);

        assertThat(Ratio.of(figures, references)).contains(new Ratio(2, 1, 3, 3));
    }

    @Test
    void roundsWithoutBothFiguresAreIgnored() {
        assertThat(Ratio.of(Map.of(1, 10.0, 2, 40.0), Map.of(2, 20.0, 3, 1.0))).contains(new Ratio(2, 2, 2, 1));
        assertThat(Ratio.of(Map.of(1, 10.0), Map.of(2, 20.0))).isEmpty();
    }

    @Test
    void theSpreadIsShownForSeveralFigures() {
        assertThat(new Ratio(1.254, 1, 2, 3)).hasToString("1.25 (1.00..2.00)");
        assertThat(new Ratio(1.254, 1.254, 1.254, 1)).hasToString("1.25");
        assertThat(new Ratio(0.0512, 0.05, 0.06, 2)).hasToString("0.051 (0.050..0.060)");
    }
}
