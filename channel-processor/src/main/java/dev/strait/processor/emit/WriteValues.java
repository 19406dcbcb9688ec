package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import dev.strait.processor.model.TypeModel;

/** The statements that write values. */
final class WriteValues {

    private final CodecConstants constants;
    private final MethodNames methods;

    WriteValues(CodecConstants constants, MethodNames methods) {
        this.constants = constants;
        this.methods = methods;
    }

    /**
     * Writes a value that must be there.
     *
     * @param start the writer where the value is to stand: {@code out}, or {@code out.name(SAY_TEXT)}
     * @param value evaluated more than once only if it is a variable
     */
    CodeBlock value(TypeModel type, CodeBlock start, CodeBlock value) {
        CodeBlock.Builder block = CodeBlock.builder();
        if (type.isQuoted()) {
            return block.addStatement("$L.text($L)", start, value).build();
        }
        return switch (type.kind()) {
            case BOOLEAN, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, CHAR ->
                block.addStatement(
                                type.name().isPrimitive() ? "$L.value($L)" : "$L.value(out.required($L))", start, value)
                        .build();
            case STRING, BYTES, BIG_INTEGER, BIG_DECIMAL ->
                block.addStatement("$L.value($L)", start, value).build();
            case TEXT -> block.addStatement("$L.text($L)", start, value).build();
            case ENUM ->
                block.addStatement("$L.value($L, $N)", start, value, constants.namesOf(type.name()))
                        .build();
            case RECORD ->
                block.addStatement("$L.beginObject($L)", start, value)
                        .addStatement("write$L(out, $L)", type.reference().orElseThrow(), value)
                        .addStatement("out.endObject()")
                        .build();
            case UNION ->
                called(start, CodeBlock.of("write$L(out, $L)", type.reference().orElseThrow(), value));
            case LIST, SET, ARRAY, MAP -> called(start, CodeBlock.of("write$L(out, $L)", methods.of(type), value));
            case JSON_NODE -> called(start, CodeBlock.of("$T.write(out, $L)", RuntimeTypes.JACKSON_BRIDGE, value));
            case FOREIGN ->
                called(
                        start,
                        CodeBlock.of(
                                "$T.write(out, $L, $N)",
                                RuntimeTypes.JACKSON_BRIDGE,
                                value,
                                constants.adapterOf(type)));
            default -> throw new AssertionError(type.kind());
        };
    }

    // out.key(entry.getKey())
    CodeBlock key(TypeModel type, CodeBlock value) {
        return type.kind() == TypeModel.Kind.ENUM
                ? CodeBlock.of("out.key($L, $N)", value, constants.namesOf(type.name()))
                : CodeBlock.of("out.key($L)", value);
    }

    private static CodeBlock called(CodeBlock start, CodeBlock call) {
        CodeBlock.Builder block = CodeBlock.builder();
        if (!start.toString().equals("out")) {
            block.addStatement("$L", start);
        }
        return block.addStatement("$L", call).build();
    }
}
