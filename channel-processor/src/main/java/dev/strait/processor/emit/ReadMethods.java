package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.NameAllocator;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.RecordModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the method that reads a record's fields: in declared order as long as they come so, the rest in any order. */
final class ReadMethods {

    private final CodecConstants constants;
    private final ReadValues values;

    ReadMethods(CodecConstants constants, ReadValues values) {
        this.constants = constants;
        this.values = values;
    }

    // private static Chat.Say readSay(JsonReader in) {
    //     String text = null;
    //     List<String> tags = null;
    //     long seen = 0;
    //     if (in.first(SAY_TEXT)) {
    //         text = in.string();
    //         seen |= 1L;
    //     }
    //     ...
    //     return new Chat.Say(text, tags);
    // }
    MethodSpec write(RecordModel record) {
        NameAllocator names = new NameAllocator();
        record.components().forEach(component -> names.newName(Names.local(component), component));
        for (String ours : List.of("in", "seen", "wrong", "field", "flaws", "refused")) {
            names.newName(ours, ours);
        }
        CodeBlock.Builder body = CodeBlock.builder();
        if (record.components().isEmpty()) {
            body.beginControlFlow("if (!$N.endObject(0))", names.get("in"))
                    .addStatement("$N.anyOrder($N, 0)", names.get("in"), constants.fieldsOf(record))
                    .endControlFlow()
                    .add(created(record, names));
        } else {
            for (ComponentModel component : record.components()) {
                body.addStatement(
                        "$T $N = $L", component.type().name(), names.get(component), values.initial(record, component));
            }
            body.add(inOrder(record, names))
                    .add(inAnyOrder(record, names))
                    .add(checks(record, names))
                    .add(created(record, names));
        }
        return MethodSpec.methodBuilder("read" + record.id())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(record.type())
                .addParameter(RuntimeTypes.JSON_READER, names.get("in"))
                .addCode(body.build())
                .build();
    }

    // long seen = 0;
    // if (in.first(SAY_TEXT)) {
    //     text = in.string();
    //     seen |= 1L;
    // }
    private CodeBlock inOrder(RecordModel record, NameAllocator names) {
        String in = names.get("in");
        String seen = names.get("seen");
        CodeBlock.Builder block = CodeBlock.builder()
                .add(
                        "// First the fields that stand in the order of declaration. In all masks, bit i is component i.\n")
                .addStatement("long $N = 0", seen);
        boolean mayBeFirst = true;
        for (int i = 0; i < record.components().size(); i++) {
            ComponentModel component = record.components().get(i);
            String name = constants.nameOf(record, component);
            if (i == 0) {
                block.beginControlFlow("if ($N.first($N))", in, name);
            } else if (mayBeFirst) {
                block.beginControlFlow("if ($1N == 0 ? $2N.first($3N) : $2N.expect($3N))", seen, in, name);
            } else {
                block.beginControlFlow("if ($N != 0 && $N.expect($N))", seen, in, name);
            }
            block.addStatement("$N = $L", names.get(component), values.component(record, component, in))
                    .add("$N |= $LL; // $N\n", seen, 1L << i, component.name())
                    .endControlFlow();
            mayBeFirst &= !component.isRequired();
        }
        return block.build();
    }

