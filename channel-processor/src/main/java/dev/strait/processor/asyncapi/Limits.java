package dev.strait.processor.asyncapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.processor.browser.BrowserPattern;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.math.BigDecimal;

/** The constraints of values in a JSON schema, as far as it has them. */
final class Limits {

    /** A character that is not white space in Java, so that the text is not blank. */
    private static final String NOT_BLANK =
            "[^\\t-\\r\\u001c-\\u0020\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]";

    private Limits() {}

    static void add(TypeModel type, ObjectNode schema) {
        if (Schemas.isNumber(type)) {
            range(type, schema);
        }
        type.constraints().stream().flatMap(ConstraintModel::flat).forEach(constraint -> add(constraint, type, schema));
    }

    /** The range of a primitive type. A double does not tell the limits of a long apart, and has no need of its own. */
    private static void range(TypeModel type, ObjectNode schema) {
        switch (type.kind()) {
            case BYTE, SHORT, INT, OPTIONAL_INT -> {
                BigDecimal max = type.kind().maxValue().orElseThrow();
                Json.put(schema, "minimum", max.add(BigDecimal.ONE).negate());
                Json.put(schema, "maximum", max);
            }
            default -> {}
        }
    }

    private static void add(ConstraintModel constraint, TypeModel type, ObjectNode schema) {
        switch (constraint.rule()) {
            case NOT_BLANK -> pattern(schema, NOT_BLANK);
            case NOT_EMPTY -> least(type, BigDecimal.ONE, schema);
            case SIZE -> {
                least(type, constraint.least(), schema);
                if (constraint.isUpperSize()) {
                    most(type, constraint.most(), schema);
                }
            }
            case LEAST -> bound(constraint, type, true, schema);
            case MOST -> bound(constraint, type, false, schema);
            case PATTERN ->
                BrowserPattern.ofSchema(constraint.regex().orElseThrow())
                        .ifPresent(pattern -> pattern(schema, pattern));
            case IS_TRUE -> schema.put("const", true);
            case IS_FALSE -> schema.put("const", false);
            case NOT_NULL, DIGITS, EMAIL, PAST, FUTURE, ALL -> {}
        }
    }

    /** A schema has one pattern; several have to match. */
    private static void pattern(ObjectNode schema, String pattern) {
        if (schema.has("pattern")) {
            schema.withArray("allOf").add(Json.object().put("pattern", pattern));
        } else {
            schema.put("pattern", pattern);
        }
    }

    /** Java counts units of UTF-16, and a schema counts characters, of which each has one or two. */
    private static void least(TypeModel type, BigDecimal size, ObjectNode schema) {
        int least = size.intValue();
        if (least <= 0) {
            return;
        }
        switch (type.kind()) {
            case STRING -> max(schema, "minLength", least <= 1 ? least : (least + 1) / 2);
            case LIST, SET, ARRAY -> max(schema, "minItems", least);
            case MAP -> max(schema, "minProperties", least);
            default -> {}
        }
    }

    private static void max(ObjectNode schema, String name, int value) {
        schema.put(name, Math.max(value, schema.path(name).asInt()));
    }

    private static void most(TypeModel type, BigDecimal size, ObjectNode schema) {
        switch (type.kind()) {
            case STRING -> schema.put("maxLength", size.intValue());
            case LIST, ARRAY -> schema.put("maxItems", size.intValue()); // equal elements of a set become one
            case MAP -> schema.put("maxProperties", size.intValue());
            default -> {}
        }
    }

    /** Whether validators that use doubles take the bound, or integers beside it, for another number. */
    private static boolean isRounded(BigDecimal bound) {
        double rounded = bound.doubleValue();
        return Double.isInfinite(rounded)
                || Math.abs(rounded) >= 0x1p53
                || new BigDecimal(Double.toString(rounded)).compareTo(bound) != 0;
    }

    /** Keeps the tighter of two bounds. A float is left out, because the server rounds before it compares. */
    private static void bound(ConstraintModel constraint, TypeModel type, boolean isLeast, ObjectNode schema) {
        if (!Schemas.isNumber(type) || type.kind() == Kind.FLOAT) {
            return;
        }
        BigDecimal bound = isLeast ? constraint.least() : constraint.most();
        boolean isInclusive = constraint.isInclusive() || isRounded(bound);
        String name =
                isLeast ? isInclusive ? "minimum" : "exclusiveMinimum" : isInclusive ? "maximum" : "exclusiveMaximum";
        BigDecimal other = schema.has(name) ? schema.get(name).decimalValue() : bound;
        Json.put(schema, name, isLeast ? bound.max(other) : bound.min(other));
    }
}
