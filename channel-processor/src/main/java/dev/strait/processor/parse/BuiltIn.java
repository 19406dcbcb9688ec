package dev.strait.processor.parse;

import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.ConstraintModel.Rule;
import dev.strait.processor.model.RegexModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.lang.model.element.AnnotationValue;

/** The constraints of Jakarta Validation itself: what each applies to, and what it says. */
enum BuiltIn {
    NOT_NULL("NotNull", Rule.NOT_NULL, "anything"),
    NOT_BLANK("NotBlank", Rule.NOT_BLANK, "String"),
    NOT_EMPTY("NotEmpty", Rule.NOT_EMPTY, "String, an array, List, Set or Map"),
    SIZE("Size", Rule.SIZE, "String, an array, List, Set or Map"),
    MIN("Min", Rule.LEAST, "an integral number, BigInteger or BigDecimal"),
    MAX("Max", Rule.MOST, "an integral number, BigInteger or BigDecimal"),
    DECIMAL_MIN("DecimalMin", Rule.LEAST, "an integral number, BigInteger, BigDecimal or String"),
    DECIMAL_MAX("DecimalMax", Rule.MOST, "an integral number, BigInteger, BigDecimal or String"),
    DIGITS("Digits", Rule.DIGITS, "an integral number, BigInteger, BigDecimal or String"),
    POSITIVE("Positive", Rule.LEAST, "a number"),
    POSITIVE_OR_ZERO("PositiveOrZero", Rule.LEAST, "a number"),
    NEGATIVE("Negative", Rule.MOST, "a number"),
    NEGATIVE_OR_ZERO("NegativeOrZero", Rule.MOST, "a number"),
    PATTERN("Pattern", Rule.PATTERN, "String"),
    EMAIL("Email", Rule.EMAIL, "String"),
    PAST("Past", Rule.PAST, "a java.time type for an instant, a date or a time of day"),
    PAST_OR_PRESENT("PastOrPresent", Rule.PAST, PAST.targets),
    FUTURE("Future", Rule.FUTURE, PAST.targets),
    FUTURE_OR_PRESENT("FutureOrPresent", Rule.FUTURE, PAST.targets),
    ASSERT_TRUE("AssertTrue", Rule.IS_TRUE, "boolean"),
    ASSERT_FALSE("AssertFalse", Rule.IS_FALSE, "boolean");

    /** Nobody computes with more digits. */
    private static final int MOST_SCALE = 1_000;

    private static final String PACKAGE = "jakarta.validation.constraints.";
    private static final Set<String> MOMENTS = Set.of(
            "INSTANT",
            "LOCAL_DATE",
            "LOCAL_TIME",
            "LOCAL_DATE_TIME",
            "MONTH_DAY",
            "OFFSET_DATE_TIME",
            "OFFSET_TIME",
            "YEAR",
            "YEAR_MONTH",
            "ZONED_DATE_TIME");

    private final String simpleName;
    private final Rule rule;
    private final String targets;

    BuiltIn(String simpleName, Rule rule, String targets) {
        this.simpleName = simpleName;
        this.rule = rule;
        this.targets = targets;
    }

    /** Something that it says is no such thing. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final Problem problem;
        private final transient AnnotationValue value;
        private final transient Object[] names;

        Unreadable(Problem problem, AnnotationValue value, Object... names) {
            this.problem = problem;
            this.value = value;
            this.names = names;
        }

        Problem problem() {
            return problem;
        }

        AnnotationValue value() {
            return value;
        }

        Object[] names() {
            return names.clone();
        }
    }

    static boolean isOne(String qualifiedName) {
        return qualifiedName.startsWith(PACKAGE);
    }

    static Optional<BuiltIn> of(String simpleName) {
        for (BuiltIn constraint : values()) {
            if (constraint.simpleName.equals(simpleName)) {
                return Optional.of(constraint);
            }
        }
        return Optional.empty();
    }

    Rule rule() {
        return rule;
    }

    /** The types that it applies to, for people. */
    String targets() {
        return targets;
    }

    boolean appliesTo(TypeModel type) {
        Kind kind = type.kind();
        return switch (this) {
            case NOT_NULL -> true;
            case NOT_BLANK, PATTERN, EMAIL -> kind == Kind.STRING;
            case NOT_EMPTY, SIZE -> kind == Kind.STRING || kind == Kind.BYTES || kind.isContainer();
            case MIN, MAX -> kind.isExactNumber();
            case DECIMAL_MIN, DECIMAL_MAX, DIGITS -> kind.isExactNumber() || kind == Kind.STRING;
            case POSITIVE, POSITIVE_OR_ZERO, NEGATIVE, NEGATIVE_OR_ZERO -> kind.isNumber();
            case PAST, PAST_OR_PRESENT, FUTURE, FUTURE_OR_PRESENT ->
                kind == Kind.TEXT && MOMENTS.contains(type.reference().orElse(""));
            case ASSERT_TRUE, ASSERT_FALSE -> kind == Kind.BOOLEAN;
        };
    }

