package dev.strait.runtime.spi.codec;

import java.net.URI;
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
 * A type that is a string in JSON: {@code java.time} types in ISO-8601, UUID and URI.
 *
 * @param <T> the type
 */
public final class TextFormat<T> {

    private static final String NUMBER = "+-0123456789";

    public static final TextFormat<Instant> INSTANT = new TextFormat<>(
            IsoText::instant, NUMBER, Instant::parse, "must be an instant such as 2026-01-31T09:30:00Z");
    public static final TextFormat<LocalDate> LOCAL_DATE =
            new TextFormat<>(IsoText::date, NUMBER, LocalDate::parse, "must be a date such as 2026-01-31");
    public static final TextFormat<LocalTime> LOCAL_TIME =
            new TextFormat<>(IsoText::time, NUMBER, LocalTime::parse, "must be a time such as 09:30:00");
    public static final TextFormat<LocalDateTime> LOCAL_DATE_TIME = new TextFormat<>(
            IsoText::dateTime, NUMBER, LocalDateTime::parse, "must be a date and time such as 2026-01-31T09:30:00");
    public static final TextFormat<OffsetDateTime> OFFSET_DATE_TIME = withoutFastParser(
            NUMBER, OffsetDateTime::parse, "must be a date and time with offset such as 2026-01-31T09:30:00+01:00");
    public static final TextFormat<OffsetTime> OFFSET_TIME =
            withoutFastParser(NUMBER, OffsetTime::parse, "must be a time with offset such as 09:30:00+01:00");
    public static final TextFormat<ZonedDateTime> ZONED_DATE_TIME = withoutFastParser(
            NUMBER,
            ZonedDateTime::parse,
            "must be a date and time with zone such as 2026-01-31T09:30:00+01:00[Europe/Berlin]");
    public static final TextFormat<Duration> DURATION =
            withoutFastParser("+-Pp", Duration::parse, "must be a duration such as PT1H30M");
    public static final TextFormat<Period> PERIOD =
            withoutFastParser("+-Pp", Period::parse, "must be a period such as P1Y2M3D");
    public static final TextFormat<Year> YEAR =
            withoutFastParser(NUMBER, Year::parse, "must be a year such as \"2026\"");
    public static final TextFormat<YearMonth> YEAR_MONTH =
            withoutFastParser(NUMBER, YearMonth::parse, "must be a month such as 2026-01");
    public static final TextFormat<MonthDay> MONTH_DAY =
            withoutFastParser("-", MonthDay::parse, "must be a day of the year such as --01-31");
    public static final TextFormat<ZoneId> ZONE_ID =
            withoutFastParser("", ZoneId::of, "must be a time zone such as Europe/Berlin");
    public static final TextFormat<ZoneOffset> ZONE_OFFSET =
            withoutFastParser("+-Z", ZoneOffset::of, "must be an offset such as +01:00");
    public static final TextFormat<UUID> UUID = new TextFormat<>(
            IsoText::uuid, "", TextFormat::uuid, "must be a UUID such as 123e4567-e89b-12d3-a456-426614174000");

    public static final TextFormat<URI> URI = new TextFormat<>(
            (bytes, from, to) -> null, "", java.net.URI::create, "must be a URI such as https://example.com/a", 2_048);

    /** Longer than any canonical form. Longer texts are refused before they are parsed. */
    private static final int MAX_LENGTH = 128;

    /** Parses the common form from bytes, as {@link IsoText} does. */
    private interface FastParser {
        @Nullable
        Object read(byte[] bytes, int from, int to);
    }

    private final FastParser fastParser;
    /**
     * The characters that a text may start with; empty for any. Other texts are refused early, because exceptions of
     * the JDK's parsers are slow.
     */
    private final String firstChars;

    private final Function<String, T> parser;
    private final String message;
    private final int maxLength;

    private TextFormat(FastParser fastParser, String firstChars, Function<String, T> parser, String message) {
        this(fastParser, firstChars, parser, message, MAX_LENGTH);
    }

    private TextFormat(
            FastParser fastParser, String firstChars, Function<String, T> parser, String message, int maxLength) {
        this.maxLength = maxLength;
        this.fastParser = fastParser;
        this.firstChars = firstChars;
        this.parser = parser;
        this.message = message;
    }

    private static <T> TextFormat<T> withoutFastParser(String firstChars, Function<String, T> parser, String message) {
        return new TextFormat<>((bytes, from, to) -> null, firstChars, parser, message);
    }

    /** Returns the text of a value of any of these types. Parsing it gives an equal value. */
    static String print(Object value) {
        if (value instanceof Year year) {
            // Year.toString has too few digits for its own parser before 1000, and no sign after 9999.
            return withoutEnd(year.atDay(1), "-01-01");
        }
        if (value instanceof YearMonth month) {
            return withoutEnd(month.atDay(1), "-01");
        }
        return value.toString();
    }

    private static String withoutEnd(LocalDate date, String end) {
        String text = date.toString();
        return text.substring(0, text.length() - end.length());
    }

    /** Returns the value of a text; null if it does not have this format. */
    @Nullable
    T parse(String text) {
        boolean cannotMatch = text.isEmpty()
                || text.length() > maxLength
                || (!firstChars.isEmpty() && firstChars.indexOf(text.charAt(0)) < 0);
        if (cannotMatch) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException notOfThisFormat) {
            return null; // the caller reports it, with its path and without the text
        }
    }

    /** Returns the value of a string of plain bytes; null if it does not have this format. */
    @Nullable
    T parse(JsonInput in, int from, int to) {
        Object value = fastParser.read(in.bytes, from, to);
        if (value == null) {
            return parse(in.slice(from, to));
        }
        @SuppressWarnings("unchecked") // each parser returns values of its format
        T read = value instanceof IsoText.Refused ? null : (T) value;
        return read;
    }

    String message() {
        return message;
    }

    /** {@code UUID.fromString} also accepts "1-1-1-1-1"; on the wire, only the full form is valid. */
    private static UUID uuid(String text) {
        UUID uuid = java.util.UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not the 36-character form");
        }
        return uuid;
    }
}
