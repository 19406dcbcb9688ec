package dev.strait.runtime.spi.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.json.FrameException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The JDK accepts the same dates, times and UUIDs, and returns the same values. */
class IsoTextTest {

    private final Random random = new Random(5);

    @Test
    void instantParsingMatchesTheJdk() {
        assertMatchesTheJdk(
                TextFormat.INSTANT,
                Instant::parse,
                "2026-01-31T09:30:00Z",
                "2024-02-29T23:59:59.123456789Z",
                "2026-12-31T24:00:00Z",
                "2016-12-31T23:59:60Z");
    }

    @Test
    void dateParsingMatchesTheJdk() {
        assertMatchesTheJdk(
                TextFormat.LOCAL_DATE,
                LocalDate::parse,
                "2026-01-31",
                "2024-02-29",
                "2023-02-29",
                "+12026-01-01",
                "-0001-01-01");
    }

    @Test
    void timeParsingMatchesTheJdk() {
        assertMatchesTheJdk(TextFormat.LOCAL_TIME, LocalTime::parse, "09:30", "09:30:00", "23:59:59.1", "24:00:00");
        assertMatchesTheJdk(
                TextFormat.LOCAL_DATE_TIME,
                LocalDateTime::parse,
                "2026-01-31T09:30",
                "2026-01-31T09:30:59.999",
                "2026-01-31T24:00");
    }

    @Test
    void onlyFullLengthUuidsAreAccepted() {
        for (int i = 0; i < 10_000; i++) {
            UUID uuid = new UUID(random.nextLong(), random.nextLong());
            assertThat(parse(TextFormat.UUID, uuid.toString())).isEqualTo(uuid);
            assertThat(parse(TextFormat.UUID, uuid.toString().toUpperCase(java.util.Locale.ROOT)))
                    .isEqualTo(uuid);
            String mutated = mutate(uuid.toString());
            Object expected =
                    mutated.matches("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")
                            ? UUID.fromString(mutated)
                            : null;
            assertThat(parse(TextFormat.UUID, mutated)).as(mutated).isEqualTo(expected);
        }
    }

    /** Compares the given texts and many random mutations of them. */
    private <T> void assertMatchesTheJdk(TextFormat<T> format, Function<String, T> jdk, String... texts) {
        for (String text : texts) {
            assertThat(parse(format, text)).as(text).isEqualTo(expected(jdk, text));
            for (int i = 0; i < 20_000; i++) {
                String mutated = mutate(i % 2 == 0 ? text : mutate(text));
                assertThat(parse(format, mutated)).as(mutated).isEqualTo(expected(jdk, mutated));
            }
        }
    }

    private static <T> @Nullable T expected(Function<String, T> jdk, String text) {
        try {
            return jdk.apply(text);
        } catch (DateTimeException invalid) {
            return null;
        }
    }

    private String mutate(String text) {
        int at = random.nextInt(text.length());
        String other = String.valueOf("0123456789-:.TZ+ zt".charAt(random.nextInt(19)));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + other + text.substring(at);
            default -> text.substring(0, at) + other + text.substring(at + 1);
        };
    }

    private static <T> @Nullable T parse(TextFormat<T> format, String text) {
        JsonReader in = JsonReader.of(("{\"v\":\"" + text + "\"}").getBytes(StandardCharsets.US_ASCII));
        try {
            return Frames.value(in, reader -> reader.text(format));
        } catch (FrameException exception) {
            assertThat(exception.code()).isEqualTo("invalid");
            return null;
        }
    }
}
