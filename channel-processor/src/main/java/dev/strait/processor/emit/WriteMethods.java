package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import javax.lang.model.element.Modifier;

/** Writes the method that writes a record's fields, in declared order. */
final class WriteMethods {

    private final TypeName codec;

    WriteMethods(TypeName codec) {
        this.codec = codec;
    }

    // private static void writeSaid(JsonWriter out, Chat.Said message) {
    //     out.name("id").value(message.id());
    //     out.name("user").value(message.user());
    // }
    MethodSpec write(RecordModel record) {
        CodeBlock.Builder body = CodeBlock.builder();
        record.components().forEach(component -> body.add(component(component)));
        return MethodSpec.methodBuilder("write" + record.id())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(RuntimeTypes.JSON_WRITER, "out")
                .addParameter(record.type(), "value")
                .addCode(body.build())
                .build();
    }

    private CodeBlock component(ComponentModel component) {
        TypeModel type = component.type();
        CodeBlock accessor = CodeBlock.of("value.$N()", component.name());
        return switch (type.kind()) {
            case OPTIONAL -> present(component, accessor, CodeBlock.of("$L.get()", accessor), type.argument());
            case OPTIONAL_INT ->
                present(
                        component,
                        accessor,
                        CodeBlock.of("$L.getAsInt()", accessor),
                        TypeModel.of(Kind.INT, TypeName.INT));
            case OPTIONAL_LONG ->
                present(
                        component,
                        accessor,
                        CodeBlock.of("$L.getAsLong()", accessor),
                        TypeModel.of(Kind.LONG, TypeName.LONG));
            case OPTIONAL_DOUBLE ->
                present(
                        component,
                        accessor,
                        CodeBlock.of("$L.getAsDouble()", accessor),
                        TypeModel.of(Kind.DOUBLE, TypeName.DOUBLE));
            default ->
                type.isNullable()
                        ? CodeBlock.builder()
                                .beginControlFlow("if ($L != null)", accessor)
                                .add(field(component, type, accessor))
                                .endControlFlow()
                                .build()
                        : field(component, type, accessor);
        };
    }

    private CodeBlock present(ComponentModel component, CodeBlock accessor, CodeBlock held, TypeModel type) {
        return CodeBlock.builder()
                .beginControlFlow("if ($L.isPresent())", accessor)
                .add(field(component, type, held))
                .endControlFlow()
                .build();
    }

    private CodeBlock field(ComponentModel component, TypeModel type, CodeBlock value) {
        if (type.kind() == Kind.JSON_NODE) {
            return CodeBlock.builder()
                    .addStatement(
                            "$T.write(out.name($S), $L)", RuntimeTypes.JACKSON_BRIDGE, component.jsonName(), value)
                    .build();
        }
        return CodeBlock.builder()
                .addStatement("out.name($S).$L", component.jsonName(), call(type, value))
                .build();
    }

    /** The call of a writer that writes a value. */
    private CodeBlock call(TypeModel type, CodeBlock value) {
        return switch (type.kind()) {
            case TEXT -> CodeBlock.of("text($L)", value);
            case RECORD ->
                CodeBlock.of(
                        "object($L, $T::write$L)",
                        value,
                        codec,
                        type.reference().orElseThrow());
            case LIST, SET -> CodeBlock.of("array($L, $L)", value, element(type.argument(), "json", "item"));
            case MAP -> CodeBlock.of("map($L, $L)", value, element(type.argument(), "json", "entry"));
            default -> CodeBlock.of("value($L)", value);
        };
    }

    /** The function that writes an element: a method reference where one is enough. */
    private CodeBlock element(TypeModel type, String out, String item) {
        CodeBlock write = switch (type.kind()) {
            case TEXT -> CodeBlock.of("$T::text", RuntimeTypes.JSON_WRITER);
            case JSON_NODE -> CodeBlock.of("$T::write", RuntimeTypes.JACKSON_BRIDGE);
            case RECORD, LIST, SET, MAP -> nested(type, out, item);
            default -> CodeBlock.of("$T::value", RuntimeTypes.JSON_WRITER);
        };
        return type.isNullable() ? CodeBlock.of("$T.orNull($L)", RuntimeTypes.JSON_WRITER, write) : write;
    }

    private CodeBlock nested(TypeModel type, String out, String item) {
        return switch (type.kind()) {
            case RECORD ->
                CodeBlock.of(
                        "($1N, $2N) -> $1N.object($2N, $3T::write$4L)",
                        out,
                        item,
                        codec,
                        type.reference().orElseThrow());
            case MAP ->
                CodeBlock.of(
                        "($1N, $2N) -> $1N.map($2N, $3L)",
                        out,
                        item,
                        element(type.argument(), out + "In", item + "In"));
            default ->
                CodeBlock.of(
                        "($1N, $2N) -> $1N.array($2N, $3L)",
                        out,
                        item,
                        element(type.argument(), out + "In", item + "In"));
        };
    }
}
