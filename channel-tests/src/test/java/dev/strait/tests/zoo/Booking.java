package dev.strait.tests.zoo;

import dev.strait.Channel;
import dev.strait.Default;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Times in the past and the future, email addresses, and a default for each scalar type. Only clients send. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
@Channel("/ws/booking")
interface Booking {
    sealed interface ToServer {}

    record Guest(
            @Email @Size(max = 60) String mail,

            @Email(regexp = ".+@example\\.org", message = "must be one of ours")
            String ours,

            @Pattern(regexp = "[a-z ]+", flags = Pattern.Flag.CASE_INSENSITIVE)
            String name,

            @AssertTrue boolean agreed,
            @AssertFalse Boolean robot,
            @Size(min = 2) @Size(max = 3) String twice)
            implements ToServer {}

    record Before(
            @Past Instant instant,
            @PastOrPresent LocalDate date,
            @Past LocalDateTime dateTime,
            @Past OffsetDateTime offset,
            @PastOrPresent ZonedDateTime zoned,
            @PastOrPresent Year year,
            @PastOrPresent YearMonth month)
            implements ToServer {}

    record After(
            @Future Instant instant,
            @FutureOrPresent LocalDate date,
            @Future LocalDateTime dateTime,
            @Future OffsetDateTime offset,
            @FutureOrPresent ZonedDateTime zoned,
            @FutureOrPresent Year year,
            @Future YearMonth month,
            Optional<@Future Instant> maybe,
            @Nullable @Past LocalDate note)
            implements ToServer {}

    record AnyTime(
            @PastOrPresent @Nullable LocalTime time,
            @PastOrPresent @Nullable OffsetTime offsetTime,
            @PastOrPresent @Nullable MonthDay day)
            implements ToServer {}

    record Defaults(
            @Default("12345678901234567890") BigInteger whole,
            @Default("0.10") BigDecimal money,
            @Default("123e4567-e89b-12d3-a456-426614174000") UUID id,
            @Default("https://example.org/a?b=c") URI uri,
            @Default("2026-01-31T09:30:00Z") Instant instant,
            @Default("2026-01-31") LocalDate date,
            @Default("09:30") LocalTime time,
            @Default("2026-01-31T09:30") LocalDateTime dateTime,
            @Default("2026-01-31T09:30+01:00") OffsetDateTime offsetDateTime,
            @Default("09:30+01:00") OffsetTime offsetTime,

            @Default("2026-01-31T09:30+01:00[Europe/Berlin]")
            ZonedDateTime zoned,

            @Default("PT1H30M") Duration duration,
            @Default("P1Y2M3D") Period period,
            @Default("2026") Year year,
            @Default("2026-01") YearMonth yearMonth,
            @Default("--01-31") MonthDay monthDay,
            @Default("Europe/Berlin") ZoneId zone,
            @Default("+01:00") ZoneOffset offset,
            @Default("7") Short small)
            implements ToServer {}
}
