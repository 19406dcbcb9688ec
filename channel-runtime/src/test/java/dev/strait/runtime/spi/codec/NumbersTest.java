package dev.strait.runtime.spi.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.strait.runtime.json.FrameException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are read and written exactly, compared with the JDK. */
@SuppressWarnings("FloatingPointLiteralPrecision") // literals between two doubles on purpose
class NumbersTest {

    private static final int SAMPLES = 1_000_000;

    private final Random random = new Random(4);

    @Test
    void randomDoublesAreWrittenInTheShortestFormAndReadBack() {
        for (int i = 0; i < SAMPLES; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                checkDouble(value);
            }
        }
    }

    @Test
    void commonDoublesAreWrittenInTheShortestFormAndReadBack() {
        double[] scales = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e9, 1e12, 3, 7};
        for (int i = 0; i < SAMPLES; i++) {
            double value = (random.nextInt(2_000_000_000) - 1_000_000_000) / scales[random.nextInt(scales.length)];
            checkDouble(value);
            checkDouble(Math.nextUp(value));
        }
    }

    private static void checkDouble(double value) {
        String written = write(value);
        assertThat(read(written)).as(written).isEqualTo(Double.doubleToRawLongBits(value));
        assertThat(Double.parseDouble(written)).isEqualTo(value);
        int digits = significantDigits(written);
        assertThat(digits)
                .as("%s, which the JDK prints as %s", written, value)
                .isLessThanOrEqualTo(significantDigits(Double.toString(value)));
        if (digits > 1 && Runtime.version().feature() < 19) {
            // These JDKs sometimes print an extra digit, so check that no shorter number has the same value.
            BigDecimal shorter = new BigDecimal(value).round(new java.math.MathContext(digits - 1));
            assertThat(shorter.doubleValue()).as(written).isNotEqualTo(value);
        }
    }

    private static int significantDigits(String number) {
        return new BigDecimal(number).stripTrailingZeros().precision();
    }

    @Test
    void edgeCasesOfDoublesAreReadBackExactly() {
        double[] edges = {
            0.0,
            -0.0,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Math.nextDown(Double.MIN_NORMAL),
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            1e22,
            1e23,
            9007199254740993.0,
            2e-3,
            123456789.123456,
            999999999.999999,
            1e9,
            1e-7,
            0.1 + 0.2,
            4.35,
            2.2250738585072012e-308
        };
        for (double value : edges) {
            assertThat(read(write(value))).isEqualTo(Double.doubleToRawLongBits(value));
            if (value != 0) {
                checkDouble(value);
            }
        }
        assertThat(write(-0.0)).isEqualTo("-0.0");
        assertThat(write(3.0)).isEqualTo("3.0");
        assertThat(write(1234.5)).isEqualTo("1234.5");
    }

    @Test
    void decimalParsingMatchesTheJdk() {
        for (int i = 0; i < SAMPLES; i++) {
            StringBuilder number = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
            number.append(random.nextInt(3) == 0 ? "0" : String.valueOf(1 + random.nextInt(1 << random.nextInt(31))));
            if (random.nextBoolean()) {
                number.append('.');
                for (int digit = 1 + random.nextInt(random.nextInt(4) == 0 ? 25 : 6); digit > 0; digit--) {
                    number.append(random.nextInt(10));
                }
            }
            if (random.nextInt(4) == 0) {
                number.append(random.nextBoolean() ? "e" : "E")
                        .append(new String[] {"", "+", "-"}[random.nextInt(3)])
                        .append(random.nextInt(340));
            }
            String json = number.toString();
            double expected = Double.parseDouble(json);
            if (Double.isFinite(expected)) {
                assertThat(read(json)).as(json).isEqualTo(Double.doubleToRawLongBits(expected));
            }
            float single = Float.parseFloat(json);
            if (Float.isFinite(single)) {
                assertThat(Float.floatToRawIntBits(Frames.value(json, JsonReader::floatValue)))
                        .as(json)
                        .isEqualTo(Float.floatToRawIntBits(single));
            }
        }
    }

    @Test
    void randomIntegersAreWrittenAndReadBack() {
        for (int i = 0; i < SAMPLES; i++) {
            long value = random.nextLong() >> random.nextInt(64);
            String written = write(value);
            assertThat(written).isEqualTo(Long.toString(value));
            assertThat(Frames.value(written, JsonReader::longValue)).isEqualTo(value);
        }
        long power = 1;
        for (int digits = 1; digits <= 19; digits++) {
            for (long value : new long[] {power - 1, power, power + 1, -power, -power - 1}) {
                assertThat(write(value)).isEqualTo(Long.toString(value));
                assertThat(Frames.both(Long.toString(value), JsonReader::longValue))
                        .isEqualTo(value);
            }
            power *= 10;
        }
        for (long value : new long[] {Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(Frames.both(write(value), JsonReader::longValue)).isEqualTo(value);
        }
        assertThat(Frames.both("-0", JsonReader::longValue)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "-9223372036854775809",
                "18446744073709551616",
                "18446744073709551615",
                "99999999999999999999999",
                "1.0",
                "1e3",
                "1E0",
                "12345678.0",
                "123456789012345e1",
                "1234567890123456.5"
            })
    void invalidLongsAreViolations(String json) {
        assertThat(rule(json, JsonReader::longValue)).isEqualTo("type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"128", "-129", "1000000000000"})
    void integersOutOfRangeAreViolations(String json) {
        assertThat(rule(json, JsonReader::byteValue)).isEqualTo("type");
        assertThat(rule("2147483648", JsonReader::intValue)).isEqualTo("type");
        assertThat(rule("32768", JsonReader::shortValue)).isEqualTo("type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e999999999999"})
    void doublesOutOfRangeAreViolations(String json) {
        assertThat(rule(json, JsonReader::doubleValue)).isEqualTo("type");
        assertThat(rule(json, JsonReader::floatValue)).isEqualTo("type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01",
                "-01",
                "00",
                "-",
                "+1",
                ".5",
                "-.5",
                "1.",
                "1.e1",
                "1e",
                "1e+",
                "1E-",
                "0x1F",
                "1_000",
                "NaN",
                "Infinity",
                "-Infinity",
                "12345678.",
                "0123.5",
                "00.5",
                "1.5.5",
                "1e5.5",
                "--1",
                "1-",
                "1f",
                "1d",
                "１"
            })
    void invalidNumbersAreMalformedForEveryType(String json) {
        for (Frames.Read<?> read : java.util.List.<Frames.Read<?>>of(
                JsonReader::longValue,
                JsonReader::doubleValue,
                JsonReader::floatValue,
                JsonScalars::bigDecimal,
                JsonScalars::bigInteger)) {
            FrameException exception = catchThrowableOfType(
                    FrameException.class, () -> Frames.value(json, in -> String.valueOf(read.from(in))));
            assertThat(exception.code()).as(json).isEqualTo("malformed");
        }
        assertThat(Frames.errorCode("{\"x\":" + json + "}")).isEqualTo("malformed");
    }

    @Test
    void bigNumbersKeepTheirDigitsAndHaveALimitedScale() {
        String digits = "9".repeat(100);
        assertThat(Frames.both(digits, JsonReader::bigInteger)).isEqualTo(new BigInteger(digits));
        assertThat(Frames.both("1.10", JsonReader::bigDecimal)).isEqualTo(new BigDecimal("1.10"));
        assertThat(Frames.both("1e10000", JsonReader::bigDecimal)).isEqualTo(new BigDecimal("1e10000"));
        assertThat(rule("1e10001", JsonReader::bigDecimal)).isEqualTo("type");
        assertThat(rule("1e-10001", JsonReader::bigDecimal)).isEqualTo("type");
        assertThat(rule("1e99999999999", JsonReader::bigDecimal)).isEqualTo("type");
        assertThat(rule("1.5", JsonReader::bigInteger)).isEqualTo("type");
        assertThat(Frames.errorCode("{\"x\":" + digits + "9}")).isEqualTo("invalid");
    }

    private static String rule(String json, Frames.Read<?> read) {
        FrameException exception = catchThrowableOfType(
                FrameException.class, () -> Frames.value(json, in -> String.valueOf(read.from(in))));
        assertThat(exception.code()).as(json).isEqualTo("invalid");
        assertThat(exception.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.path()).isEqualTo("/v"));
        return exception.violations().get(0).rule();
    }

    private static long read(String json) {
        return Double.doubleToRawLongBits(Frames.value(json, JsonReader::doubleValue));
    }

    private static String write(double value) {
        try (JsonWriter out = JsonWriter.ofText()) {
            out.value(value);
            return out.finish();
        }
    }

    private static String write(long value) {
        try (JsonWriter out = JsonWriter.ofText()) {
            out.value(value);
            return out.finish();
        }
    }
}
