package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.emit.MethodNames.Container;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.ConstraintModel.Rule;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the methods that read and write one list, set or map. */
final class ContainerMethods {

    private final ReadValues reading;
    private final WriteValues writing;

    ContainerMethods(ReadValues reading, WriteValues writing) {
        this.reading = reading;
        this.writing = writing;
    }

    MethodSpec read(Container container) {
        return MethodSpec.methodBuilder("read" + container.id())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(container.type().name())
                .addParameter(RuntimeTypes.JSON_READER, "in")
                .addCode(
                        container.type().kind() == Kind.MAP
                                ? readMap(container.type())
                                : readElements(container.type()))
                .build();
    }

    // if (!in.beginArray()) {
    //     return null;
    // }
    // List<String> items = new ArrayList<>();
    // while (in.nextElement()) {
    //     items.add(in.string());
    //     if (items.size() > 5) {
    //         in.tooManyElements("must have at most 5 elements");
    //         return null;
    //     }
    // }
    // return Collections.unmodifiableList(items);
    private CodeBlock readElements(TypeModel type) {
        boolean isList = type.kind() == Kind.LIST;
        return CodeBlock.builder()
                .beginControlFlow("if (!in.beginArray())")
                .addStatement("return null")
                .endControlFlow()
                .addStatement("$T items = new $T<>()", type.name(), isList ? ArrayList.class : LinkedHashSet.class)
                .beginControlFlow("while (in.nextElement())")
                .addStatement("items.add($L)", reading.element(type.argument(), "in"))
                .add(bound(type, "items", "tooManyElements"))
                .endControlFlow()
                .addStatement("return $T.$L(items)", Collections.class, isList ? "unmodifiableList" : "unmodifiableSet")
                .build();
    }

    // Map<String, Integer> entries = new LinkedHashMap<>();
    // for (String key = in.nextKey(); key != null; key = in.nextKey()) {
    //     if (entries.containsKey(key)) {
    //         in.repeatedKey();
    //     }
    //     entries.put(key, in.intValue());
    // }
    private CodeBlock readMap(TypeModel type) {
        return CodeBlock.builder()
                .beginControlFlow("if (!in.beginObject())")
                .addStatement("return null")
                .endControlFlow()
                .addStatement("$T entries = new $T<>()", type.name(), LinkedHashMap.class)
                .beginControlFlow("for ($T key = in.nextKey(); key != null; key = in.nextKey())", String.class)
                .beginControlFlow("if (entries.containsKey(key))")
                .addStatement("in.repeatedKey()")
                .endControlFlow()
                .addStatement("entries.put(key, $L)", reading.element(type.argument(), "in"))
                .add(bound(type, "entries", "tooManyEntries"))
                .endControlFlow()
                .addStatement("return $T.unmodifiableMap(entries)", Collections.class)
                .build();
    }

    /** What is too much is not even read. */
    private static CodeBlock bound(TypeModel type, String variable, String tooMany) {
        Optional<ConstraintModel> size = type.constraints().stream()
                .filter(constraint -> constraint.rule() == Rule.SIZE && constraint.most() < Integer.MAX_VALUE)
                .findFirst();
        if (size.isEmpty()) {
            return CodeBlock.of("");
        }
        return CodeBlock.builder()
                .beginControlFlow("if ($N.size() > $L)", variable, size.get().most())
                .addStatement("in.$L($S)", tooMany, ConstraintChecks.message(size.get(), type))
                .addStatement("return null")
                .endControlFlow()
                .build();
    }

    // private static void writeSayTags(JsonWriter out, List<String> items) {
    //     out.beginArray(items);
    //     for (String item : items) {
    //         out.element();
    //         out.value(item);
    //     }
    //     out.endArray();
    // }
    MethodSpec write(Container container) {
        TypeModel type = container.type();
        boolean isMap = type.kind() == Kind.MAP;
        String variable = isMap ? "entries" : "items";
        TypeName item = type.argument().name();
        CodeBlock.Builder body = CodeBlock.builder();
        if (isMap) {
            body.addStatement("out.beginObject(entries)")
                    .beginControlFlow(
                            "for ($T.Entry<$T, $T> entry : entries.entrySet())", Map.class, String.class, item)
                    .addStatement("out.key(entry.getKey())")
                    .addStatement("$T item = entry.getValue()", item);
        } else {
            body.addStatement("out.beginArray(items)")
                    .beginControlFlow("for ($T item : items)", item)
                    .addStatement("out.element()");
        }
        if (type.argument().isNullable()) {
            body.beginControlFlow("if (item == null)")
                    .addStatement("out.nullValue()")
                    .nextControlFlow("else")
                    .add(writing.value(type.argument(), CodeBlock.of("out"), CodeBlock.of("item")))
                    .endControlFlow();
        } else {
            body.add(writing.value(type.argument(), CodeBlock.of("out"), CodeBlock.of("item")));
        }
        body.endControlFlow().addStatement(isMap ? "out.endObject()" : "out.endArray()");
        return MethodSpec.methodBuilder("write" + container.id())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(RuntimeTypes.JSON_WRITER, "out")
                .addParameter(type.name(), variable)
                .addCode(body.build())
                .build();
    }
}
