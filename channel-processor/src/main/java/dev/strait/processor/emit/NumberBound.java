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

    CodeBlock literal() {
        long bound = integer.longValueExact();
        return bound == (int) bound ? CodeBlock.of("$L", bound) : CodeBlock.of("$LL", bound);
    }
}
