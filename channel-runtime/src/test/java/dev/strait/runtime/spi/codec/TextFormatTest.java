package dev.strait.runtime.spi.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The text of a value is parsed as an equal value, also at the limits of its type. */
class TextFormatTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    static Stream<Arguments> values() {
        return Stream.of(
                        of(TextFormat.INSTANT, Instant.MIN, Instant.EPOCH, Instant.MAX),
                        of(
                                TextFormat.LOCAL_DATE,
                                LocalDate.MIN,
                                LocalDate.of(-1, 1, 1),
                                LocalDate.EPOCH,
                                LocalDate.MAX),
                        of(TextFormat.LOCAL_TIME, LocalTime.MIN, LocalTime.NOON, LocalTime.MAX),
                        of(TextFormat.LOCAL_DATE_TIME, LocalDateTime.MIN, LocalDateTime.MAX),
                        of(TextFormat.OFFSET_DATE_TIME, OffsetDateTime.MIN, OffsetDateTime.MAX),
                        of(TextFormat.OFFSET_TIME, OffsetTime.MIN, OffsetTime.MAX),
                        of(
                                TextFormat.ZONED_DATE_TIME,
                                // The two hours that a clock shows twice.
                                ZonedDateTime.ofInstant(Instant.parse("2026-10-25T00:30:00Z"), BERLIN),
                                ZonedDateTime.ofInstant(Instant.parse("2026-10-25T01:30:00Z"), BERLIN),
                                ZonedDateTime.of(LocalDateTime.MAX, ZoneOffset.MIN),
                                ZonedDateTime.of(LocalDateTime.MIN, ZoneOffset.MAX),
                                ZonedDateTime.of(LocalDateTime.MIN, ZoneId.of("UTC+1"))),
                        of(
                                TextFormat.DURATION,
                                Duration.ofSeconds(Long.MIN_VALUE),
                                Duration.ofNanos(-1),
                                Duration.ZERO,
                                Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)),
                        of(
                                TextFormat.PERIOD,
                                Period.of(Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE),
                                Period.ZERO,
                                Period.of(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE)),
                        of(
                                TextFormat.YEAR,
                                Year.of(Year.MIN_VALUE),
                                Year.of(-12_345),
                                Year.of(-5),
                                Year.of(0),
                                Year.of(5),
                                Year.of(2026),
                                Year.of(12_345),
                                Year.of(Year.MAX_VALUE)),
                        of(
                                TextFormat.YEAR_MONTH,
                                YearMonth.of(Year.MIN_VALUE, 1),
                                YearMonth.of(-5, 1),
                                YearMonth.of(5, 12),
                                YearMonth.of(2026, 1),
                                YearMonth.of(10_000, 1),
                                YearMonth.of(Year.MAX_VALUE, 12)),
                        of(TextFormat.MONTH_DAY, MonthDay.of(1, 1), MonthDay.of(2, 29), MonthDay.of(12, 31)),
                        of(
                                TextFormat.ZONE_ID,
                                BERLIN,
                                ZoneOffset.UTC,
                                ZoneOffset.ofHoursMinutesSeconds(-1, -2, -3),
                                ZoneId.of("UT+01:00"),
                                ZoneId.of("Etc/GMT-14")),
                        of(TextFormat.ZONE_OFFSET, ZoneOffset.MIN, ZoneOffset.UTC, ZoneOffset.MAX),
                        of(TextFormat.UUID, new UUID(0, 0), new UUID(-1, -1)),
                        of(TextFormat.URI, URI.create("a"), URI.create("mailto:a@b"), URI.create("//h/%20?q#f")))
                .flatMap(stream -> stream);
    }

    private static Stream<Arguments> of(TextFormat<?> format, Object... values) {
        return Arrays.stream(values).map(value -> Arguments.of(format, value));
    }

    @ParameterizedTest(name = "{index}: {1}")
    @MethodSource("values")
    void theTextOfAValueIsParsedAsAnEqualValue(TextFormat<?> format, Object value) {
        assertThat(format.parse(TextFormat.print(value))).isEqualTo(value);
    }

    @Test
    void yearsHaveFourDigitsOrASign() {
        assertThat(TextFormat.print(Year.of(5))).isEqualTo("0005");
        assertThat(TextFormat.print(Year.of(12_345))).isEqualTo("+12345");
        assertThat(TextFormat.print(YearMonth.of(10_000, 1))).isEqualTo("+10000-01");
    }
}
