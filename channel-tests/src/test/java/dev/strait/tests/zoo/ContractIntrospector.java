package dev.strait.tests.zoo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps the annotations of contracts to Jackson. Those without runtime retention are listed here. */
final class ContractIntrospector extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;
    private static final Set<Class<?>> ALL_DEFAULTED = Set.of(Booking.Defaults.class);
    private static final Set<String> DEFAULTED = Set.of("Place.lifetime");
    private static final Set<String> QUOTED = Set.of("Numbers.quoted", "Numbers.maybe", "Money.amount");
    private static final Set<String> QUOTED_ELEMENTS = Set.of("Numbers.ids");

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        RecordComponent component = component(member);
        return component == null ? null : !isOptional(component);
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated member) {
        RecordComponent component = component(member);
        if (component == null) {
            return super.findSetterInfo(member);
        }
        Nulls nulls = isOptional(component) ? Nulls.DEFAULT : Nulls.FAIL;
        return JsonSetter.Value.construct(nulls, hasNullableElements(component) ? Nulls.DEFAULT : Nulls.FAIL);
    }

    @Override
    public @Nullable PropertyName findNameForDeserialization(Annotated member) {
        return isReference(member) ? PropertyName.construct("ref") : super.findNameForDeserialization(member);
    }

    @Override
    public @Nullable List<PropertyName> findPropertyAliases(Annotated member) {
        return isReference(member) ? List.of(PropertyName.construct("reference")) : super.findPropertyAliases(member);
    }

    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(MapperConfig<?> config, Annotated type) {
        return type.getRawType().isRecord()
                ? JsonIgnoreProperties.Value.forIgnoredProperties("type")
                : super.findPropertyIgnoralByName(config, type);
    }

    @Override
    public @Nullable Object findDeserializer(Annotated member) {
        RecordComponent component = component(member);
        return component != null && QUOTED.contains(key(component))
                ? new Quoted(component.getType())
                : super.findDeserializer(member);
    }

    @Override
    public @Nullable Object findContentDeserializer(Annotated member) {
        RecordComponent component = component(member);
        return component != null && QUOTED_ELEMENTS.contains(key(component))
                ? new Quoted(Long.class)
                : super.findContentDeserializer(member);
    }

    private static boolean isReference(Annotated member) {
        RecordComponent component = component(member);
        return component != null && key(component).equals("Place.reference");
    }

    private static boolean isOptional(RecordComponent component) {
        return ALL_DEFAULTED.contains(component.getDeclaringRecord())
                || DEFAULTED.contains(key(component))
                || component.getType().getSimpleName().startsWith("Optional")
                || Records.isNullable(Records.annotations(component));
    }

    private static boolean hasNullableElements(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        Annotation[] onElements = {};
        if (type instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            onElements = arguments[arguments.length - 1].getAnnotations();
        } else if (type instanceof java.lang.reflect.AnnotatedArrayType array) {
            onElements = array.getAnnotatedGenericComponentType().getAnnotations();
        }
        return Records.isNullable(Arrays.asList(onElements));
    }

    private static String key(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }

    private static @Nullable RecordComponent component(Annotated member) {
        if (member instanceof AnnotatedParameter parameter
                && parameter.getDeclaringClass().isRecord()) {
            RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
            return parameter.getIndex() < components.length ? components[parameter.getIndex()] : null;
        }
        return null;
    }

    /** Reads a number in a string, for {@code @AsString}. */
    private static final class Quoted extends JsonDeserializer<Object> {

        private final Class<?> type;

        Quoted(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return context.handleUnexpectedToken(type, in);
            }
            String text = in.getText();
            try {
                if (type == BigDecimal.class) {
                    return new BigDecimal(text);
                }
                if (type == BigInteger.class) {
                    return new BigInteger(text);
                }
                return type == OptionalLong.class ? OptionalLong.of(Long.parseLong(text)) : Long.valueOf(text);
            } catch (NumberFormatException e) {
                return context.handleWeirdStringValue(type, text, "not a number");
            }
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return OptionalLong.empty();
        }
    }
}
