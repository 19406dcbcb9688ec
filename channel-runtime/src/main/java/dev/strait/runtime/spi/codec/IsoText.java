package dev.strait.runtime.spi.codec;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Parses the common forms of dates, times and UUIDs directly from ASCII bytes. Null means another form, which the JDK
 * may accept; {@link Refused} means this form with invalid numbers.
 */
final class IsoText {

    /** A text in the common form, but with invalid numbers. */
    record Refused() {}

    private static final Refused REFUSED = new Refused();

    private static final int DATE = "2026-01-31".length();
    private static final int MINUTES = "09:30".length();
    private static final int SECONDS = "09:30:00".length();
    private static final int NANO_DIGITS = 9;
    private static final int UUID_LENGTH = 36;

    private IsoText() {}

    static @Nullable Object date(byte[] b, int from, int to) {
        return to - from == DATE && isDate(b, from) ? dateAt(b, from) : null;
    }

    static @Nullable Object time(byte[] b, int from, int to) {
        return isTime(b, from, to) ? timeAt(b, from, to) : null;
    }

    static @Nullable Object dateTime(byte[] b, int from, int to) {
        if (!isDateTime(b, from, to)) {
            return null;
        }
        Object date = dateAt(b, from);
        Object time = timeAt(b, from + DATE + 1, to);
        return date instanceof LocalDate day && time instanceof LocalTime hour ? LocalDateTime.of(day, hour) : REFUSED;
    }

    static @Nullable Object instant(byte[] b, int from, int to) {
        boolean isSupported = to - from > DATE + SECONDS + 1
                && b[to - 1] == 'Z'
                && isDateTime(b, from, to - 1)
                && !isLeapOrMidnight(b, from + DATE + 1);
        if (!isSupported) {
            return null;
        }
        Object time = dateTime(b, from, to - 1);
        return time instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : time;
    }

    static Object uuid(byte[] b, int from, int to) {
        if (to - from != UUID_LENGTH || !isUuid(b, from)) {
            return REFUSED;
        }
        long high = hex(b, from, 8) << 32 | hex(b, from + 9, 4) << 16 | hex(b, from + 14, 4);
        long low = hex(b, from + 19, 4) << 48 | hex(b, from + 24, 12);
        return new UUID(high, low);
    }

    private static boolean isDate(byte[] b, int p) {
        return isDigits(b, p, 4)
                && b[p + 4] == '-'
                && isDigits(b, p + 5, 2)
                && b[p + 7] == '-'
                && isDigits(b, p + 8, 2);
    }

    private static Object dateAt(byte[] b, int p) {
        int year = number(b, p, 4);
        int month = number(b, p + 5, 2);
        int day = number(b, p + 8, 2);
        boolean isValid = month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
        return isValid ? LocalDate.of(year, month, day) : REFUSED;
    }

    /** Whether it has hours and minutes, optional seconds, and an optional fraction of up to nine digits. */
    private static boolean isTime(byte[] b, int p, int to) {
        int length = to - p;
        boolean isMinutes = length >= MINUTES && isDigits(b, p, 2) && b[p + 2] == ':' && isDigits(b, p + 3, 2);
        if (length <= MINUTES || !isMinutes) {
            return isMinutes;
        }
        boolean isSeconds = length >= SECONDS && b[p + 5] == ':' && isDigits(b, p + 6, 2);
        int fraction = length - SECONDS - 1;
        return isSeconds
                && (length == SECONDS
                        || (b[p + 8] == '.'
                                && fraction >= 1
                                && fraction <= NANO_DIGITS
                                && isDigits(b, p + 9, fraction)));
    }

    private static Object timeAt(byte[] b, int p, int to) {
        int hour = number(b, p, 2);
        int minute = number(b, p + 3, 2);
        int second = to - p > MINUTES ? number(b, p + 6, 2) : 0;
        if (hour > 23 || minute > 59 || second > 59) {
            return REFUSED;
        }
        int nanos = 0;
        for (int i = 0; i < NANO_DIGITS && to - p > SECONDS; i++) {
            int at = p + 9 + i;
            nanos = nanos * 10 + (at < to ? b[at] - '0' : 0);
        }
        return LocalTime.of(hour, minute, second, nanos);
    }

    private static boolean isDateTime(byte[] b, int from, int to) {
        return to - from > DATE && isDate(b, from) && b[from + DATE] == 'T' && isTime(b, from + DATE + 1, to);
    }

    /** The JDK accepts 24:00:00 and leap seconds in instants. */
    private static boolean isLeapOrMidnight(byte[] b, int p) {
        return number(b, p, 2) == 24 || number(b, p + 6, 2) == 60;
    }

    private static boolean isUuid(byte[] b, int p) {
        for (int i = 0; i < UUID_LENGTH; i++) {
            boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
            if (isDash ? b[p + i] != '-' : Character.digit((char) (b[p + i] & 0xff), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static long hex(byte[] b, int from, int digits) {
        long value = 0;
        for (int p = from; p < from + digits; p++) {
            value = value << 4 | Character.digit((char) b[p], 16);
        }
        return value;
    }

    private static boolean isDigits(byte[] b, int from, int count) {
        for (int p = from; p < from + count; p++) {
            if (!Numbers.isDigit(b[p])) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] b, int from, int digits) {
        int value = 0;
        for (int p = from; p < from + digits; p++) {
            value = value * 10 + (b[p] - '0');
        }
        return value;
    }
}
