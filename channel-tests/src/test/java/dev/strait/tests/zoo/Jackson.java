package dev.strait.tests.zoo;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Jackson databind without coercions, followed by Hibernate Validator. */
final class Jackson {

    private static final ObjectMapper LENIENT = mapper().build();
    private static final ObjectMapper STRICT =
            mapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private Jackson() {}

    /**
     * The outcome of reading a frame.
     *
     * @param failure why Jackson rejected the frame; null if it accepted it
     * @param violatedPaths the paths that Hibernate Validator reports
     */
    record Outcome(@Nullable String failure, Set<String> violatedPaths) {}

    static Outcome read(Class<?> type, String frame) {
        ObjectMapper mapper = type.getDeclaringClass() == Members.class ? STRICT : LENIENT;
        try {
            return new Outcome(null, Judge.violatedPaths(mapper.readValue(frame, type)));
        } catch (JsonProcessingException e) {
            return new Outcome(e.getOriginalMessage(), Set.of());
        }
    }

    static JsonNode tree(String frame) {
        try {
            return LENIENT.readTree(frame);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface TypeProperty {}

    private static JsonMapper.Builder mapper() {
        JsonMapper.Builder mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .annotationIntrospector(new ContractIntrospector())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .defaultLeniency(false)
                .withCoercionConfigDefaults(
                        config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.EmptyObject, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Textual,
                        config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.TryConvert));
        mapper.addMixIn(Board.Shape.class, TypeProperty.class).addMixIn(Board.Polygon.class, TypeProperty.class);
        mapper.registerSubtypes(
                new NamedType(Board.Circle.class, "circle"),
                new NamedType(Board.Square.class, "square"),
                new NamedType(Board.Free.class, "poly"),
                new NamedType(Board.Nothing.class, "nothing"));
        return mapper;
    }
}
