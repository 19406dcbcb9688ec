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

/** Makes records at random, by reflection: most of them right, some of them breaking a constraint here and there. */
final class Making {

    private static final int DEEPEST = 6;

    private final Random random;
    /** How likely a constraint is not looked at. */
    private final double carelessness;

    Making(Random random, double carelessness) {
        this.random = random;
        this.carelessness = carelessness;
    }

    /** A value of a record, or of one of the records below a sealed interface. */
    <T> T make(Class<T> type) {
        while (true) {
            try {
                return type.cast(make(type, Map.of(), 0));
            } catch (Refused again) {
                // the constructor did not like it
            }
        }
    }

    /** A record's constructor refused what was made. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(Throwable cause) {
            super(cause);
        }
    }

    private Object make(Class<?> type, Map<String, AnnotatedType> variables, int depth) {
        if (!type.isRecord()) {
            List<Class<?>> records = Records.below(type);
            // Near the end only those that hold little.
            Class<?> record = depth >= DEEPEST ? records.get(0) : records.get(random.nextInt(records.size()));
            return make(record, renamed(record, type, variables), depth);
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
        } catch (InvocationTargetException refused) {
            throw new Refused(refused);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("of a record", impossible);
        }
    }

    private static Map<String, AnnotatedType> renamed(
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
            AnnotatedType type, List<Annotation> found, Map<String, AnnotatedType> variables, int depth) {
        List<Annotation> annotations = Records.withParts(found);
        if (type instanceof AnnotatedTypeVariable) {
            AnnotatedType bound =
                    Objects.requireNonNull(variables.get(type.getType().getTypeName()));
            annotations.addAll(Records.withParts(Arrays.asList(bound.getAnnotations())));
            return value(bound, annotations, variables, depth);
        }
        if (Records.isNullable(annotations) && (depth >= DEEPEST || random.nextInt(4) == 0)) {
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
        return new Scalars(random, isCareless()).value(plain, annotations);
    }

    private Object array(
            AnnotatedArrayType type, List<Annotation> annotations, Map<String, AnnotatedType> variables, int depth) {
        AnnotatedType element = type.getAnnotatedGenericComponentType();
        Class<?> raw = Records.raw(element.getType());
        int size = size(annotations, depth);
        Object array = Array.newInstance(raw, size);
        // What stands before an array on a component is the component's, and not its elements'.
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
        AnnotatedType held = arguments[arguments.length - 1];
        List<Annotation> onHeld = Arrays.asList(held.getAnnotations());
        if (raw == Optional.class) {
            return depth >= DEEPEST || random.nextInt(3) == 0
                    ? Optional.empty()
                    : Optional.ofNullable(value(held, onHeld, variables, depth + 1));
        }
        int size = size(annotations, depth);
        if (raw == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                Object key = value(arguments[0], Arrays.asList(arguments[0].getAnnotations()), variables, depth + 1);
                map.put(key, value(held, onHeld, variables, depth + 1));
            }
            return map;
        }
        Collection<@Nullable Object> all = raw == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(value(held, onHeld, variables, depth + 1));
        }
        return all;
    }

    private int size(List<Annotation> annotations, int depth) {
        int least = Records.isNotEmpty(annotations) ? 1 : 0;
        int most = depth >= DEEPEST ? 0 : 3;
        if (!isCareless()) {
            for (Annotation annotation : annotations) {
                if (annotation instanceof Size size) {
                    least = Math.max(least, size.min());
                    most = Math.min(most, size.max());
                }
            }
        }
        most = Math.max(least, most);
        return least + random.nextInt(most - least + 1);
    }

    private boolean isCareless() {
        return random.nextDouble() < carelessness;
    }

    /** The bounds that annotations set on a number. */
    record Interval(BigDecimal least, BigDecimal most) {

        static Interval of(List<Annotation> annotations, BigDecimal least, BigDecimal most) {
            BigDecimal lower = least;
            BigDecimal upper = most;
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

        BigDecimal at(double part, int scale) {
            return most.subtract(least)
                    .multiply(BigDecimal.valueOf(part))
                    .add(least)
                    .setScale(scale, RoundingMode.HALF_UP);
        }
    }
}
