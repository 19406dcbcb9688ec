package dev.strait.processor.model;

import com.squareup.javapoet.ArrayTypeName;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The type of a component, or a type inside it.
 *
 * @param kind how values are represented in JSON
 * @param name the Java type, without annotations
 * @param arguments the element type of a list, set, array or optional; the key and value types of a map
 * @param constraints the constraints on values
 * @param isNullable whether null is allowed
 * @param reference the constant of TextFormat, or the id of the {@link RecordModel} or {@link UnionModel}
 * @param adapter the adapter from {@code @Json}, for {@code FOREIGN}
 * @param isQuoted whether a number is represented as a string
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

    /** How the values of a type are represented in JSON. */
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
        /** {@code List} or {@code Collection}. */
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

        /** Returns the maximum of a primitive number. The minimum of an integral type is one below the negative maximum. */
        public Optional<BigDecimal> maxValue() {
            return switch (this) {
                case BYTE -> Optional.of(BigDecimal.valueOf(Byte.MAX_VALUE));
                case SHORT -> Optional.of(BigDecimal.valueOf(Short.MAX_VALUE));
                case INT, OPTIONAL_INT -> Optional.of(BigDecimal.valueOf(Integer.MAX_VALUE));
                case LONG, OPTIONAL_LONG -> Optional.of(BigDecimal.valueOf(Long.MAX_VALUE));
                case FLOAT -> Optional.of(new BigDecimal(Float.MAX_VALUE));
                case DOUBLE, OPTIONAL_DOUBLE -> Optional.of(BigDecimal.valueOf(Double.MAX_VALUE));
                default -> Optional.empty();
            };
        }

        /** Returns whether values are exact numbers, which can be compared with a bound. */
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

    public TypeModel {
        arguments = List.copyOf(arguments);
        constraints = List.copyOf(constraints);
    }

    /** Returns a type without arguments or a reference. */
    public static TypeModel of(Kind kind, TypeName name) {
        return of(kind, name, List.of(), Optional.empty(), Optional.empty());
    }

    /** Returns a type that refers to a constant of TextFormat, a record or a union. */
    public static TypeModel referring(Kind kind, TypeName name, String reference) {
        return of(kind, name, List.of(), Optional.of(reference), Optional.empty());
    }

    /** Returns a generic type. */
    public static TypeModel generic(Kind kind, ClassName type, List<TypeModel> arguments) {
        TypeName[] names =
                arguments.stream().map(argument -> argument.name().box()).toArray(TypeName[]::new);
        return of(kind, ParameterizedTypeName.get(type, names), arguments, Optional.empty(), Optional.empty());
    }

    /** Returns an array type. */
    public static TypeModel array(TypeModel element) {
        return of(Kind.ARRAY, ArrayTypeName.of(element.name()), List.of(element), Optional.empty(), Optional.empty());
    }

    /** Returns a type that an adapter reads and writes. */
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

    /** Adds constraints. */
    public TypeModel constrained(List<ConstraintModel> more) {
        List<ConstraintModel> all = new ArrayList<>(constraints);
        all.addAll(more);
        return new TypeModel(kind, name, arguments, all, isNullable, reference, adapter, isQuoted);
    }

    public TypeModel nullable(boolean nullable) {
        return new TypeModel(kind, name, arguments, constraints, nullable, reference, adapter, isQuoted);
    }

    /** Returns the same number type, represented as a string. */
    public TypeModel quoted() {
        return new TypeModel(kind, name, arguments, constraints, isNullable, reference, adapter, true);
    }

    /** Returns the element type, or the value type of a map. */
    public TypeModel argument() {
        return arguments.get(arguments.size() - 1);
    }

    /** Returns the key type of a map. */
    public TypeModel key() {
        return arguments.get(0);
    }

    /** Returns whether the type or one of its arguments has constraints. */
    public boolean isConstrained() {
        return !constraints.isEmpty() || arguments.stream().anyMatch(TypeModel::isConstrained);
    }
}
