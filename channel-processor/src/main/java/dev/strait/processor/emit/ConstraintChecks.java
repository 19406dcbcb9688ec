package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.ConstraintModel.Rule;
import dev.strait.processor.model.RegexModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.util.Comparator;
import java.util.List;

/** The condition of one constraint. */
final class ConstraintChecks {

    private final CodecConstants constants;
    private final PatternMethods patterns;

    ConstraintChecks(CodecConstants constants, PatternMethods patterns) {
        this.constants = constants;
        this.patterns = patterns;
    }

    /** True in generated code where the value breaks the constraint. */
    CodeBlock isBroken(ConstraintModel constraint, TypeModel type, CodeBlock value) {
        return switch (constraint.rule()) {
            case NOT_NULL -> throw new AssertionError("implied by every type that is not nullable");
            case NOT_BLANK -> CodeBlock.of("$T.isBlank($L)", RuntimeTypes.CHAR_RUNS, value);
            case NOT_EMPTY ->
                type.kind() == Kind.ARRAY || type.kind() == Kind.BYTES
                        ? CodeBlock.of("$L.length == 0", value)
                        : CodeBlock.of("$L.isEmpty()", value);
            case SIZE -> size(constraint, CodeBlock.of("$L.$L", value, sizeOf(type.kind())));
            case LEAST, MOST -> bound(constraint, type, value);
            case DIGITS -> digits(constraint, type, value);
            case PATTERN -> pattern(constraint.regex().orElseThrow(), value);
            case EMAIL -> CodeBlock.of("!$T.isValid($L)", RuntimeTypes.EMAIL_ADDRESS, value);
            case PAST -> moment(value, constraint.isInclusive() ? ">" : ">=");
            case FUTURE -> moment(value, constraint.isInclusive() ? "<" : "<=");
            case IS_TRUE -> CodeBlock.of("!$L", value);
            case IS_FALSE -> value;
            case ALL ->
                inOrder(constraint.parts()).stream()
                        .map(part -> isBroken(part, type, value))
                        .collect(CodeBlock.joining(" || "));
        };
    }

    /** Lengths first: they are cheap, and bound what a pattern runs over. */
    static List<ConstraintModel> inOrder(List<ConstraintModel> constraints) {
        return constraints.stream()
                .sorted(Comparator.comparingInt(constraint -> rank(constraint.rule())))
                .toList();
    }

    private static int rank(Rule rule) {
        return switch (rule) {
            case SIZE -> 0;
            case PATTERN, ALL -> 2;
            default -> 1;
        };
    }

    private static String sizeOf(Kind kind) {
        return switch (kind) {
            case STRING -> "length()";
            case ARRAY, BYTES -> "length";
            default -> "size()";
        };
    }

    private static CodeBlock size(ConstraintModel constraint, CodeBlock size) {
        boolean hasLeast = constraint.least().signum() > 0;
        if (hasLeast && constraint.isUpperSize()) {
            return CodeBlock.of("$1L < $2L || $1L > $3L", size, constraint.least(), constraint.most());
        }
        return hasLeast
                ? CodeBlock.of("$L < $L", size, constraint.least())
                : CodeBlock.of("$L > $L", size, constraint.most());
    }

    private CodeBlock pattern(RegexModel regex, CodeBlock value) {
        return regex.linear().isPresent()
                ? CodeBlock.of("!$L($L)", patterns.of(regex), value)
                : CodeBlock.of("!$T.matches($N, $L)", RuntimeTypes.CHAR_RUNS, constants.patternOf(regex), value);
    }

    private static CodeBlock moment(CodeBlock value, String operator) {
        return CodeBlock.of("$T.compareToNow($L) $L 0", RuntimeTypes.MOMENTS, value, operator);
    }

    private CodeBlock bound(ConstraintModel constraint, TypeModel type, CodeBlock value) {
        boolean isLeast = constraint.rule() == Rule.LEAST;
        String operator = (isLeast ? "<" : ">") + (constraint.isInclusive() ? "" : "=");
        NumberBound bound = NumberBound.of(constraint);
        return switch (type.kind()) {
            case STRING ->
                CodeBlock.of(
                        "!$T.$L($L, $N, $L)",
                        RuntimeTypes.NUMBER_TEXT,
                        isLeast ? "isAtLeast" : "isAtMost",
                        value,
                        constants.decimalOf(bound.value()),
                        constraint.isInclusive());
            case BIG_DECIMAL ->
                bound.isZero()
                        ? CodeBlock.of("$L.signum() $L 0", value, operator)
                        : CodeBlock.of("$L.compareTo($N) $L 0", value, constants.decimalOf(bound.value()), operator);
            case BIG_INTEGER ->
                bound.isZero()
                        ? CodeBlock.of("$L.signum() $L 0", value, operator)
                        : CodeBlock.of(
                                "$L.compareTo($N) $L 0",
                                value,
                                constants.integerOf(bound.integer()),
                                isLeast ? "<" : ">");
            case FLOAT, DOUBLE, OPTIONAL_DOUBLE ->
                CodeBlock.of(
                        "$L $L",
                        primitive(type.kind(), value),
                        bound.isZero()
                                ? CodeBlock.of("$L 0", operator)
                                : bound.asFloatingPoint(type.kind() == Kind.FLOAT, constraint.isInclusive()));
            default -> {
                CodeBlock number = primitive(type.kind(), value);
                yield bound.isBeyondLong()
                        ? CodeBlock.of("$L", bound.isNever()) // no long is on the other side of it
                        : CodeBlock.of("$L $L $L", number, isLeast ? "<" : ">", bound.literal());
            }
        };
    }

    private static CodeBlock digits(ConstraintModel constraint, TypeModel type, CodeBlock value) {
        return switch (type.kind()) {
            case STRING, BIG_DECIMAL, BIG_INTEGER ->
                CodeBlock.of(
                        "!$T.fits($L, $L, $L)",
                        RuntimeTypes.NUMBER_TEXT,
                        value,
                        constraint.most(),
                        constraint.fraction());
            default ->
                CodeBlock.of(
                        "!$T.fits($L, $L)", RuntimeTypes.NUMBER_TEXT, primitive(type.kind(), value), constraint.most());
        };
    }

    private static CodeBlock primitive(Kind kind, CodeBlock value) {
        return switch (kind) {
            case OPTIONAL_INT -> CodeBlock.of("$L.getAsInt()", value);
            case OPTIONAL_LONG -> CodeBlock.of("$L.getAsLong()", value);
            case OPTIONAL_DOUBLE -> CodeBlock.of("$L.getAsDouble()", value);
            default -> value;
        };
    }
}