    /** What it demands. */
    List<ConstraintModel> read(Attributes of) throws Unreadable {
        ConstraintModel model = ConstraintModel.of(rule, WireNames.kebab(simpleName));
        BigDecimal zero = BigDecimal.ZERO;
        return switch (this) {
            case NOT_NULL, NOT_BLANK, NOT_EMPTY, ASSERT_TRUE, ASSERT_FALSE, PAST_OR_PRESENT, FUTURE_OR_PRESENT ->
                List.of(model);
            case PAST, FUTURE, POSITIVE, NEGATIVE -> List.of(model.withInclusive(false));
            case POSITIVE_OR_ZERO, NEGATIVE_OR_ZERO -> List.of(model.withBounds(zero, zero));
            case SIZE -> List.of(size(of, model));
            case MIN, MAX -> List.of(model.withBounds(of.decimal("value"), of.decimal("value")));
            case DECIMAL_MIN, DECIMAL_MAX -> {
                BigDecimal bound = bound(of);
                yield List.of(model.withBounds(bound, bound).withInclusive(of.isTrue("inclusive")));
            }
            case DIGITS -> List.of(digits(of, model));
            case PATTERN -> List.of(model.withRegex(regex(of)));
            case EMAIL -> {
                List<ConstraintModel> all = new ArrayList<>(List.of(model));
                if (!of.text("regexp").equals(".*")) {
                    all.add(ConstraintModel.of(Rule.PATTERN, model.name()).withRegex(regex(of)));
                }
                yield all;
            }
        };
    }

    private static ConstraintModel size(Attributes of, ConstraintModel model) throws Unreadable {
        int min = of.number("min");
        int max = of.number("max");
        if (min < 0 || min > max) {
            String wrong = min < 0
                    ? "minimum " + min + " is negative"
                    : new Bounds.Gap(Integer.toString(min), Integer.toString(max), true).text();
            throw new Unreadable(Problem.CONSTRAINT_BOUNDS, of.value(min < 0 ? "min" : "max"), of.simpleName(), wrong);
        }
        return model.withBounds(BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }

    private static ConstraintModel digits(Attributes of, ConstraintModel model) throws Unreadable {
        int integer = of.number("integer");
        int fraction = of.number("fraction");
        if (integer < 0 || fraction < 0 || integer + fraction == 0) {
            String wrong = integer < 0 ? "integer" : "fraction";
            throw new Unreadable(
                    Problem.CONSTRAINT_NUMBER_INVALID, of.value(wrong), of.number(wrong), of.simpleName(), "2");
        }
        return model.withDigits(integer, fraction);
    }

    private static BigDecimal bound(Attributes of) throws Unreadable {
        try {
            BigDecimal bound = of.decimal("value");
            if (Math.abs((long) bound.scale()) <= MOST_SCALE && bound.precision() <= MOST_SCALE) {
                return bound;
            }
            throw notANumber(of);
        } catch (NumberFormatException wrong) {
            throw notANumber(of);
        }
    }

    private static Unreadable notANumber(Attributes of) {
        return new Unreadable(
                Problem.CONSTRAINT_NUMBER_INVALID, of.value("value"), of.text("value"), of.simpleName(), "\"0.01\"");
    }

    private static RegexModel regex(Attributes of) throws Unreadable {
        String regex = of.text("regexp");
        int flags = 0;
        for (Object flag : of.values("flags")) {
            String name = flag.toString();
            flags |= flag(name.substring(name.lastIndexOf('.') + 1));
        }
        try {
            Pattern.compile(regex, flags);
        } catch (PatternSyntaxException wrong) {
            throw new Unreadable(
                    Problem.CONSTRAINT_REGEX_INVALID, of.value("regexp"), wrong.getDescription(), wrong.getIndex());
        }
        return new RegexModel(regex, flags, flags == 0 ? LinearPatternParser.parse(regex) : Optional.empty());
    }

    private static int flag(String name) {
        return switch (name) {
            case "UNIX_LINES" -> Pattern.UNIX_LINES;
            case "CASE_INSENSITIVE" -> Pattern.CASE_INSENSITIVE;
            case "COMMENTS" -> Pattern.COMMENTS;
            case "MULTILINE" -> Pattern.MULTILINE;
            case "DOTALL" -> Pattern.DOTALL;
            case "UNICODE_CASE" -> Pattern.UNICODE_CASE;
            case "CANON_EQ" -> Pattern.CANON_EQ;
            default -> throw new AssertionError(name);
        };
    }
}
