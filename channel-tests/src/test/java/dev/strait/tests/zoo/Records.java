package dev.strait.tests.zoo;

import jakarta.validation.Constraint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reflection on records. */
public final class Records {

    private Records() {}

    /** Returns the records that a sealed interface permits at any depth, or the record itself. */
    static List<Class<?>> permittedBy(Class<?> type) {
        if (type.isRecord()) {
            return List.of(type);
        }
        List<Class<?>> records = new ArrayList<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            records.addAll(permittedBy(permitted));
        }
        return records.stream().distinct().toList();
    }

    /** Returns all annotations of a component. The compiler distributes them over its field and its type. */
    static List<Annotation> annotations(RecordComponent component) {
        try {
            List<Annotation> all = new ArrayList<>(Arrays.asList(component
                    .getDeclaringRecord()
                    .getDeclaredField(component.getName())
                    .getAnnotations()));
            for (Annotation annotation : component.getAnnotatedType().getAnnotations()) {
                if (!all.contains(annotation)) {
                    all.add(annotation);
                }
            }
            return all;
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns annotations with the parts of composed constraints and the elements of repeated ones. */
    static List<Annotation> withParts(List<Annotation> annotations) {
        List<Annotation> all = new ArrayList<>();
        for (Annotation annotation : annotations) {
            all.add(annotation);
            for (Annotation part : annotation.annotationType().getAnnotations()) {
                if (part.annotationType().isAnnotationPresent(Constraint.class)) {
                    all.add(part);
                }
            }
            if (annotation.annotationType().getSimpleName().equals("List")) {
                all.addAll(Arrays.asList((Annotation[]) attribute(annotation, "value")));
            }
        }
        return all;
    }

    private static Object attribute(Annotation annotation, String name) {
        try {
            Method method = annotation.annotationType().getDeclaredMethod(name);
            method.setAccessible(true);
            return method.invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("annotation is not accessible", e);
        }
    }

    static boolean isNullable(List<Annotation> annotations) {
        return annotations.stream()
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }

    static boolean isNotEmpty(List<Annotation> annotations) {
        return annotations.stream()
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("NotEmpty"));
    }

    /** Whether two values are equal. Arrays are compared by content. */
    public static boolean areEqual(@Nullable Object one, @Nullable Object other) {
        if (Objects.equals(one, other)) {
            return true;
        }
        if (one == null || other == null) {
            return false;
        }
        if (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right) {
            return left.keySet().equals(right.keySet())
                    && left.keySet().stream().allMatch(key -> areEqual(left.get(key), right.get(key)));
        }
        if (!(one instanceof Collection<?>) && one.getClass() != other.getClass()) {
            return false;
        }
        List<@Nullable Object> left = parts(one);
        List<@Nullable Object> right = parts(other);
        boolean areEqual = !left.isEmpty() && left.size() == right.size();
        for (int i = 0; i < left.size() && areEqual; i++) {
            areEqual = areEqual(left.get(i), right.get(i));
        }
        return areEqual || (one.getClass().isArray() && left.isEmpty() && right.isEmpty());
    }

    private static List<@Nullable Object> parts(Object value) {
        List<@Nullable Object> parts = new ArrayList<>();
        if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                parts.add(read(record, component));
            }
        } else if (value instanceof Collection<?> all) {
            parts.addAll(all);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(parts::add);
        } else if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                parts.add(Array.get(value, i));
            }
        }
        return parts;
    }

    /** Returns the value of a component. */
    static @Nullable Object read(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("record is not accessible", e);
        }
    }

    static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        if (type instanceof GenericArrayType array) {
            return raw(array.getGenericComponentType()).arrayType();
        }
        return (Class<?>) type;
    }
}
