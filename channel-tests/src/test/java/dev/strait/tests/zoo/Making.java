package dev.strait.tests.zoo;

import jakarta.validation.Constraint;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Generates random records by reflection. Some of them may violate constraints. */
final class Making {

    private static final int MAX_DEPTH = 6;

    private final Random random;
    /** The probability that the constraints of a value are ignored. */
    private final double ignoreProbability;

    Making(Random random, double ignoreProbability) {
        this.random = random;
        this.ignoreProbability = ignoreProbability;
    }

    /** Returns a random record of a type, or of one that a sealed interface permits. */
    <T> T make(Class<T> type) {
        while (true) {
            try {
                return type.cast(make(type, Map.of(), 0));
            } catch (Rejected ignored) {
                // try again
            }
        }
    }

    /** Thrown if a record's constructor rejects the values. */
    private static final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Rejected(Throwable cause) {
            super(cause);
        }
    }

    private Object make(Class<?> type, Map<String, AnnotatedType> variables, int depth) {
        if (!type.isRecord()) {
            List<Class<?>> records = Records.permittedBy(type);
            // At the maximum depth, use the first record, which has few components.
            Class<?> record = depth >= MAX_DEPTH ? records.get(0) : records.get(random.nextInt(records.size()));
            return make(record, variablesOf(record, type, variables), depth);
        }
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            List<Annotation> annotations = Records.annotations(components[i]);
            values[i] = value(components[i].getAnnotatedType(), annotations, variables, depth + 1);
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new Rejected(e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("record is not accessible", e);
        }
    }

    private static Map<String, AnnotatedType> variablesOf(
            Class<?> record, Class<?> union, Map<String, AnnotatedType> variables) {
        Map<String, AnnotatedType> own = new HashMap<>();
        for (Type parent : record.getGenericInterfaces()) {
            if (parent instanceof ParameterizedType generic && generic.getRawType() == union) {
                for (int i = 0; i < generic.getActualTypeArguments().length; i++) {
                    own.put(
                            generic.getActualTypeArguments()[i].getTypeName(),
                            variables.get(union.getTypeParameters()[i].getName()));
                }
            }
        }
        return own;
    }

    private @Nullable Object value(
            AnnotatedType type, List<Annotation> declared, Map<String, AnnotatedType> variables, int depth) {
        List<Annotation> annotations = Records.withParts(declared);
        if (type instanceof AnnotatedTypeVariable) {
            AnnotatedType bound =
                    Objects.requireNonNull(variables.get(type.getType().getTypeName()));
            annotations.addAll(Records.withParts(Arrays.asList(bound.getAnnotations())));
            return value(bound, annotations, variables, depth);
        }
        if (Records.isNullable(annotations) && (depth >= MAX_DEPTH || random.nextInt(4) == 0)) {
            return null;
        }
        if (type instanceof AnnotatedArrayType array) {
            return array(array, annotations, variables, depth);
        }
        if (type instanceof AnnotatedParameterizedType generic) {
            return generic(generic, annotations, variables, depth);
        }
        Class<?> plain = (Class<?>) type.getType();
        if (plain.isEnum()) {
            return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
        }
        if (plain.isRecord() || (plain.isSealed() && plain.isInterface())) { // ZoneId is a sealed class
            return make(plain, Map.of(), depth);
        }
        return new Scalars(random, ignoresConstraints()).value(plain, annotations);
    }

    private Object array(
            AnnotatedArrayType type, List<Annotation> annotations, Map<String, AnnotatedType> variables, int depth) {
        AnnotatedType element = type.getAnnotatedGenericComponentType();
        Class<?> raw = Records.raw(element.getType());
        int size = size(annotations, depth);
        Object array = Array.newInstance(raw, size);
        // A constraint before an array type applies to the array, not to its elements.
        List<Annotation> own = new ArrayList<>(Arrays.asList(element.getAnnotations()));
        own.removeIf(annotation -> annotation.annotationType().isAnnotationPresent(Constraint.class));
        for (int i = 0; i < size; i++) {
            Array.set(array, i, value(element, own, variables, depth + 1));
        }
        return array;
    }

    private Object generic(
            AnnotatedParameterizedType type,
            List<Annotation> annotations,
            Map<String, AnnotatedType> variables,
            int depth) {
        AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
        Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
        if (raw.isRecord() || raw.isSealed()) {
            Map<String, AnnotatedType> own = new HashMap<>();
            for (int i = 0; i < arguments.length; i++) {
                AnnotatedType argument = arguments[i];
                own.put(
                        raw.getTypeParameters()[i].getName(),
                        argument instanceof AnnotatedTypeVariable
                                ? variables.get(argument.getType().getTypeName())
                                : Resolved.of(argument, variables));
            }
            return make(raw, own, depth);
        }
        AnnotatedType element = arguments[arguments.length - 1];
        List<Annotation> onElement = Arrays.asList(element.getAnnotations());
        if (raw == Optional.class) {
            return depth >= MAX_DEPTH || random.nextInt(3) == 0
                    ? Optional.empty()
                    : Optional.ofNullable(value(element, onElement, variables, depth + 1));
        }
        int size = size(annotations, depth);
        if (raw == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                Object key = value(arguments[0], Arrays.asList(arguments[0].getAnnotations()), variables, depth + 1);
                map.put(key, value(element, onElement, variables, depth + 1));
            }
            return map;
        }
        Collection<@Nullable Object> collection = raw == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
        for (int i = 0; i < size; i++) {
            collection.add(value(element, onElement, variables, depth + 1));
        }
        return collection;
    }

    private int size(List<Annotation> annotations, int depth) {
        int min = Records.isNotEmpty(annotations) ? 1 : 0;
        int max = depth >= MAX_DEPTH ? 0 : 3;
        if (!ignoresConstraints()) {
            for (Annotation annotation : annotations) {
                if (annotation instanceof Size size) {
                    min = Math.max(min, size.min());
                    max = Math.min(max, size.max());
                }
            }
        }
        max = Math.max(min, max);
        return min + random.nextInt(max - min + 1);
    }

    private boolean ignoresConstraints() {
        return random.nextDouble() < ignoreProbability;
    }

    /** The bounds that annotations set on a number. */
    record Interval(BigDecimal min, BigDecimal max) {

        static Interval of(List<Annotation> annotations, BigDecimal lowest, BigDecimal highest) {
            BigDecimal lower = lowest;
            BigDecimal upper = highest;
            for (Annotation annotation : annotations) {
                if (annotation instanceof Min min) {
                    lower = lower.max(BigDecimal.valueOf(min.value()));
                } else if (annotation instanceof Max max) {
                    upper = upper.min(BigDecimal.valueOf(max.value()));
                } else if (annotation instanceof DecimalMin min) {
                    lower = lower.max(new BigDecimal(min.value()));
                } else if (annotation instanceof DecimalMax max) {
                    upper = upper.min(new BigDecimal(max.value()));
                } else {
                    String name = annotation.annotationType().getSimpleName();
                    lower = name.startsWith("Positive") ? lower.max(BigDecimal.ZERO) : lower;
                    upper = name.startsWith("Negative") ? upper.min(BigDecimal.ZERO) : upper;
                }
            }
            return new Interval(lower, upper);
        }

        BigDecimal at(double fraction, int scale) {
            return max.subtract(min)
                    .multiply(BigDecimal.valueOf(fraction))
                    .add(min)
                    .setScale(scale, RoundingMode.HALF_UP);
        }
    }
}
