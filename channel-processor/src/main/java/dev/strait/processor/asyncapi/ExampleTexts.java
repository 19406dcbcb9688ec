package dev.strait.processor.asyncapi;

import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.ConstraintModel.Rule;
import dev.strait.processor.model.LinearPattern;
import dev.strait.processor.model.RegexModel;
import dev.strait.processor.model.TypeModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Examples of texts that satisfy their constraints. They are guessed, and then checked. */
final class ExampleTexts {

    private static final int MAX_CHARS = 1_000;

    private static final List<String> GUESSES = List.of(
            "example",
            "a",
            "A",
            "1",
            "abc",
            "ABC",
            "123",
            "a1",
            "A1",
            "abc-123",
            "ann@example.com",
            "#00ff00",
            "00ff00",
            "2026-01-31",
            "09:30",
            "en",
            "EUR",
            "de-DE",
            "https://example.com",
            "+49301234567",
            "1.0",
            "0");

    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("INSTANT", "2026-01-31T09:30:00Z"),
            Map.entry("LOCAL_DATE", "2026-01-31"),
            Map.entry("LOCAL_TIME", "09:30:00"),
            Map.entry("LOCAL_DATE_TIME", "2026-01-31T09:30:00"),
            Map.entry("OFFSET_DATE_TIME", "2026-01-31T09:30:00+01:00"),
            Map.entry("OFFSET_TIME", "09:30:00+01:00"),
            Map.entry("ZONED_DATE_TIME", "2026-01-31T09:30:00+01:00[Europe/Berlin]"),
            Map.entry("DURATION", "PT1H30M"),
            Map.entry("PERIOD", "P1Y2M3D"),
            Map.entry("YEAR", "2026"),
            Map.entry("YEAR_MONTH", "2026-01"),
            Map.entry("MONTH_DAY", "--01-31"),
            Map.entry("ZONE_ID", "Europe/Berlin"),
            Map.entry("ZONE_OFFSET", "+01:00"),
            Map.entry("UUID", "123e4567-e89b-42d3-a456-426614174000"),
            Map.entry("URI", "https://example.com/a"));

    private ExampleTexts() {}

    /** Returns an example of a string. */
    static Optional<String> of(TypeModel type, String name) {
        List<ConstraintModel> constraints =
                type.constraints().stream().flatMap(ConstraintModel::flat).toList();
        Stream<String> fromPatterns = constraints.stream()
                .flatMap(constraint -> constraint.regex().flatMap(RegexModel::linear).stream())
                .flatMap(ExampleTexts::matching);
        int least = Examples.least(type);
        int most = Examples.most(type);
        return Stream.of(Stream.of(name), GUESSES.stream(), fromPatterns)
                .flatMap(each -> each)
                .map(text -> fit(text, least, most))
                .filter(text -> constraints.stream().allMatch(constraint -> isValid(constraint, text)))
                .findFirst();
    }

    private static String fit(String text, int least, int most) {
        String repeated = text.length() < least && least <= MAX_CHARS && !text.isEmpty()
                ? text.repeat((least + text.length() - 1) / text.length()).substring(0, least)
                : text;
        return repeated.substring(0, Math.min(repeated.length(), Math.max(0, most)));
    }

    private static boolean isValid(ConstraintModel constraint, String text) {
        return switch (constraint.rule()) {
            case NOT_BLANK -> !text.isBlank();
            case NOT_EMPTY -> !text.isEmpty();
            case SIZE ->
                text.length() >= constraint.least().intValue()
                        && text.length() <= constraint.most().intValue();
            case PATTERN -> matches(constraint.regex().orElseThrow(), text);
            case EMAIL -> text.equals("ann@example.com");
            case LEAST, MOST, DIGITS -> false; // of a number in a text, which may have any form
            default -> true;
        };
    }

    /** The texts are short, so that no expression takes long. */
    private static boolean matches(RegexModel regex, String text) {
        return text.length() <= MAX_CHARS
                && Pattern.compile(regex.regex(), regex.flags()).matcher(text).matches();
    }

    /** Returns texts that match an expression without backtracking: with a character for each count, and with few. */
    private static Stream<String> matching(LinearPattern pattern) {
        StringBuilder one = new StringBuilder();
        StringBuilder few = new StringBuilder();
        for (LinearPattern.Run run : pattern.runs()) {
            if ((run.low() | run.high()) == 0 || run.least() > MAX_CHARS) {
                return Stream.of();
            }
            String unit = String.valueOf(run.last());
            one.append(unit.repeat(Math.min(run.most(), Math.max(1, run.least()))));
            few.append(unit.repeat(run.least()));
        }
        return Stream.of(one.toString(), few.toString());
    }

    /** Returns an example of a type that is a text in JSON. What depends on the present has one only with a year. */
    static Optional<String> ofFormat(TypeModel type) {
        List<Rule> rules = type.constraints().stream()
                .flatMap(ConstraintModel::flat)
                .map(ConstraintModel::rule)
                .toList();
        Optional<String> usual =
                Optional.ofNullable(FORMATS.get(type.reference().orElseThrow()));
        if (!rules.contains(Rule.PAST) && !rules.contains(Rule.FUTURE)) {
            return usual;
        }
        String year = rules.contains(Rule.FUTURE) ? "2999" : "2020";
        return usual.filter(text -> text.startsWith("2026")).map(text -> year + text.substring(year.length()));
    }
}
