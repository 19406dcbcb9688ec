package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import dev.strait.processor.contract.FrameSize;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.DefaultModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The expressions that read values. */
final class ReadValues {

    /** What a reader calls for a value that stands alone. */
    private static final Map<Kind, String> SCALARS = Map.ofEntries(
            Map.entry(Kind.BOOLEAN, "booleanValue"),
            Map.entry(Kind.BYTE, "byteValue"),
            Map.entry(Kind.SHORT, "shortValue"),
            Map.entry(Kind.INT, "intValue"),
            Map.entry(Kind.LONG, "longValue"),
            Map.entry(Kind.FLOAT, "floatValue"),
            Map.entry(Kind.DOUBLE, "doubleValue"),
            Map.entry(Kind.CHAR, "charValue"),
            Map.entry(Kind.STRING, "string"),
            Map.entry(Kind.BIG_INTEGER, "bigInteger"),
            Map.entry(Kind.BIG_DECIMAL, "bigDecimal"));

    /** The runtime's own bound for strings; a contract may go beyond it. */
    private static final long STRING_CHARS = 16_384;

    private static final Map<Kind, String> QUOTED =
            Map.of(Kind.LONG, "long", Kind.BIG_INTEGER, "bigInteger", Kind.BIG_DECIMAL, "bigDecimal");

    private final CodecConstants constants;
    private final MethodNames methods;

    ReadValues(CodecConstants constants, MethodNames methods) {
        this.constants = constants;
        this.methods = methods;
    }

    /** What stands for a component that is absent. */
    CodeBlock initial(RecordModel record, ComponentModel component) {
        if (component.defaultValue().isPresent()) {
            DefaultModel value = component.defaultValue().get();
            return value.isConstant() ? value.value() : CodeBlock.of("$N", constants.defaultOf(record, component));
        }
        return switch (component.type().kind()) {
            case OPTIONAL -> CodeBlock.of("$T.empty()", Optional.class);
            case OPTIONAL_INT -> CodeBlock.of("$T.empty()", OptionalInt.class);
            case OPTIONAL_LONG -> CodeBlock.of("$T.empty()", OptionalLong.class);
            case OPTIONAL_DOUBLE -> CodeBlock.of("$T.empty()", OptionalDouble.class);
            case BOOLEAN -> CodeBlock.of(component.type().name().isPrimitive() ? "false" : "null");
            default -> CodeBlock.of(component.type().name().isPrimitive() ? "0" : "null");
        };
    }

    /** A component that is there; its value may be null where that stands for its absence. */
    CodeBlock component(RecordModel record, ComponentModel component, String in) {
        TypeModel type = component.type();
        if (component.isRequired() || type.isNullable()) {
            return element(type, in);
        }
        CodeBlock present = switch (type.kind()) {
            case OPTIONAL ->
                CodeBlock.of(
                        "$T.$L($L)",
                        Optional.class,
                        isNeverNull(type.argument()) ? "of" : "ofNullable",
                        value(type.argument(), in));
            case OPTIONAL_INT -> CodeBlock.of("$T.of($N.intValue())", OptionalInt.class, in);
            case OPTIONAL_LONG ->
                CodeBlock.of("$T.of($N.$L())", OptionalLong.class, in, type.isQuoted() ? "longText" : "longValue");
            case OPTIONAL_DOUBLE -> CodeBlock.of("$T.of($N.doubleValue())", OptionalDouble.class, in);
            default -> value(type, in);
        };
        return CodeBlock.of("$N.isNull() ? $L : $L", in, initial(record, component), present);
    }

    /** Whether the reader gives a value also where it has noted that there is none. */
    static boolean isNeverNull(TypeModel type) {
        return switch (type.kind()) {
            case BOOLEAN, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, CHAR -> true;
            default -> false;
        };
    }

    /** A value that may be null, if its type says so. */
    CodeBlock element(TypeModel type, String in) {
        if (!type.isNullable()) {
            return value(type, in);
        }
        if (type.kind() == Kind.RECORD || type.kind() == Kind.UNION) {
            return CodeBlock.of(
                    "$1N.isNull() || !$1N.beginObject() ? null : read$2L($1N)",
                    in,
                    type.reference().orElseThrow());
        }
        return CodeBlock.of("$N.isNull() ? null : $L", in, value(type, in));
    }

    /** The key of an entry, from its name; null where the name is none. */
    CodeBlock key(TypeModel type, String in, String name) {
        return switch (type.kind()) {
            case ENUM ->
                CodeBlock.of(
                        "$T.constant($N, $N, $N)", RuntimeTypes.MAP_KEYS, in, name, constants.namesOf(type.name()));
            case TEXT ->
                CodeBlock.of(
                        "$T.text($N, $N, $T.$L)",
                        RuntimeTypes.MAP_KEYS,
                        in,
                        name,
                        RuntimeTypes.TEXT_FORMAT,
                        type.reference().orElseThrow());
            default -> CodeBlock.of("$T.$L($N, $N)", RuntimeTypes.MAP_KEYS, SCALARS.get(type.kind()), in, name);
        };
    }

    private CodeBlock value(TypeModel type, String in) {
        if (type.isQuoted()) {
            return CodeBlock.of("$N.$LText()", in, QUOTED.get(type.kind()));
        }
        String scalar = SCALARS.get(type.kind());
        if (scalar != null) {
            return CodeBlock.of("$N.$N($L)", in, scalar, stringLimit(type));
        }
        return switch (type.kind()) {
            case TEXT ->
                CodeBlock.of(
                        "$N.text($T.$L)",
                        in,
                        RuntimeTypes.TEXT_FORMAT,
                        type.reference().orElseThrow());
            case ENUM -> CodeBlock.of("$N.constant($N)", in, constants.namesOf(type.name()));
            case BYTES -> CodeBlock.of("$N.bytes()", in);
            case RECORD, UNION ->
                CodeBlock.of(
                        "$1N.beginObject() ? read$2L($1N) : null",
                        in,
                        type.reference().orElseThrow());
            case JSON_NODE -> CodeBlock.of("$T.read($N)", RuntimeTypes.JACKSON_BRIDGE, in);
            case FOREIGN -> CodeBlock.of("$T.read($N, $N)", RuntimeTypes.JACKSON_BRIDGE, in, constants.adapterOf(type));
            case LIST, SET, ARRAY, MAP -> CodeBlock.of("read$L($N)", methods.of(type), in);
            default -> throw new AssertionError(type.kind());
        };
    }

    /** Constraints that allow more than the runtime does by itself say so in their own words. */
    private static CodeBlock stringLimit(TypeModel type) {
        long most = type.kind() == Kind.STRING ? FrameSize.chars(type) : 0;
        return most > STRING_CHARS && most < Long.MAX_VALUE
                ? CodeBlock.of("$T.MAX_VALUE", Integer.class)
                : CodeBlock.of("");
    }
}
