package dev.strait.processor.model;

import com.squareup.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * The type of a component, or of something inside of one.
 *
 * @param kind how it goes over the wire
 * @param name the Java type, without annotations
 * @param arguments what it holds: the element of a list, set or optional, the value of a map
 * @param constraints what values of it must be
 * @param isNullable whether null is allowed in its place
 * @param reference the constant of TextFormat, or the {@link RecordModel#id() id} of the record
 * @param adapter what reads and writes it, where it is none of ours
 */
public record TypeModel(
        Kind kind,
        TypeName name,
        List<TypeModel> arguments,
        List<ConstraintModel> constraints,
        boolean isNullable,
        Optional<String> reference,
        Optional<TypeName> adapter) {

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
        BIG_INTEGER,
        BIG_DECIMAL,
        TEXT,
        ENUM,
        RECORD,
        JSON_NODE,
        FOREIGN,
        LIST,
        SET,
        MAP,
        OPTIONAL,
        OPTIONAL_INT,
        OPTIONAL_LONG,
        OPTIONAL_DOUBLE;

        /** Whether it is a number with an exact value, so that it can be compared with a bound. */
        public boolean isExactNumber() {
            return switch (this) {
                case BYTE, SHORT, INT, LONG, BIG_INTEGER, BIG_DECIMAL, OPTIONAL_INT, OPTIONAL_LONG -> true;
                default -> false;
            };
        }

        public boolean isNumber() {
            return isExactNumber() || this == FLOAT || this == DOUBLE || this == OPTIONAL_DOUBLE;
        }

        public boolean isContainer() {
            return this == LIST || this == SET || this == MAP;
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
        return new TypeModel(kind, name, List.of(), List.of(), false, Optional.empty(), Optional.empty());
    }

    /** A type that refers to something: a constant of TextFormat, or a record. */
    public static TypeModel referring(Kind kind, TypeName name, String reference) {
        return new TypeModel(kind, name, List.of(), List.of(), false, Optional.of(reference), Optional.empty());
    }

    /** A type that holds another. */
    public static TypeModel holding(Kind kind, TypeName name, TypeModel argument) {
        return new TypeModel(kind, name, List.of(argument), List.of(), false, Optional.empty(), Optional.empty());
    }

    /** A type of somebody else's, with its adapter. */
    public static TypeModel foreign(TypeName name, TypeName adapter) {
        return new TypeModel(Kind.FOREIGN, name, List.of(), List.of(), false, Optional.empty(), Optional.of(adapter));
    }

    public TypeModel withConstraints(List<ConstraintModel> found) {
        return new TypeModel(kind, name, arguments, found, isNullable, reference, adapter);
    }

    public TypeModel nullable(boolean mayBeNull) {
        return new TypeModel(kind, name, arguments, constraints, mayBeNull, reference, adapter);
    }

    /** What it holds, where it holds one thing. */
    public TypeModel argument() {
        return arguments.get(0);
    }

    /** Whether values of it, or in it, must be anything that their type does not say. */
    public boolean isConstrained() {
        return !constraints.isEmpty() || arguments.stream().anyMatch(TypeModel::isConstrained);
    }
}
