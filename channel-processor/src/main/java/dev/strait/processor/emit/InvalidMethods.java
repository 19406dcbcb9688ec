package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.NameAllocator;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.emit.MethodNames.Container;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Writes the methods that tell whether any constraint is broken, and nothing more: what all right messages go through. */
final class InvalidMethods {

    private final ConstraintChecks checks;
    private final MethodNames methods;

    InvalidMethods(ConstraintChecks checks, MethodNames methods) {
        this.checks = checks;
        this.methods = methods;
    }

    // isInvalidSay(text, tags)
    static CodeBlock call(RecordModel record, Function<ComponentModel, CodeBlock> value) {
        CodeBlock arguments =
                CheckMethods.constrained(record).stream().map(value).collect(CodeBlock.joining(", "));
        return CodeBlock.of("isInvalid$L($L)", record.id(), arguments);
    }

    // private static boolean isInvalidSay(String text, List<String> tags) {
    //     return text.length() > 500
    //             || CharRuns.isBlank(text)
    //             || tags.size() > 5
    //             || isInvalidSayTags(tags);
    // }
    MethodSpec write(RecordModel record) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("isInvalid" + record.id())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(TypeName.BOOLEAN);
        List<CodeBlock> broken = new ArrayList<>();
        NameAllocator names = new NameAllocator();
        for (ComponentModel component : CheckMethods.constrained(record)) {
            String name = names.newName(Names.local(component), component);
            method.addParameter(component.type().name(), name);
            CodeBlock value = CodeBlock.of("$N", name);
            broken.add(
                    component.type().isNullable() ? unlessNull(component.type(), value) : any(component.type(), value));
        }
        return method.addCode("return $L;\n", broken.stream().collect(CodeBlock.joining("\n        || ")))
                .build();
    }

    // private static boolean isInvalidSayTags(List<String> items) {
    //     for (String item : items) {
    //         if (item.length() > 20) {
    //             return true;
    //         }
    //     }
    //     return false;
    // }
    MethodSpec write(Container container) {
        TypeModel type = container.type();
        boolean isMap = type.kind() == Kind.MAP;
        CodeBlock.Builder body = CodeBlock.builder();
        if (isMap && type.key().isConstrained()) {
            body.add(loop(type.key(), "key", "entries.keySet()"));
        }
        if (type.argument().isConstrained()) {
            body.add(loop(type.argument(), "item", isMap ? "entries.values()" : "items"));
        }
        return MethodSpec.methodBuilder("isInvalid" + container.id())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(type.name(), isMap ? "entries" : "items")
                .addCode(body.build())
                .addStatement("return false")
                .build();
    }

    private CodeBlock loop(TypeModel type, String variable, String all) {
        CodeBlock value = CodeBlock.of("$N", variable);
        return CodeBlock.builder()
                .beginControlFlow("for ($T $N : $L)", type.name(), variable, all)
                .beginControlFlow("if ($L)", type.isNullable() ? unlessNull(type, value) : any(type, value))
                .addStatement("return true")
                .endControlFlow()
                .endControlFlow()
                .build();
    }

    /** True where a value breaks any of its constraints, or what it holds does. */
    private CodeBlock any(TypeModel type, CodeBlock value) {
        List<CodeBlock> broken = new ArrayList<>();
        for (ConstraintModel constraint : ConstraintChecks.inOrder(type.constraints())) {
            broken.add(checks.isBroken(constraint, type, value));
        }
        if (isHolding(type)) {
            broken.add(CodeBlock.of("isInvalid$L($L)", methods.of(type), value));
        }
        if (type.kind() == Kind.OPTIONAL && type.argument().isConstrained()) {
            broken.add(any(type.argument(), CodeBlock.of("$L.get()", value)));
        }
        CodeBlock all = broken.stream().collect(CodeBlock.joining(" || "));
        return type.kind().isOptional() ? CodeBlock.of("$L.isPresent() && ($L)", value, all) : all;
    }

    /** Whether a container has a method that looks into it. */
    static boolean isHolding(TypeModel type) {
        return type.kind().isContainer() && type.arguments().stream().anyMatch(TypeModel::isConstrained);
    }

    private CodeBlock unlessNull(TypeModel type, CodeBlock value) {
        return CodeBlock.of("$L != null && ($L)", value, any(type, value));
    }
}
