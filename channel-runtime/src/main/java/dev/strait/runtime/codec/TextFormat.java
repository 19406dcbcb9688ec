package dev.strait.runtime.codec;

import java.time.DateTimeException;
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
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type that is one string in JSON: {@code java.time} in ISO-8601, and UUID. It is written with {@code toString}.
 *
 * @param <T> the type
 */
public final class TextFormat<T> {

    public static final TextFormat<Instant> INSTANT =
            new TextFormat<>(Instant::parse, "must be an instant such as 2026-01-31T09:30:00Z");
    public static final TextFormat<LocalDate> LOCAL_DATE =
            new TextFormat<>(LocalDate::parse, "must be a date such as 2026-01-31");
    public static final TextFormat<LocalTime> LOCAL_TIME =
            new TextFormat<>(LocalTime::parse, "must be a time such as 09:30:00");
    public static final TextFormat<LocalDateTime> LOCAL_DATE_TIME =
            new TextFormat<>(LocalDateTime::parse, "must be a date and time such as 2026-01-31T09:30:00");
    public static final TextFormat<OffsetDateTime> OFFSET_DATE_TIME = new TextFormat<>(
            OffsetDateTime::parse, "must be a date and time with offset such as 2026-01-31T09:30:00+01:00");
    public static final TextFormat<OffsetTime> OFFSET_TIME =
            new TextFormat<>(OffsetTime::parse, "must be a time with offset such as 09:30:00+01:00");
    public static final TextFormat<ZonedDateTime> ZONED_DATE_TIME = new TextFormat<>(
            ZonedDateTime::parse, "must be a date and time with zone such as 2026-01-31T09:30:00+01:00[Europe/Berlin]");
    public static final TextFormat<Duration> DURATION =
            new TextFormat<>(Duration::parse, "must be a duration such as PT1H30M");
    public static final TextFormat<Period> PERIOD = new TextFormat<>(Period::parse, "must be a period such as P1Y2M3D");
    public static final TextFormat<Year> YEAR = new TextFormat<>(Year::parse, "must be a year such as \"2026\"");
    public static final TextFormat<YearMonth> YEAR_MONTH =
            new TextFormat<>(YearMonth::parse, "must be a month such as 2026-01");
    public static final TextFormat<MonthDay> MONTH_DAY =
            new TextFormat<>(MonthDay::parse, "must be a day of the year such as --01-31");
    public static final TextFormat<ZoneId> ZONE_ID =
            new TextFormat<>(ZoneId::of, "must be a time zone such as Europe/Berlin");
    public static final TextFormat<ZoneOffset> ZONE_OFFSET =
            new TextFormat<>(ZoneOffset::of, "must be an offset such as +01:00");
    public static final TextFormat<UUID> UUID =
            new TextFormat<>(TextFormat::uuid, "must be a UUID such as 123e4567-e89b-12d3-a456-426614174000");

    /** Longer than any canonical form; what is longer is refused before it is parsed. */
    private static final int LONGEST = 128;

    private final Function<String, T> parser;
    private final String message;

    private TextFormat(Function<String, T> parser, String message) {
        this.parser = parser;
        this.message = message;
    }

    /** The value, or null where the text is not of this format. */
    @Nullable
    T parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException notOfThisFormat) {
            return null; // the caller reports it, with the place and without the text
        }
    }

    String message() {
        return message;
    }

    /** {@code UUID.fromString} reads "1-1-1-1-1" as well; on the wire only the full form counts. */
    private static UUID uuid(String text) {
        UUID uuid = java.util.UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not the 36-character form");
        }
        return uuid;
    }
}
