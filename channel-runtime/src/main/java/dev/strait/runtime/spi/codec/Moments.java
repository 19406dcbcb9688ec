package dev.strait.runtime.spi.codec;

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
import java.time.ZonedDateTime;

/**
 * Compares times with now: the result is negative, zero or positive. Values without a time zone are compared in the
 * zone of the system, like the default clock of Jakarta Validation does.
 */
public final class Moments {

    private Moments() {}

    public static int compareToNow(Instant value) {
        return value.compareTo(Instant.now());
    }

    public static int compareToNow(OffsetDateTime value) {
        return value.toInstant().compareTo(Instant.now());
    }

    public static int compareToNow(ZonedDateTime value) {
        return value.toInstant().compareTo(Instant.now());
    }

    public static int compareToNow(OffsetTime value) {
        return value.compareTo(OffsetTime.now(ZoneId.systemDefault()).withOffsetSameInstant(value.getOffset()));
    }

    public static int compareToNow(LocalDate value) {
        return value.compareTo(LocalDate.now(ZoneId.systemDefault()));
    }

    public static int compareToNow(LocalDateTime value) {
        return value.compareTo(LocalDateTime.now(ZoneId.systemDefault()));
    }

    public static int compareToNow(LocalTime value) {
        return value.compareTo(LocalTime.now(ZoneId.systemDefault()));
    }

    public static int compareToNow(MonthDay value) {
        return value.compareTo(MonthDay.now(ZoneId.systemDefault()));
    }

    public static int compareToNow(Year value) {
        return value.compareTo(Year.now(ZoneId.systemDefault()));
    }

    public static int compareToNow(YearMonth value) {
        return value.compareTo(YearMonth.now(ZoneId.systemDefault()));
    }
}
