package dev.strait.processor.model;

import com.squareup.javapoet.ArrayTypeName;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The type of a component, or of something inside of one.
 *
 * @param kind how it goes over the wire
 * @param name the Java type, without annotations
 * @param arguments what it holds: the element of a list, set, array or optional; the key and the value of a map
 * @param constraints what values of it must be
 * @param isNullable whether null is allowed in its place
 * @param reference the constant of TextFormat, or the id of the {@link RecordModel} or {@link UnionModel}
 * @param adapter what reads and writes it, where it is none of ours
 * @param isQuoted whether it is a number that stands in a string
 */
public record TypeModel(
        Kind kind,
        TypeName name,
        List<TypeModel> arguments,
        List<ConstraintModel> constraints,
        boolean isNullable,
        Optional<String> reference,
        Optional<TypeName> adapter,
        boolean isQuoted) {

    /** How a type goes over the wire. */
    public enum Kind {
        BOOLEAN,
        BYTE,
        SHORT,
        INT,
        LONG,
        FLOAT,
        DOUBLE,
        CHAR,
        STRING,
        BYTES,
        BIG_INTEGER,
        BIG_DECIMAL,
        TEXT,
        ENUM,
        RECORD,
        UNION,
        JSON_NODE,
        FOREIGN,
        /** Also a Collection. */
        LIST,
        SET,
        ARRAY,
        MAP,
        OPTIONAL,
        OPTIONAL_INT,
        OPTIONAL_LONG,
        OPTIONAL_DOUBLE;

        public boolean isIntegral() {
            return switch (this) {
                case BYTE, SHORT, INT, LONG, BIG_INTEGER, OPTIONAL_INT, OPTIONAL_LONG -> true;
                default -> false;
            };
        }

        /** Whether it is a number with an exact value, so that it can be compared with a bound. */
        public boolean isExactNumber() {
            return isIntegral() || this == BIG_DECIMAL;
        }

        public boolean isNumber() {
            return isExactNumber() || this == FLOAT || this == DOUBLE || this == OPTIONAL_DOUBLE;
        }

        public boolean isContainer() {
            return this == LIST || this == SET || this == ARRAY || this == MAP;
        }

        public boolean isOptional() {
            return switch (this) {
                case OPTIONAL, OPTIONAL_INT, OPTIONAL_LONG, OPTIONAL_DOUBLE -> true;
                default -> false;
            };
        }
    }

    /** Takes copies. */
    public TypeModel {
        arguments = List.copyOf(arguments);
        constraints = List.copyOf(constraints);
    }

    /** A type without anything in it. */
    public static TypeModel of(Kind kind, TypeName name) {
        return of(kind, name, List.of(), Optional.empty(), Optional.empty());
    }

    /** A type that refers to something: a constant of TextFormat, a record or a union. */
    public static TypeModel referring(Kind kind, TypeName name, String reference) {
        return of(kind, name, List.of(), Optional.of(reference), Optional.empty());
    }

    /** A generic type that holds others. */
    public static TypeModel holding(Kind kind, ClassName type, List<TypeModel> arguments) {
        TypeName[] names = arguments.stream().map(held -> held.name().box()).toArray(TypeName[]::new);
        return of(kind, ParameterizedTypeName.get(type, names), arguments, Optional.empty(), Optional.empty());
    }

    /** An array of another type. */
    public static TypeModel array(TypeModel element) {
        return of(Kind.ARRAY, ArrayTypeName.of(element.name()), List.of(element), Optional.empty(), Optional.empty());
    }

    /** A type of somebody else's, with its adapter. */
    public static TypeModel foreign(TypeName name, TypeName adapter) {
        return of(Kind.FOREIGN, name, List.of(), Optional.empty(), Optional.of(adapter));
    }

    private static TypeModel of(
            Kind kind,
            TypeName name,
            List<TypeModel> arguments,
            Optional<String> reference,
            Optional<TypeName> adapter) {
        return new TypeModel(kind, name, arguments, List.of(), false, reference, adapter, false);
    }

    /** The same with more constraints. */
    public TypeModel constrained(List<ConstraintModel> found) {
        List<ConstraintModel> all = new ArrayList<>(constraints);
        all.addAll(found);
        return new TypeModel(kind, name, arguments, all, isNullable, reference, adapter, isQuoted);
    }

    public TypeModel nullable(boolean mayBeNull) {
        return new TypeModel(kind, name, arguments, constraints, mayBeNull, reference, adapter, isQuoted);
    }

    /** The same number in a string. */
    public TypeModel quoted() {
        return new TypeModel(kind, name, arguments, constraints, isNullable, reference, adapter, true);
    }

    /** What it holds: of a map, the value. */
    public TypeModel argument() {
        return arguments.get(arguments.size() - 1);
    }

    /** The key of a map. */
    public TypeModel key() {
        return arguments.get(0);
    }

    /** Whether values of it, or in it, must be anything that their type does not say. */
    public boolean isConstrained() {
        return !constraints.isEmpty() || arguments.stream().anyMatch(TypeModel::isConstrained);
    }
}
