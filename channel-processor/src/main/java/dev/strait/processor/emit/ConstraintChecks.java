package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The condition and the words of one constraint. */
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
            case NOT_EMPTY -> CodeBlock.of("$L.isEmpty()", value);
            case SIZE ->
                size(constraint, CodeBlock.of(type.kind() == Kind.STRING ? "$L.length()" : "$L.size()", value));
            case PATTERN ->
                constraint.linear().isPresent()
                        ? CodeBlock.of("!$L($L)", patterns.of(constraint.regex()), value)
                        : CodeBlock.of(
                                "!$T.matches($N, $L)",
                                RuntimeTypes.CHAR_RUNS,
                                constants.patternOf(constraint.regex()),
                                value);
            case MIN -> compare(type, value, "<", constraint.least());
            case MAX -> compare(type, value, ">", constraint.most());
            case POSITIVE -> compare(type, value, "<=", 0);
            case POSITIVE_OR_ZERO -> compare(type, value, "<", 0);
        };
    }

    private static CodeBlock size(ConstraintModel constraint, CodeBlock size) {
        if (constraint.least() > 0 && constraint.most() < Integer.MAX_VALUE) {
            return CodeBlock.of("$1L < $2L || $1L > $3L", size, constraint.least(), constraint.most());
        }
        return constraint.least() > 0
                ? CodeBlock.of("$L < $L", size, constraint.least())
                : CodeBlock.of("$L > $L", size, constraint.most());
    }

    private static CodeBlock compare(TypeModel type, CodeBlock value, String operator, long bound) {
        return switch (type.kind()) {
            case BIG_INTEGER ->
                CodeBlock.of("$L.compareTo($T.valueOf($LL)) $L 0", value, BigInteger.class, bound, operator);
            case BIG_DECIMAL ->
                CodeBlock.of("$L.compareTo($T.valueOf($LL)) $L 0", value, BigDecimal.class, bound, operator);
            case OPTIONAL_INT -> CodeBlock.of("$L.getAsInt() $L $L", value, operator, literal(bound));
            case OPTIONAL_LONG -> CodeBlock.of("$L.getAsLong() $L $L", value, operator, literal(bound));
            case OPTIONAL_DOUBLE -> CodeBlock.of("$L.getAsDouble() $L $L", value, operator, literal(bound));
            default -> CodeBlock.of("$L $L $L", value, operator, literal(bound));
        };
    }

    private static CodeBlock literal(long bound) {
        return bound == (int) bound ? CodeBlock.of("$L", bound) : CodeBlock.of("$LL", bound);
    }

    /** What a violation says: the author's own words, or ours. */
    static String message(ConstraintModel constraint, TypeModel type) {
        return constraint.message().orElseGet(() -> switch (constraint.rule()) {
            case NOT_NULL -> "must not be null";
            case NOT_BLANK -> "must not be blank";
            case NOT_EMPTY -> "must not be empty";
            case SIZE -> sizeMessage(constraint, unit(type.kind()));
            case MIN -> "must be at least " + constraint.least();
            case MAX -> "must be at most " + constraint.most();
            case PATTERN -> "must match " + constraint.regex();
            case POSITIVE -> "must be greater than 0";
            case POSITIVE_OR_ZERO -> "must not be less than 0";
        });
    }

    private static String sizeMessage(ConstraintModel constraint, String unit) {
        if (constraint.least() == constraint.most()) {
            return "must have " + constraint.most() + " " + unit;
        }
        if (constraint.least() > 0 && constraint.most() < Integer.MAX_VALUE) {
            return "must have between " + constraint.least() + " and " + constraint.most() + " " + unit;
        }
        return constraint.least() > 0
                ? "must have at least " + constraint.least() + " " + unit
                : "must have at most " + constraint.most() + " " + unit;
    }

    private static String unit(Kind kind) {
        return switch (kind) {
            case STRING -> "characters";
            case MAP -> "entries";
            default -> "elements";
        };
    }
}
