package dev.strait.tests.zoo;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;

/** Generates random scalar values. */
final class Scalars {

    private static final String[] TEXTS = {
        "",
        " ",
        "a",
        "B",
        "ab",
        "abc",
        "a b",
        "x_1",
        "zz9",
        "ABCD",
        "EUR",
        "ä",
        "中文",
        "😀",
        "\"",
        "\\",
        "/~",
        "\u0000",
        "a\nb",
        "1.5",
        "12.5",
        "99",
        "-1e3",
        "ann",
        "bob_smith",
        "ann@example.org",
        "x@y",
        "@",
        "x@@y",
        "ann.b@example.org",
        "a very long text of forty characters: 0123",
        "\u2028",
        "Ann Lee",
        "10",
        "01",
        "20.25"
    };

    private final Random random;
    private final boolean ignoresConstraints;

    Scalars(Random random, boolean ignoresConstraints) {
        this.random = random;
        this.ignoresConstraints = ignoresConstraints;
    }

    Object value(Class<?> type, List<Annotation> annotations) {
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> bool(annotations);
            case "byte", "Byte" -> (byte) integer(annotations, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case "short", "Short" -> (short) integer(annotations, Short.MIN_VALUE, Short.MAX_VALUE);
            case "int", "Integer" -> (int) integer(annotations, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "long", "Long" -> integer(annotations, Long.MIN_VALUE, Long.MAX_VALUE);
            case "OptionalInt" -> OptionalInt.of((int) integer(annotations, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case "OptionalLong" -> OptionalLong.of(integer(annotations, Long.MIN_VALUE, Long.MAX_VALUE));
            case "OptionalDouble" -> OptionalDouble.of(floatingPoint(annotations));
            case "float", "Float" -> (float) floatingPoint(annotations);
            case "double", "Double" -> floatingPoint(annotations);
            case "char", "Character" -> (char) (' ' + random.nextInt(random.nextBoolean() ? 90 : 0xd700));
            case "String" -> text(annotations);
            case "BigInteger" -> decimal(annotations, 0).toBigInteger();
            case "BigDecimal" -> decimal(annotations, random.nextInt(4));
            case "UUID" -> new UUID(random.nextLong(), random.nextLong());
            case "URI" -> URI.create("https://example.org/" + random.nextInt(100) + "?a=b#c");
            default -> time(type, annotations);
        };
    }

    private boolean bool(List<Annotation> annotations) {
        String names = annotations.toString();
        if (ignoresConstraints) {
            return random.nextBoolean();
        }
        return names.contains("AssertTrue") || (!names.contains("AssertFalse") && random.nextBoolean());
    }

    private long integer(List<Annotation> annotations, long min, long max) {
        return clamped(annotations, BigDecimal.valueOf(min), BigDecimal.valueOf(max), 0)
                .longValue();
    }

    private double floatingPoint(List<Annotation> annotations) {
        return clamped(annotations, BigDecimal.valueOf(-1e9), BigDecimal.valueOf(1e9), 6)
                .doubleValue();
    }

    private BigDecimal decimal(List<Annotation> annotations, int scale) {
        return clamped(annotations, new BigDecimal("-1e24"), new BigDecimal("1e24"), scale);
    }

    private BigDecimal clamped(List<Annotation> annotations, BigDecimal min, BigDecimal max, int scale) {
        Making.Interval interval = Making.Interval.of(ignoresConstraints ? List.of() : annotations, min, max);
        int fraction = scale;
        for (Annotation annotation : annotations) {
            if (!ignoresConstraints && annotation instanceof Digits digits) {
                BigDecimal bound = BigDecimal.TEN.pow(digits.integer()).subtract(BigDecimal.ONE);
                BigDecimal lower = interval.min().max(bound.negate());
                BigDecimal upper = interval.max().min(bound);
                interval = new Making.Interval(lower, upper);
                fraction = Math.min(fraction, digits.fraction());
            }
        }
        BigDecimal value = random.nextBoolean()
                ? interval.at(random.nextDouble(), fraction)
                : BigDecimal.valueOf(random.nextInt(9) - 4L).setScale(fraction, RoundingMode.HALF_UP);
        return value.max(interval.min()).min(interval.max());
    }

    private String text(List<Annotation> annotations) {
        String text = random.nextInt(3) > 0 ? TEXTS[random.nextInt(TEXTS.length)] : letters();
        if (ignoresConstraints) {
            return text;
        }
        for (Annotation annotation : annotations) {
            if (annotation instanceof Pattern pattern) {
                text = matching(pattern.regexp());
            } else if (annotation instanceof Email) {
                text = "ann" + random.nextInt(99) + "@example.org";
            } else if (annotation instanceof DecimalMin) {
                text = List.of("1.5", "12.5", "10", "99").get(random.nextInt(4));
            } else if (annotation instanceof NotBlank && text.isBlank()) {
                text = "x";
            }
        }
        for (Annotation annotation : annotations) {
            if (annotation instanceof Size size && text.length() > size.max()) {
                text = text.substring(0, size.max());
            }
        }
        return text;
    }

    private String letters() {
        StringBuilder letters = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }

    /** Supports the expressions that the contracts of this package use. */
    private String matching(String regex) {
        return switch (regex) {
            case "[A-Z]{3}" -> List.of("EUR", "USD", "CHF").get(random.nextInt(3));
            case "[A-Z]{2,8}" -> List.of("AB", "ABCDEFGH").get(random.nextInt(2));
            case "[a-z]" -> "" + (char) ('a' + random.nextInt(26));
            default -> letters();
        };
    }

    private Object time(Class<?> type, List<Annotation> annotations) {
        long seconds = 1L + random.nextInt(1_000_000_000);
        String names = annotations.toString();
        boolean isPast = names.contains("Past") || (!names.contains("Future") && random.nextBoolean());
        isPast ^= ignoresConstraints && annotations.stream().anyMatch(it -> it instanceof Past || it instanceof Future);
        Instant instant = Instant.now().plusSeconds(isPast ? -seconds - 90_000 : seconds + 90_000);
        ZoneId zone = random.nextBoolean() ? ZoneOffset.ofHours(random.nextInt(10) - 5) : ZoneId.of("Europe/Berlin");
        ZonedDateTime zoned = instant.atZone(zone);
        return switch (type.getSimpleName()) {
            case "Instant" -> instant;
            case "LocalDate" -> zoned.toLocalDate();
            case "LocalTime" -> names.contains("Past") ? LocalTime.MIN : zoned.toLocalTime();
            case "LocalDateTime" -> zoned.toLocalDateTime();
            case "OffsetDateTime" -> zoned.toOffsetDateTime();
            case "OffsetTime" ->
                OffsetTime.of(
                        LocalTime.MIN, OffsetTime.now(ZoneId.systemDefault()).getOffset());
            case "ZonedDateTime" -> zoned;
            case "Year" -> Year.of(zoned.getYear() + (isPast ? -1 : 1));
            case "YearMonth" -> YearMonth.from(zoned).plusMonths(isPast ? -1 : 1);
            case "MonthDay" -> MonthDay.of(1, 1);
            case "Duration" -> Duration.ofMillis(seconds);
            case "Period" -> Period.of(1, random.nextInt(12), random.nextInt(30));
            case "ZoneId" -> zone;
            case "ZoneOffset" -> ZoneOffset.ofHours(random.nextInt(10));
            default -> throw new AssertionError(type);
        };
    }
}