    // long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
    // int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(SAY_FIELDS, seen);
    // for (; field != FieldNames.END; field = in.next(SAY_FIELDS, field + 1)) {
    //     ...
    // }
    private CodeBlock inAnyOrder(RecordModel record, NameAllocator names) {
        String in = names.get("in");
        String seen = names.get("seen");
        String field = names.get("field");
        String fields = constants.fieldsOf(record);
        CodeBlock.Builder block = CodeBlock.builder()
                .add("// Then the others, in any order.\n")
                .addStatement(
                        "long $N = $N.isFlawed() ? $T.highestOneBit($N) : 0", names.get("wrong"), in, Long.class, seen)
                .addStatement(
                        "int $1N = $2N.endObject($3N) ? $4T.END : $2N.anyOrder($5N, $3N)",
                        field,
                        in,
                        seen,
                        RuntimeTypes.FIELD_NAMES,
                        fields)
                .beginControlFlow(
                        "for (; $1N != $2T.END; $1N = $3N.next($4N, $1N + 1))",
                        field,
                        RuntimeTypes.FIELD_NAMES,
                        in,
                        fields)
                .addStatement("int $N = $N.flaws()", names.get("flaws"), in)
                .addStatement("$1N = $2N.once($1N, $3N)", seen, in, field)
                .beginControlFlow("switch ($N)", field);
        for (int i = 0; i < record.components().size(); i++) {
            ComponentModel component = record.components().get(i);
            block.addStatement("case $L -> $N = $L", i, names.get(component), values.component(record, component, in));
        }
        return block.addStatement("default -> throw new $T(\"Unknown field: \" + $N)", AssertionError.class, field)
                .endControlFlow()
                .addStatement(
                        "$N |= $N.flaws() == $N ? 0 : 1L << $N", names.get("wrong"), in, names.get("flaws"), field)
                .endControlFlow()
                .build();
    }

    // if (in.isFlawed() || seen != 3L || isInvalidSay(text, tags)) {
    //     int flaws = in.flaws();
    //     in.require(SAY_FIELDS, seen, 3L);
    //     checkSay(in.violations(), seen & ~wrong, text, tags);
    //     if (wrong != 0 || in.flaws() != flaws) {
    //         return null;
    //     }
    // }
    private CodeBlock checks(RecordModel record, NameAllocator names) {
        String in = names.get("in");
        String seen = names.get("seen");
        long required = 0;
        for (int i = 0; i < record.components().size(); i++) {
            required |= record.components().get(i).isRequired() ? 1L << i : 0;
        }
        CodeBlock.Builder condition = CodeBlock.builder().add("$N.isFlawed()", in);
        if (required != 0) {
            boolean isAll = Long.bitCount(required) == record.components().size();
            condition.add(isAll ? " || $1N != $2LL" : " || ($1N & $2LL) != $2LL", seen, required);
        }
        if (record.isConstrained()) {
            condition.add(" || $L", InvalidMethods.call(record, component -> CodeBlock.of("$N", names.get(component))));
        }
        CodeBlock.Builder block = CodeBlock.builder()
                .add("// Last, what is missing, malformed or invalid.\n")
                .beginControlFlow("if ($L)", condition.build())
                .addStatement("int $N = $N.flaws()", names.get("flaws"), in);
        if (required != 0) {
            block.addStatement("$N.require($N, $N, $LL)", in, constants.fieldsOf(record), seen, required);
        }
        if (record.isConstrained()) {
            block.addStatement(
                    "$L",
                    CheckMethods.call(
                            record,
                            CodeBlock.of("$N.violations()", in),
                            CodeBlock.of("$N & ~$N", seen, names.get("wrong")),
                            component -> CodeBlock.of("$N", names.get(component))));
        }
        return block.beginControlFlow("if ($N != 0 || $N.flaws() != $N)", names.get("wrong"), in, names.get("flaws"))
                .addStatement("return null")
                .endControlFlow()
                .endControlFlow()
                .build();
    }

    private static CodeBlock created(RecordModel record, NameAllocator names) {
        CodeBlock created = Names.construct(record, names::get);
        if (!record.mayRefuse()) {
            return CodeBlock.builder().addStatement("return $L", created).build();
        }
        return CodeBlock.builder()
                .beginControlFlow("try")
                .addStatement("return $L", created)
                .nextControlFlow("catch ($T $N)", Exception.class, names.get("refused"))
                .addStatement("$N.rejected($N)", names.get("in"), names.get("refused"))
                .addStatement("return null")
                .endControlFlow()
                .build();
    }
}
