package dev.strait.runtime.spi.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class MomentsTest {

    @Test
    void thePastIsBeforeNowAndTheFutureIsAfterNow() {
        ZonedDateTime past = ZonedDateTime.parse("1970-01-02T00:00:00Z");
        ZonedDateTime future = ZonedDateTime.parse("2900-01-02T00:00:00Z");
        assertThat(Moments.compareToNow(Instant.EPOCH)).isNegative();
        assertThat(Moments.compareToNow(future.toInstant())).isPositive();
        assertThat(Moments.compareToNow(past)).isNegative();
        assertThat(Moments.compareToNow(future)).isPositive();
        assertThat(Moments.compareToNow(OffsetDateTime.MIN.plusYears(1))).isNegative();
        assertThat(Moments.compareToNow(future.toOffsetDateTime())).isPositive();
        assertThat(Moments.compareToNow(past.toLocalDate())).isNegative();
        assertThat(Moments.compareToNow(LocalDate.MAX)).isPositive();
        assertThat(Moments.compareToNow(LocalDateTime.MIN)).isNegative();
        assertThat(Moments.compareToNow(LocalDateTime.MAX)).isPositive();
        assertThat(Moments.compareToNow(Year.of(1970))).isNegative();
        assertThat(Moments.compareToNow(Year.of(2900))).isPositive();
        assertThat(Moments.compareToNow(YearMonth.of(1970, 1))).isNegative();
        assertThat(Moments.compareToNow(YearMonth.of(2900, 1))).isPositive();
    }

    @Test
    void startsOfDaysAndYearsAreNotFutureAndEndsAreNotPast() {
        assertThat(Moments.compareToNow(LocalTime.MIN)).isNotPositive();
        assertThat(Moments.compareToNow(LocalTime.MAX)).isNotNegative();
        assertThat(Moments.compareToNow(MonthDay.of(1, 1))).isNotPositive();
        assertThat(Moments.compareToNow(MonthDay.of(12, 31))).isNotNegative();
        ZoneOffset offset = OffsetTime.now(ZoneId.systemDefault()).getOffset();
        assertThat(Moments.compareToNow(OffsetTime.of(LocalTime.MIN, offset))).isNotPositive();
        assertThat(Moments.compareToNow(OffsetTime.of(LocalTime.MAX, offset))).isNotNegative();
    }
}
