package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.NameAllocator;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import javax.lang.model.element.Modifier;

/** Writes the method that writes a record's fields, in declared order. */
final class WriteMethods {

    private final CodecConstants constants;
    private final WriteValues values;

    WriteMethods(CodecConstants constants, WriteValues values) {
        this.constants = constants;
        this.values = values;
    }

    // private static void writeSaid(JsonWriter out, Chat.Said value) {
    //     out.name(SAID_ID).value(value.id());
    //     out.name(SAID_USER).value(value.user());
    // }
    MethodSpec write(RecordModel record) {
        NameAllocator names = new NameAllocator();
        names.newName("out", "out");
        names.newName("value", "value");
        CodeBlock.Builder body = CodeBlock.builder();
        for (ComponentModel component : record.components()) {
            names.newName(Names.local(component), component);
            body.add(component(record, component, names));
        }
        return MethodSpec.methodBuilder("write" + record.id())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(RuntimeTypes.JSON_WRITER, "out")
                .addParameter(record.type(), "value")
                .addCode(body.build())
                .build();
    }

    private CodeBlock component(RecordModel record, ComponentModel component, NameAllocator names) {
        TypeModel type = component.type();
        CodeBlock start = CodeBlock.of("out.name($N)", constants.nameOf(record, component));
        CodeBlock accessor = CodeBlock.of("value.$N()", component.name());
        String variable = names.get(component);
        CodeBlock held = CodeBlock.of("$N", variable);
        return switch (type.kind()) {
            // Optional<String> nick = value.nick();
            // if (nick.isPresent()) {
            //     out.name(ABSENT_NICK).value(nick.get());
            // }
            case OPTIONAL -> optional(type, type.argument(), "get", accessor, variable, start);
            case OPTIONAL_INT ->
                optional(type, TypeModel.of(Kind.INT, TypeName.INT), "getAsInt", accessor, variable, start);
            case OPTIONAL_LONG -> optional(type, longOf(type), "getAsLong", accessor, variable, start);
            case OPTIONAL_DOUBLE ->
                optional(type, TypeModel.of(Kind.DOUBLE, TypeName.DOUBLE), "getAsDouble", accessor, variable, start);
            default -> {
                if (type.isNullable()) {
                    yield CodeBlock.builder()
                            .addStatement("$T $N = $L", type.name(), variable, accessor)
                            .beginControlFlow("if ($N != null)", variable)
                            .add(values.value(type, start, held))
                            .nextControlFlow("else")
                            .addStatement("$L.nullValue()", start)
                            .endControlFlow()
                            .build();
                }
                if (type.kind() == Kind.RECORD
                        || type.kind() == Kind.UNION) { // asked for once: it may be a method of the author's own
                    yield CodeBlock.builder()
                            .addStatement("$T $N = $L", type.name(), variable, accessor)
                            .add(values.value(type, start, held))
                            .build();
                }
                yield values.value(type, start, accessor);
            }
        };
    }

    private static TypeModel longOf(TypeModel optional) {
        TypeModel number = TypeModel.of(Kind.LONG, TypeName.LONG);
        return optional.isQuoted() ? number.quoted() : number;
    }

    private CodeBlock optional(
            TypeModel type, TypeModel held, String getter, CodeBlock accessor, String variable, CodeBlock start) {
        CodeBlock.Builder block = CodeBlock.builder()
                .addStatement("$T $N = $L", type.name(), variable, accessor)
                .beginControlFlow("if ($N.isPresent())", variable);
        CodeBlock value = CodeBlock.of("$N.$L()", variable, getter);
        return block.add(values.value(held, start, value)).endControlFlow().build();
    }
}
