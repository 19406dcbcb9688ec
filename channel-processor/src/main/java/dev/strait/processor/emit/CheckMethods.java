package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.NameAllocator;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.ConstraintModel.Rule;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Writes the method that checks a record's constraints, before there is a record. */
final class CheckMethods {

    private final ConstraintChecks checks;

    CheckMethods(ConstraintChecks checks) {
        this.checks = checks;
    }

    // checkSay(in.violations(), sound, text)
    static CodeBlock call(
            RecordModel record, CodeBlock violations, CodeBlock sound, Function<ComponentModel, CodeBlock> value) {
        CodeBlock.Builder arguments = CodeBlock.builder().add("$L, $L", violations, sound);
        for (ComponentModel component : constrained(record)) {
            arguments.add(", $L", value.apply(component));
        }
        return CodeBlock.of("check$L($L)", record.id(), arguments.build());
    }

    // private static void checkSay(Violations out, long sound, String text) {
    //     if ((sound & 1L) != 0) {
    //         if (CharRuns.isBlank(text)) {
    //             out.add("not-blank", "must not be blank", "/text");
    //         }
    //     }
    // }
    MethodSpec write(RecordModel record) {
        NameAllocator names = new NameAllocator();
        record.components().forEach(component -> names.newName(component.name(), component));
        names.newName("out", "out");
        names.newName("sound", "sound");
        MethodSpec.Builder method = MethodSpec.methodBuilder("check" + record.id())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(RuntimeTypes.VIOLATIONS, names.get("out"))
                .addParameter(TypeName.LONG, names.get("sound"));
        for (ComponentModel component : constrained(record)) {
            String name = names.get(component);
            method.addParameter(component.type().name(), name);
            long bit = 1L << record.components().indexOf(component);
            method.addCode(CodeBlock.builder()
                    .beginControlFlow(
                            component.type().isNullable()
                                    ? "if (($N & $LL) != 0 && $N != null)"
                                    : "if (($N & $LL) != 0)",
                            component.type().isNullable()
                                    ? new Object[] {names.get("sound"), bit, name}
                                    : new Object[] {names.get("sound"), bit})
                    .add(value(component.type(), name, CodeBlock.of("$S", Names.pointer(component)), names))
                    .endControlFlow()
                    .build());
        }
        return method.build();
    }

    static List<ComponentModel> constrained(RecordModel record) {
        return record.components().stream()
                .filter(component -> component.type().isConstrained())
                .toList();
    }

    /** The checks of one value and of what it holds. */
    private CodeBlock value(TypeModel type, String name, CodeBlock path, NameAllocator names) {
        return value(type, name, path, names, false);
    }

    private CodeBlock value(TypeModel type, String name, CodeBlock path, NameAllocator names, boolean isKey) {
        CodeBlock.Builder block = CodeBlock.builder();
        Kind kind = type.kind();
        boolean isWrapped = kind == Kind.OPTIONAL_INT || kind == Kind.OPTIONAL_LONG || kind == Kind.OPTIONAL_DOUBLE;
        if (isWrapped && !type.constraints().isEmpty()) {
            block.beginControlFlow("if ($N.isPresent())", name);
        }
        for (ConstraintModel constraint : type.constraints()) {
            if (!isAfterSize(constraint, type)) {
                block.beginControlFlow("if ($L)", checks.isBroken(constraint, type, CodeBlock.of("$N", name)))
                        .add(violation(constraint, type, path, names, isKey));
                if (constraint.rule() == Rule.SIZE) {
                    patterns(type)
                            .forEach(pattern -> block.nextControlFlow(
                                            "else if ($L)", checks.isBroken(pattern, type, CodeBlock.of("$N", name)))
                                    .add(violation(pattern, type, path, names, isKey)));
                }
                block.endControlFlow();
            }
        }
        if (isWrapped && !type.constraints().isEmpty()) {
            block.endControlFlow();
        }
        if (type.arguments().stream().anyMatch(TypeModel::isConstrained)) {
            block.add(held(type, name, path, names));
        }
        return block.build();
    }

    private static CodeBlock violation(
            ConstraintModel constraint, TypeModel type, CodeBlock path, NameAllocator names, boolean isKey) {
        return CodeBlock.builder()
                .addStatement(
                        "$N.add($S, $S, $L)",
                        names.get("out"),
                        constraint.name(),
                        isKey ? ConstraintMessages.ofKey(constraint, type) : ConstraintMessages.of(constraint, type),
                        path)
                .build();
    }

    /** A pattern may backtrack: where there is a bound on the length, it is tried only within it. */
    private static boolean isAfterSize(ConstraintModel constraint, TypeModel type) {
        return constraint.rule() == Rule.PATTERN
                && type.constraints().stream().anyMatch(other -> other.rule() == Rule.SIZE);
    }

    private static List<ConstraintModel> patterns(TypeModel type) {
        return type.constraints().stream()
                .filter(constraint -> constraint.rule() == Rule.PATTERN)
                .toList();
    }

    private CodeBlock held(TypeModel type, String name, CodeBlock path, NameAllocator names) {
        TypeModel argument = type.argument();
        String item = names.newName(name + "Item");
        CodeBlock.Builder block = CodeBlock.builder();
        switch (type.kind()) {
            // if (nick.isPresent()) {
            //     String nickItem = nick.get();
            case OPTIONAL ->
                block.beginControlFlow("if ($N.isPresent())", name)
                        .addStatement("$T $N = $N.get()", argument.name(), item, name)
                        .add(value(argument, item, path, names))
                        .endControlFlow();
            // for (String key : scores.keySet()) {
            //     Integer scoresItem = scores.get(key);
            case MAP -> {
                String key = names.newName(name + "Key");
                CodeBlock entry = CodeBlock.of(type.key().kind() == Kind.ENUM ? "$L, $N.name()" : "$L, $N", path, key);
                block.beginControlFlow("for ($T $N : $N.keySet())", type.key().name(), key, name)
                        .add(value(type.key(), key, entry, names, true));
                if (argument.isConstrained()) {
                    block.addStatement("$T $N = $N.get($N)", argument.name(), item, name, key)
                            .add(unlessNull(argument, item, entry, names));
                }
                block.endControlFlow();
            }
            // for (String kindsItem : kinds) {
            case SET ->
                block.beginControlFlow("for ($T $N : $N)", argument.name(), item, name)
                        .add(unlessNull(argument, item, path, names)) // equal elements became one: no index is sure
                        .endControlFlow();
            // int tagsIndex = 0;
            // for (String tagsItem : tags) {
            default -> {
                String index = names.newName(name + "Index");
                block.addStatement("int $N = 0", index)
                        .beginControlFlow("for ($T $N : $N)", argument.name(), item, name)
                        .add(unlessNull(argument, item, CodeBlock.of("$L, $N", path, index), names))
                        .addStatement("$N++", index)
                        .endControlFlow();
            }
        }
        return block.build();
    }

    private CodeBlock unlessNull(TypeModel type, String item, CodeBlock path, NameAllocator names) {
        CodeBlock checked = value(type, item, path, names);
        return type.isNullable()
                ? CodeBlock.builder()
                        .beginControlFlow("if ($N != null)", item)
                        .add(checked)
                        .endControlFlow()
                        .build()
                : checked;
    }
}
