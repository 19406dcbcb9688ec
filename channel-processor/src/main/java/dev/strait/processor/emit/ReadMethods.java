package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.NameAllocator;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javax.lang.model.element.Modifier;

/** Writes the method that reads a record: all of its fields in any order, all of its mistakes. */
final class ReadMethods {

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

    private final CodecConstants constants;
    private final TypeName codec;

    ReadMethods(CodecConstants constants, TypeName codec) {
        this.constants = constants;
        this.codec = codec;
    }

    // private static Chat.Say readSay(JsonReader in) {
    //     if (!in.beginObject()) {
    //         return null;
    //     }
    //     int start = in.violations().size();
    //     String text = null;
    //     long seen = 0;
    //     long sound = 0;
    //     for (int field = in.nextField(SAY_FIELDS); ...) {
    //         ...
    //     }
    //     in.require(SAY_FIELDS, seen, 0b1L);
    //     checkSay(in.violations(), sound, text);
    //     return in.violations().size() > start ? null : new Chat.Say(text);
    // }
    MethodSpec write(RecordModel record) {
        NameAllocator names = new NameAllocator();
        record.components().forEach(component -> names.newName(component.name(), component));
        for (String ours : List.of("in", "start", "seen", "sound", "before", "field")) {
            names.newName(ours, ours);
        }
        CodeBlock.Builder body = CodeBlock.builder()
                .beginControlFlow("if (!$N.beginObject())", names.get("in"))
                .addStatement("return null")
                .endControlFlow()
                .addStatement("int $N = $N.violations().size()", names.get("start"), names.get("in"));
        for (ComponentModel component : record.components()) {
            body.addStatement("$T $N = $L", component.type().name(), names.get(component), initial(component));
        }
        body.add(loop(record, names));
        if (record.isConstrained()) {
            body.addStatement(
                    "$L",
                    CheckMethods.call(
                            record,
                            CodeBlock.of("$N.violations()", names.get("in")),
                            CodeBlock.of("$N", names.get("sound")),
                            component -> CodeBlock.of("$N", names.get(component))));
        }
        return MethodSpec.methodBuilder("read" + record.id())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(record.type())
                .addParameter(RuntimeTypes.JSON_READER, names.get("in"))
                .addCode(body.add(result(record, names)).build())
                .build();
    }

    private CodeBlock loop(RecordModel record, NameAllocator names) {
        String in = names.get("in");
        String field = names.get("field");
        String fields = CodecConstants.fieldsOf(record);
        CodeBlock.Builder loop = CodeBlock.builder().addStatement("long $N = 0", names.get("seen"));
        if (record.isConstrained()) {
            loop.addStatement("long $N = 0", names.get("sound"));
        }
        loop.beginControlFlow(
                "for (int $1N = $2N.nextField($3N); $1N != $4T.END; $1N = $2N.nextField($3N))",
                field,
                in,
                fields,
                RuntimeTypes.FIELD_NAMES);
        loop.addStatement("$1N = $2N.once($1N, $3N)", names.get("seen"), in, field);
        if (record.isConstrained()) {
            loop.addStatement("int $N = $N.violations().size()", names.get("before"), in);
        }
        loop.beginControlFlow("switch ($N)", field);
        for (int i = 0; i < record.components().size(); i++) {
            ComponentModel component = record.components().get(i);
            loop.addStatement("case $L -> $N = $L", i, names.get(component), componentValue(component, in));
        }
        loop.addStatement("default -> throw new AssertionError($N)", field).endControlFlow();
        if (record.isConstrained()) {
            loop.beginControlFlow("if ($N.violations().size() == $N)", in, names.get("before"))
                    .addStatement("$N |= 1L << $N", names.get("sound"), field)
                    .endControlFlow();
        }
        loop.endControlFlow();
        long required = 0;
        for (int i = 0; i < record.components().size(); i++) {
            required |= record.components().get(i).isRequired() ? 1L << i : 0;
        }
        return loop.addStatement(
                        "$N.require($N, $N, 0b$LL)", in, fields, names.get("seen"), Long.toBinaryString(required))
                .build();
    }

