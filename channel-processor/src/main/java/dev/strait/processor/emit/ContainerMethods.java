package dev.strait.processor.emit;

import com.squareup.javapoet.ArrayTypeName;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.emit.MethodNames.Container;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.JavaLiteral;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the methods that read and write one list, set, array or map. */
final class ContainerMethods {

    /** The maximum size of a set whose elements may all have the same hash code, as in the runtime's SetItems. */
    private static final BigDecimal MANY = BigDecimal.valueOf(64);

    private final ReadValues reading;
    private final WriteValues writing;

    ContainerMethods(ReadValues reading, WriteValues writing) {
        this.reading = reading;
        this.writing = writing;
    }

    MethodSpec read(Container container) {
        TypeModel type = container.type();
        CodeBlock body = switch (type.kind()) {
            case MAP -> readMap(type);
            case ARRAY -> readArray(type);
            default -> readElements(type);
        };
        return MethodSpec.methodBuilder("read" + container.id())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(type.name())
                .addParameter(RuntimeTypes.JSON_READER, "in")
                .addCode(body)
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
        if (type.kind() == Kind.SET && isSlowToCompare(type.argument()) && mayHaveMany(type)) {
            return readSetItems(type);
        }
        boolean isList = type.kind() == Kind.LIST;
        TypeName items = isList
                ? ParameterizedTypeName.get(
                        ClassName.get(List.class), type.argument().name().box())
                : type.name();
        return begin("beginArray")
                .addStatement("$T items = new $T<>()", items, isList ? ArrayList.class : LinkedHashSet.class)
                .beginControlFlow("while (in.nextElement())")
                .add(add(type.argument(), "items.add("))
                .add(bound(type, CodeBlock.of("items.size()"), "tooManyElements"))
                .endControlFlow()
                .addStatement("return $T.$L(items)", Collections.class, isList ? "unmodifiableList" : "unmodifiableSet")
                .build();
    }

    // SetItems<Line> items = new SetItems<>();
    // while (in.nextElement()) {
    //     items.add(readLine(in));
    //     if (items.isExceeded()) {
    //         in.tooManyOfOneHash();
    //         return null;
    //     }
    // }
    // return items.toSet();
    private CodeBlock readSetItems(TypeModel type) {
        TypeName items = ParameterizedTypeName.get(
                RuntimeTypes.SET_ITEMS, type.argument().name().box());
        return begin("beginArray")
                .addStatement("$T items = new $T<>()", items, RuntimeTypes.SET_ITEMS)
                .beginControlFlow("while (in.nextElement())")
                .add(add(type.argument(), "items.add("))
                .add(bound(type, CodeBlock.of("items.size()"), "tooManyElements"))
                .beginControlFlow("if (items.isExceeded())")
                .addStatement("in.tooManyOfOneHash()")
                .addStatement("return null")
                .endControlFlow()
                .endControlFlow()
                .addStatement("return items.toSet()")
                .build();
    }

    /** Returns whether a set compares a value with all others of its hash code. Clients can choose values that have one. */
    private static boolean isSlowToCompare(TypeModel item) {
        return switch (item.kind()) {
            case RECORD, UNION, JSON_NODE, FOREIGN, TEXT, LIST, SET, MAP -> true;
            default -> false;
        };
    }

    private static boolean mayHaveMany(TypeModel type) {
        return maxSize(type).map(size -> size.most().compareTo(MANY) > 0).orElse(true);
    }

    // int[] items = new int[8];
    // int count = 0;
    // while (in.nextElement()) {
    //     if (count == items.length) {
    //         items = Arrays.copyOf(items, 2 * count);
    //     }
    //     items[count++] = in.intValue();
    // }
    // return Arrays.copyOf(items, count);
    private CodeBlock readArray(TypeModel type) {
        TypeName base = type.argument().name();
        StringBuilder more = new StringBuilder();
        while (base instanceof ArrayTypeName array) {
            base = array.componentType;
            more.append("[]");
        }
        return begin("beginArray")
                .addStatement("$T items = new $T[8]$L", type.name(), base, more)
                .addStatement("int count = 0")
                .beginControlFlow("while (in.nextElement())")
                .beginControlFlow("if (count == items.length)")
                .addStatement("items = $T.copyOf(items, 2 * count)", Arrays.class)
                .endControlFlow()
                .addStatement("items[count++] = $L", reading.element(type.argument(), "in"))
                .add(bound(type, CodeBlock.of("count"), "tooManyElements"))
                .endControlFlow()
                .addStatement("return $T.copyOf(items, count)", Arrays.class)
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
        boolean isText = type.key().kind() == Kind.STRING;
        String name = isText ? "key" : "name";
        CodeBlock.Builder block = begin("beginObject")
                .addStatement("$T entries = new $T<>()", type.name(), LinkedHashMap.class)
                .beginControlFlow("for ($1T $2N = in.nextKey(); $2N != null; $2N = in.nextKey())", String.class, name);
        if (!isText) {
            block.addStatement("$T key = $L", type.key().name().box(), reading.key(type.key(), "in", "name"));
        }
        // What is no key is null, and was told.
        block.beginControlFlow(
                        isText ? "if (entries.containsKey(key))" : "if (key != null && entries.containsKey(key))")
                .addStatement("in.repeatedKey()")
                .endControlFlow()
                .add(add(type.argument(), "entries.put(key, "));
        return block.add(bound(type, CodeBlock.of("entries.size()"), "tooManyEntries"))
                .endControlFlow()
                .addStatement("return $T.unmodifiableMap(entries)", Collections.class)
                .build();
    }

    // items.add(in.string());
    //
    // int flaws = in.flaws();
    // Integer item = in.intValue();
    // items.add(in.flaws() == flaws ? item : null);
    private CodeBlock add(TypeModel item, String call) {
        CodeBlock value = reading.element(item, "in");
        if (!item.isConstrained() || !ReadValues.isNeverNull(item)) {
            return CodeBlock.builder().addStatement("$L$L)", call, value).build();
        }
        // What could not be read must not be checked.
        return CodeBlock.builder()
                .addStatement("int flaws = in.flaws()")
                .addStatement("$T item = $L", item.name(), value)
                .addStatement("$Lin.flaws() == flaws ? item : null)", call)
                .build();
    }

    private static Optional<ConstraintModel> maxSize(TypeModel type) {
        return type.constraints().stream()
                .filter(ConstraintModel::isUpperSize)
                .min(Comparator.comparing(ConstraintModel::most));
    }

    private static CodeBlock.Builder begin(String begin) {
        return CodeBlock.builder()
                .beginControlFlow("if (!in.$L())", begin)
                .addStatement("return null")
                .endControlFlow();
    }

    /** What is too much is not even read. */
    private static CodeBlock bound(TypeModel type, CodeBlock size, String tooMany) {
        Optional<ConstraintModel> most = maxSize(type);
        if (most.isEmpty()) {
            return CodeBlock.of("");
        }
        return CodeBlock.builder()
                .beginControlFlow("if ($L > $L)", size, most.get().most())
                .addStatement("in.$L($L)", tooMany, JavaLiteral.of(ConstraintMessages.of(most.get(), type)))
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
            TypeName key = type.key().name().box();
            body.addStatement("out.beginObject(entries)")
                    .beginControlFlow("for ($T.Entry<$T, $T> entry : entries.entrySet())", Map.class, key, item.box())
                    .addStatement("$L", writing.key(type.key(), CodeBlock.of("entry.getKey()")))
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
