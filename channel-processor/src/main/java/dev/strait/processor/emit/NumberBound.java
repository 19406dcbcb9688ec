package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.ConstraintModel.Rule;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * One bound of a number.
 *
 * @param value as it was written
 * @param integer the last integer that keeps it
 * @param isLeast whether it is the lower one
 */
record NumberBound(BigDecimal value, BigInteger integer, boolean isLeast) {

    private static final int LONG_BITS = 63;

    static NumberBound of(ConstraintModel constraint) {
        boolean isLeast = constraint.rule() == Rule.LEAST;
        BigDecimal value = isLeast ? constraint.least() : constraint.most();
        return new NumberBound(value, constraint.lastInteger().toBigInteger(), isLeast);
    }

    boolean isZero() {
        return value.signum() == 0;
    }

    boolean isBeyondLong() {
        return integer.bitLength() > LONG_BITS;
    }

    /** Whether no long can keep a bound that is beyond all of them. */
    boolean isNever() {
        return isLeast == integer.signum() > 0;
    }

    /**
     * The operator and the number that a value breaks the bound with. A value counts as the decimal that its toString prints,
     * so that 0.1 keeps a maximum of 0.1. Only the value next to the bound needs that decimal: all others are on the same
     * side of the bound as they are of that value.
     */
    CodeBlock asFloatingPoint(boolean isFloat, boolean isInclusive) {
        double max = isFloat ? Float.MAX_VALUE : Double.MAX_VALUE;
        double rounded = isFloat ? value.floatValue() : value.doubleValue();
        double nearest = Math.max(-max, Math.min(max, rounded));
        String printed = isFloat ? Float.toString((float) nearest) : Double.toString(nearest);
        int order = new BigDecimal(printed).compareTo(value) * (isLeast ? 1 : -1);
        boolean keepsBound = order > 0 || (order == 0 && isInclusive);
        String operator = (isLeast ? "<" : ">") + (keepsBound ? "" : "=");
        return CodeBlock.of("$L $L", operator, literal(nearest, isFloat));
    }

    private static String literal(double number, boolean isFloat) {
        return isFloat ? (float) number + "F" : number + "D";
    }

    CodeBlock literal() {
        long bound = integer.longValueExact();
        return bound == (int) bound ? CodeBlock.of("$L", bound) : CodeBlock.of("$LL", bound);
    }
}
