package dev.strait.tests.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SlopeTest {

    private final Random random = new Random(1);

    private static Slope slope(LongUnaryOperator sample) {
        List<Long> samples = LongStream.range(0, 100).map(sample).boxed().toList();
        return Slope.of(samples);
    }

    @Test
    void aStraightLine() {
        Slope slope = slope(time -> 7 + 3 * time);
        assertThat(slope.growth()).isCloseTo(297, within(1e-9));
        assertThat(slope.error()).isCloseTo(0, within(1e-9));
        assertThat(slope.mean()).isCloseTo(155.5, within(1e-9));
        assertThat(slope.rises(296)).isTrue();
        assertThat(slope.rises(298)).isFalse();
    }

    @Test
    void noiseDoesNotRise() {
        assertThat(slope(time -> random.nextLong(1_000)).rises(0)).isFalse();
    }

    @Test
    void aLeakRisesInSpiteOfNoise() {
        assertThat(slope(time -> 10 * time + random.nextLong(1_000)).rises(0)).isTrue();
    }
}
