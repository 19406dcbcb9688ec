package dev.strait.processor.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.TypeModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Examples of numbers that satisfy their constraints. */
final class ExampleNumbers {

    private static final List<BigDecimal> USUAL = Stream.of("1", "0", "10", "100", "1000", "0.5", "-1")
            .map(BigDecimal::new)
            .toList();

    private ExampleNumbers() {}

    static Optional<JsonNode> of(TypeModel type) {
        List<ConstraintModel> constraints =
                type.constraints().stream().flatMap(ConstraintModel::flat).toList();
        boolean isIntegral = type.kind().isIntegral();
        return Stream.concat(USUAL.stream(), constraints.stream().flatMap(ExampleNumbers::near))
                .map(number -> rounded(type, number))
                .filter(number -> !isIntegral || number.stripTrailingZeros().scale() <= 0)
                .filter(number -> type.kind()
                        .maxValue()
                        .map(max -> number.abs().compareTo(max) <= 0)
                        .orElse(true))
                .filter(number -> constraints.stream().allMatch(constraint -> isValid(constraint, number)))
                .findFirst()
                .map(number -> node(type, number));
    }

    /** As the server reads it. */
    private static BigDecimal rounded(TypeModel type, BigDecimal number) {
        return switch (type.kind()) {
            case FLOAT -> new BigDecimal(Float.toString(number.floatValue()));
            case DOUBLE, OPTIONAL_DOUBLE -> new BigDecimal(Double.toString(number.doubleValue()));
            default -> number;
        };
    }

    private static Stream<BigDecimal> near(ConstraintModel constraint) {
        return switch (constraint.rule()) {
            case LEAST ->
                Stream.of(
                        constraint.least(),
                        constraint.least().setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
            case MOST ->
                Stream.of(
                        constraint.most(),
                        constraint.most().setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE));
            default -> Stream.of();
        };
    }

    private static boolean isValid(ConstraintModel constraint, BigDecimal number) {
        return switch (constraint.rule()) {
            case LEAST -> number.compareTo(constraint.least()) >= (constraint.isInclusive() ? 0 : 1);
            case MOST -> number.compareTo(constraint.most()) <= (constraint.isInclusive() ? 0 : -1);
            case DIGITS -> {
                BigDecimal stripped = number.stripTrailingZeros();
                int fraction = Math.max(0, stripped.scale());
                yield fraction <= constraint.fraction()
                        && stripped.precision() - stripped.scale()
                                <= constraint.most().intValue();
            }
            default -> true;
        };
    }

    private static JsonNode node(TypeModel type, BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        if (type.isQuoted()) {
            return TextNode.valueOf(stripped.toPlainString());
        }
        return stripped.scale() <= 0
                ? JsonNodeFactory.instance.numberNode(stripped.toBigIntegerExact())
                : DecimalNode.valueOf(stripped);
    }
}
