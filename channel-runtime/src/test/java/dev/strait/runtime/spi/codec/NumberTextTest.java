package dev.strait.runtime.spi.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, true",
        "9, 1, true",
        "10, 1, false",
        "-9, 1, true",
        "-10, 1, false",
        "999999999999999999, 18, true",
        "1000000000000000000, 18, false",
        "9223372036854775807, 19, true",
        "-9223372036854775808, 19, true",
        "-9223372036854775808, 18, false",
        "1, 0, false",
        "0, 0, false"
    })
    void digitsOfLongsAreLimited(long value, int integer, boolean fits) {
        assertThat(NumberText.fits(value, integer)).isEqualTo(fits);
        assertThat(NumberText.fits(BigInteger.valueOf(value), integer, 0)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "1.25, 1, 2, true",
        "1.250, 1, 2, false",
        "12.5, 1, 2, false",
        "0.005, 1, 3, true",
        "1e3, 4, 0, true",
        "1e3, 3, 0, false",
        "-0.5, 1, 1, true"
    })
    void digitsOfDecimalsAreLimited(BigDecimal value, int integer, int fraction, boolean fits) {
        assertThat(NumberText.fits(value, integer, fraction)).isEqualTo(fits);
        assertThat(NumberText.fits(value.toString(), integer, fraction)).isEqualTo(fits);
    }

    @Test
    void textsAreComparedWithBounds() {
        BigDecimal bound = new BigDecimal("1.50");
        assertThat(NumberText.isAtLeast("1.5", bound, true)).isTrue();
        assertThat(NumberText.isAtLeast("1.5", bound, false)).isFalse();
        assertThat(NumberText.isAtLeast("1.51", bound, false)).isTrue();
        assertThat(NumberText.isAtMost("15e-1", bound, true)).isTrue();
        assertThat(NumberText.isAtMost("1.5", bound, false)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            ""
            "abc"
            " 1"
            "1 "
            "01"
            "+1"
            ".5"
            "1."
            "0x1"
            "1e"
            "NaN"
            "١"
            "1e999999999"
            """)
    void invalidNumbersSatisfyNoBound(String text) {
        assertThat(NumberText.isAtLeast(text, new BigDecimal("-1e30000"), true)).isFalse();
        assertThat(NumberText.isAtMost(text, new BigDecimal("1e30000"), true)).isFalse();
        assertThat(NumberText.fits(text, 40_000, 40_000)).isFalse();
    }
}