    private static CodeBlock result(RecordModel record, NameAllocator names) {
        CodeBlock created = Names.construct(record, names::get);
        String in = names.get("in");
        if (!record.mayRefuse()) {
            return CodeBlock.builder()
                    .addStatement("return $N.violations().size() > $N ? null : $L", in, names.get("start"), created)
                    .build();
        }
        return CodeBlock.builder()
                .beginControlFlow("if ($N.violations().size() > $N)", in, names.get("start"))
                .addStatement("return null")
                .endControlFlow()
                .beginControlFlow("try")
                .addStatement("return $L", created)
                .nextControlFlow("catch (IllegalArgumentException | NullPointerException refused)")
                .addStatement("$N.rejected(refused)", in)
                .addStatement("return null")
                .endControlFlow()
                .build();
    }

    private static CodeBlock initial(ComponentModel component) {
        if (component.defaultValue().isPresent()) {
            return component.defaultValue().get();
        }
        TypeName type = component.type().name();
        return switch (component.type().kind()) {
            case OPTIONAL -> CodeBlock.of("$T.empty()", Optional.class);
            case OPTIONAL_INT -> CodeBlock.of("$T.empty()", OptionalInt.class);
            case OPTIONAL_LONG -> CodeBlock.of("$T.empty()", OptionalLong.class);
            case OPTIONAL_DOUBLE -> CodeBlock.of("$T.empty()", OptionalDouble.class);
            case BOOLEAN -> CodeBlock.of(type.isPrimitive() ? "false" : "null");
            default -> CodeBlock.of(type.isPrimitive() ? "0" : "null");
        };
    }

    private CodeBlock componentValue(ComponentModel component, String in) {
        TypeModel type = component.type();
        CodeBlock absent = component.type().isNullable() ? CodeBlock.of("null") : initial(component);
        CodeBlock present = switch (type.kind()) {
            case OPTIONAL -> CodeBlock.of("$T.ofNullable($L)", Optional.class, value(type.argument(), in));
            case OPTIONAL_INT -> CodeBlock.of("$T.of($N.intValue())", OptionalInt.class, in);
            case OPTIONAL_LONG -> CodeBlock.of("$T.of($N.longValue())", OptionalLong.class, in);
            case OPTIONAL_DOUBLE -> CodeBlock.of("$T.of($N.doubleValue())", OptionalDouble.class, in);
            default -> value(type, in);
        };
        return component.isRequired() ? present : CodeBlock.of("$N.isNull() ? $L : $L", in, absent, present);
    }

    /** The expression that reads a value which is there. */
    private CodeBlock value(TypeModel type, String in) {
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
            case RECORD -> CodeBlock.of("read$L($N)", type.reference().orElseThrow(), in);
            case JSON_NODE -> CodeBlock.of("$T.read($N)", RuntimeTypes.JACKSON_BRIDGE, in);
            case LIST -> CodeBlock.of("$N.list($L)", in, element(type.argument(), in));
            case SET -> CodeBlock.of("$N.set($L)", in, element(type.argument(), in));
            case MAP -> CodeBlock.of("$N.map($L)", in, element(type.argument(), in));
            default -> throw new AssertionError(type.kind());
        };
    }

    /** The function that reads an element: a method reference where one is enough. */
    private CodeBlock element(TypeModel type, String in) {
        String scalar = SCALARS.get(type.kind());
        if (!type.isNullable() && scalar != null && stringLimit(type).isEmpty()) {
            return CodeBlock.of("$T::$N", RuntimeTypes.JSON_READER, scalar);
        }
        if (!type.isNullable() && type.kind() == Kind.RECORD) {
            return CodeBlock.of("$T::read$L", codec, type.reference().orElseThrow());
        }
        if (!type.isNullable() && type.kind() == Kind.JSON_NODE) {
            return CodeBlock.of("$T::read", RuntimeTypes.JACKSON_BRIDGE);
        }
        String item = in + "Item";
        CodeBlock value = value(type, item);
        return type.isNullable()
                ? CodeBlock.of("$1N -> $1N.isNull() ? null : $2L", item, value)
                : CodeBlock.of("$N -> $L", item, value);
    }

    /** A constraint that allows more than the runtime does by itself. */
    private static CodeBlock stringLimit(TypeModel type) {
        return type.constraints().stream()
                .filter(constraint -> type.kind() == Kind.STRING && constraint.most() > STRING_CHARS)
                .filter(constraint -> constraint.most() < Integer.MAX_VALUE)
                .findFirst()
                .map(constraint -> CodeBlock.of("$L", constraint.most()))
                .orElse(CodeBlock.of(""));
    }
}
