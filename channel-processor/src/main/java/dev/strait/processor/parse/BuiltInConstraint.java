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

/** The constraints of Jakarta Validation, and the types that each applies to. */
enum BuiltInConstraint {
    NOT_NULL("NotNull", Rule.NOT_NULL, "anything"),
    NOT_BLANK("NotBlank", Rule.NOT_BLANK, "String"),
    NOT_EMPTY("NotEmpty", Rule.NOT_EMPTY, "String, an array, List, Set or Map"),
    SIZE("Size", Rule.SIZE, "String, an array, List, Set or Map"),
    MIN("Min", Rule.LEAST, "a number"),
    MAX("Max", Rule.MOST, "a number"),
    DECIMAL_MIN("DecimalMin", Rule.LEAST, "a number or String"),
    DECIMAL_MAX("DecimalMax", Rule.MOST, "a number or String"),
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

    /** The maximum number of digits of a bound, and of its scale. */
    private static final int MAX_DIGITS = 1_000;

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

    BuiltInConstraint(String simpleName, Rule rule, String targets) {
        this.simpleName = simpleName;
        this.rule = rule;
        this.targets = targets;
    }

    /** The value of an attribute is invalid. */
    static final class InvalidAttributeException extends Exception {

        private static final long serialVersionUID = 1L;

        private final Problem problem;
        private final transient AnnotationValue value;
        private final transient Object[] names;

        InvalidAttributeException(Problem problem, AnnotationValue value, Object... names) {
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

    static boolean isBuiltIn(String qualifiedName) {
        return qualifiedName.startsWith(PACKAGE);
    }

    static Optional<BuiltInConstraint> of(String simpleName) {
        for (BuiltInConstraint constraint : values()) {
            if (constraint.simpleName.equals(simpleName)) {
                return Optional.of(constraint);
            }
        }
        return Optional.empty();
    }

    Rule rule() {
        return rule;
    }

    /** Returns the types that the constraint applies to, as a clause of a compile error. */
    String targets() {
        return targets;
    }

    boolean appliesTo(TypeModel type) {
        Kind kind = type.kind();
        return switch (this) {
            case NOT_NULL -> true;
            case NOT_BLANK, PATTERN, EMAIL -> kind == Kind.STRING;
            case NOT_EMPTY, SIZE -> kind == Kind.STRING || kind == Kind.BYTES || kind.isContainer();
            case MIN, MAX -> kind.isNumber();
            case DECIMAL_MIN, DECIMAL_MAX -> kind.isNumber() || kind == Kind.STRING;
            case DIGITS -> kind.isExactNumber() || kind == Kind.STRING;
            case POSITIVE, POSITIVE_OR_ZERO, NEGATIVE, NEGATIVE_OR_ZERO -> kind.isNumber();
            case PAST, PAST_OR_PRESENT, FUTURE, FUTURE_OR_PRESENT ->
                kind == Kind.TEXT && MOMENTS.contains(type.reference().orElse(""));
            case ASSERT_TRUE, ASSERT_FALSE -> kind == Kind.BOOLEAN;
        };
    }

    /** Returns the model of the constraint. An {@code Email} with a regular expression has two. */
    List<ConstraintModel> parse(Attributes attributes) throws InvalidAttributeException {
        ConstraintModel model = ConstraintModel.of(rule, WireNames.kebab(simpleName));
        BigDecimal zero = BigDecimal.ZERO;
        return switch (this) {
            case NOT_NULL, NOT_BLANK, NOT_EMPTY, ASSERT_TRUE, ASSERT_FALSE, PAST_OR_PRESENT, FUTURE_OR_PRESENT ->
                List.of(model);
            case PAST, FUTURE, POSITIVE, NEGATIVE -> List.of(model.withInclusive(false));
            case POSITIVE_OR_ZERO, NEGATIVE_OR_ZERO -> List.of(model.withBounds(zero, zero));
            case SIZE -> List.of(size(attributes, model));
            case MIN, MAX -> List.of(model.withBounds(attributes.decimal("value"), attributes.decimal("value")));
            case DECIMAL_MIN, DECIMAL_MAX -> {
                BigDecimal bound = bound(attributes);
                yield List.of(model.withBounds(bound, bound).withInclusive(attributes.isTrue("inclusive")));
            }
            case DIGITS -> List.of(digits(attributes, model));
            case PATTERN -> List.of(model.withRegex(regex(attributes)));
            case EMAIL -> {
                List<ConstraintModel> all = new ArrayList<>(List.of(model));
                if (!attributes.text("regexp").equals(".*")) {
                    all.add(ConstraintModel.of(Rule.PATTERN, model.name()).withRegex(regex(attributes)));
                }
                yield all;
            }
        };
    }

    private static ConstraintModel size(Attributes attributes, ConstraintModel model) throws InvalidAttributeException {
        int min = attributes.number("min");
        int max = attributes.number("max");
        if (min < 0 || min > max) {
            String problem = min < 0
                    ? "minimum " + min + " is negative"
                    : new Bounds.Gap(Integer.toString(min), Integer.toString(max), true, true, true).text();
            throw new InvalidAttributeException(
                    Problem.CONSTRAINT_BOUNDS,
                    attributes.value(min < 0 ? "min" : "max"),
                    attributes.simpleName(),
                    problem);
        }
        return model.withBounds(BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }

    private static ConstraintModel digits(Attributes attributes, ConstraintModel model)
            throws InvalidAttributeException {
        int integer = attributes.number("integer");
        int fraction = attributes.number("fraction");
        if (integer < 0 || fraction < 0 || integer + fraction == 0) {
            String attribute = integer < 0 ? "integer" : "fraction";
            boolean isNegative = integer < 0 || fraction < 0;
            throw new InvalidAttributeException(
                    Problem.CONSTRAINT_BOUNDS,
                    attributes.value(attribute),
                    attributes.simpleName(),
                    isNegative
                            ? attribute + " " + attributes.number(attribute) + " is negative"
                            : "integer and fraction are both 0, so no value is valid");
        }
        return model.withDigits(integer, fraction);
    }

    private static BigDecimal bound(Attributes attributes) throws InvalidAttributeException {
        try {
            BigDecimal bound = attributes.decimal("value");
            if (Math.abs((long) bound.scale()) <= MAX_DIGITS && bound.precision() <= MAX_DIGITS) {
                return bound;
            }
            throw invalidNumber(attributes);
        } catch (NumberFormatException invalid) {
            throw invalidNumber(attributes);
        }
    }

    private static InvalidAttributeException invalidNumber(Attributes attributes) {
        return new InvalidAttributeException(
                Problem.CONSTRAINT_NUMBER_INVALID,
                attributes.value("value"),
                attributes.text("value"),
                attributes.simpleName(),
                "\"0.01\"");
    }

    private static RegexModel regex(Attributes attributes) throws InvalidAttributeException {
        String regex = attributes.text("regexp");
        int flags = 0;
        for (Object flag : attributes.values("flags")) {
            String name = flag.toString();
            flags |= flag(name.substring(name.lastIndexOf('.') + 1));
        }
        try {
            Pattern.compile(regex, flags);
        } catch (PatternSyntaxException invalid) {
            throw new InvalidAttributeException(
                    Problem.CONSTRAINT_REGEX_INVALID,
                    attributes.value("regexp"),
                    invalid.getDescription(),
                    invalid.getIndex());
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
