package dev.strait.benchmarks.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0-1; 0; 1", "4,9-12; 4; 9", "3; 3; 3", "2-7,9; 2; 3"})
    void theFirstTwoAllowedCoresAreUsed(String list, String server, String client) {
        assertThat(Cores.of(list)).isEqualTo(new Cores(server, client));
    }
}
