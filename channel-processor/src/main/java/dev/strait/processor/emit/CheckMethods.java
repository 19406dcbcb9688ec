package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.NameAllocator;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.ConstraintModel.Rule;
import dev.strait.processor.model.JavaLiteral;
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
        record.components().forEach(component -> names.newName(Names.local(component), component));
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
            boolean hasGaps = component.type().kind().isContainer(); // nulls for what could not be read
            CodeBlock isThere = CodeBlock.of("$N != null", name);
            CodeBlock isSound = CodeBlock.of("($N & $LL) != 0", names.get("sound"), bit);
            CodeBlock isBoth = CodeBlock.of("$L && $L", isSound, isThere);
            CodeBlock condition = hasGaps ? isThere : component.type().isNullable() ? isBoth : isSound;
            CodeBlock pointer = JavaLiteral.of(Names.pointer(component));
            method.addCode(CodeBlock.builder()
                    .beginControlFlow("if ($L)", condition)
                    .add(value(component.type(), name, pointer, new Scope(names, hasGaps, false)))
                    .endControlFlow()
                    .build());
        }
        return method.build();
    }

    /**
     * Where a check stands.
     *
     * @param names the names that are taken
     * @param hasGaps whether null stands for what could not be read
     * @param isKey whether it is of a map's key
     */
    private record Scope(NameAllocator names, boolean hasGaps, boolean isKey) {

        Scope ofKey() {
            return new Scope(names, hasGaps, true);
        }

        Scope ofItem() {
            return new Scope(names, hasGaps, false);
        }
    }

    static List<ComponentModel> constrained(RecordModel record) {
        return record.components().stream()
                .filter(component -> component.type().isConstrained())
                .toList();
    }

    /** The checks of one value and of what it holds. */
    private CodeBlock value(TypeModel type, String name, CodeBlock path, Scope scope) {
        CodeBlock.Builder block = CodeBlock.builder();
        Kind kind = type.kind();
        boolean isWrapped = kind == Kind.OPTIONAL_INT || kind == Kind.OPTIONAL_LONG || kind == Kind.OPTIONAL_DOUBLE;
        if (isWrapped && !type.constraints().isEmpty()) {
            block.beginControlFlow("if ($N.isPresent())", name);
        }
        List<ConstraintModel> constraints = type.constraints();
        int guard = guard(constraints);
        for (int i = 0; i < constraints.size(); i++) {
            ConstraintModel constraint = constraints.get(i);
            if (guard >= 0 && isPattern(constraint)) {
                continue; // behind the guard
            }
            block.beginControlFlow("if ($L)", checks.isBroken(constraint, type, CodeBlock.of("$N", name)))
                    .add(violation(constraint, type, path, scope));
            for (ConstraintModel pattern : i == guard ? patterns(type) : List.<ConstraintModel>of()) {
                block.nextControlFlow("else if ($L)", checks.isBroken(pattern, type, CodeBlock.of("$N", name)))
                        .add(violation(pattern, type, path, scope));
            }
            block.endControlFlow();
        }
        if (isWrapped && !type.constraints().isEmpty()) {
            block.endControlFlow();
        }
        if (type.arguments().stream().anyMatch(TypeModel::isConstrained)) {
            block.add(held(type, name, path, scope));
        }
        return block.build();
    }

    private static CodeBlock violation(ConstraintModel constraint, TypeModel type, CodeBlock path, Scope scope) {
        return CodeBlock.builder()
                .addStatement(
                        "$N.add($L, $L, $L)",
                        scope.names().get("out"),
                        JavaLiteral.of(constraint.name()),
                        JavaLiteral.of(
                                scope.isKey()
                                        ? ConstraintMessages.ofKey(constraint, type)
                                        : ConstraintMessages.of(constraint, type)),
                        path)
                .build();
    }

    /** A pattern may backtrack: where there is a bound on the length, it is tried only within it. Negative where none is. */
    private static int guard(List<ConstraintModel> constraints) {
        int guard = -1;
        for (int i = 0; i < constraints.size(); i++) {
            ConstraintModel constraint = constraints.get(i);
            boolean isTightest = guard < 0
                    || constraint.most().compareTo(constraints.get(guard).most()) < 0;
            guard = constraint.isUpperSize() && isTightest ? i : guard;
        }
        return guard;
    }

    private static boolean isPattern(ConstraintModel constraint) {
        return constraint.rule() == Rule.PATTERN || constraint.parts().stream().anyMatch(CheckMethods::isPattern);
    }

    private static List<ConstraintModel> patterns(TypeModel type) {
        return type.constraints().stream().filter(CheckMethods::isPattern).toList();
    }

    private CodeBlock held(TypeModel type, String name, CodeBlock path, Scope scope) {
        TypeModel argument = type.argument();
        String item = scope.names().newName(name + "Item");
        CodeBlock.Builder block = CodeBlock.builder();
        switch (type.kind()) {
            // if (nick.isPresent()) {
            //     String nickItem = nick.get();
            case OPTIONAL ->
                block.beginControlFlow("if ($N.isPresent())", name)
                        .addStatement("$T $N = $N.get()", argument.name(), item, name)
                        .add(value(argument, item, path, scope.ofItem()))
                        .endControlFlow();
            // for (String key : scores.keySet()) {
            //     Integer scoresItem = scores.get(key);
            case MAP -> {
                String key = scope.names().newName(name + "Key");
                boolean mayBeNone = type.key().kind() != Kind.STRING; // null for names that are no keys
                CodeBlock entry = CodeBlock.of(type.key().kind() == Kind.ENUM ? "$L, $N.name()" : "$L, $N", path, key);
                block.beginControlFlow("for ($T $N : $N.keySet())", type.key().name(), key, name);
                if (mayBeNone) {
                    block.beginControlFlow("if ($N != null)", key);
                }
                block.add(value(type.key(), key, entry, scope.ofKey()));
                if (argument.isConstrained()) {
                    block.addStatement("$T $N = $N.get($N)", argument.name(), item, name, key)
                            .add(unlessNull(argument, item, entry, scope.ofItem()));
                }
                if (mayBeNone) {
                    block.endControlFlow();
                }
                block.endControlFlow();
            }
            // for (String kindsItem : kinds) {
            case SET ->
                block.beginControlFlow("for ($T $N : $N)", argument.name(), item, name)
                        .add(unlessNull(
                                argument, item, path, scope.ofItem())) // equal elements became one: no index is sure
                        .endControlFlow();
            // int tagsIndex = 0;
            // for (String tagsItem : tags) {
            default -> {
                String index = scope.names().newName(name + "Index");
                block.addStatement("int $N = 0", index)
                        .beginControlFlow("for ($T $N : $N)", argument.name(), item, name)
                        .add(unlessNull(argument, item, CodeBlock.of("$L, $N", path, index), scope.ofItem()))
                        .addStatement("$N++", index)
                        .endControlFlow();
            }
        }
        return block.build();
    }

    private CodeBlock unlessNull(TypeModel type, String item, CodeBlock path, Scope scope) {
        CodeBlock checked = value(type, item, path, scope);
        return type.isNullable() || scope.hasGaps()
                ? CodeBlock.builder()
                        .beginControlFlow("if ($N != null)", item)
                        .add(checked)
                        .endControlFlow()
                        .build()
                : checked;
    }
}
