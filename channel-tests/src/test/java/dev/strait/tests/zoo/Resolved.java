package dev.strait.tests.zoo;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A generic type with resolved type variables. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Resolved(AnnotatedParameterizedType type, AnnotatedType[] arguments) implements AnnotatedParameterizedType {

    static AnnotatedType of(AnnotatedType type, Map<String, AnnotatedType> variables) {
        if (!(type instanceof AnnotatedParameterizedType generic)) {
            return type;
        }
        AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = arguments[i] instanceof AnnotatedTypeVariable
                    ? Objects.requireNonNull(
                            variables.get(arguments[i].getType().getTypeName()))
                    : of(arguments[i], variables);
        }
        return new Resolved(generic, arguments);
    }

    @Override
    public AnnotatedType[] getAnnotatedActualTypeArguments() {
        return arguments.clone();
    }

    @Override
    public @Nullable AnnotatedType getAnnotatedOwnerType() {
        return null;
    }

    @Override
    public Type getType() {
        return type.getType();
    }

    @Override
    public <T extends Annotation> @Nullable T getAnnotation(Class<T> annotation) {
        return type.getAnnotation(annotation);
    }

    @Override
    public Annotation[] getAnnotations() {
        return type.getAnnotations();
    }

    @Override
    public Annotation[] getDeclaredAnnotations() {
        return type.getDeclaredAnnotations();
    }
}
