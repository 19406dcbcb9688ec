package dev.strait.processor.parse;

import com.google.auto.common.MoreTypes;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.AnswerModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.VariantModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Parses the answer type of a message that implements {@code Ask<R>}. */
final class AnswerParser {

    private static final String ASK = "dev.strait.Ask";

    private final Registry registry;
    private final UnionParser unions;

    AnswerParser(Registry registry, UnionParser unions) {
        this.registry = registry;
        this.unions = unions;
    }

    /** Returns the answer; empty if the message is not an ask, or if an error was reported. */
    Optional<AnswerModel> parse(TypeElement message, String wireName, Element usedBy) {
        Optional<TypeMirror> answer = answerType(message, Map.of());
        if (answer.isEmpty() || answer.get().getKind() == TypeKind.ERROR) {
            return Optional.empty();
        }
        Diagnostics diagnostics = registry.diagnosticsFor(message, usedBy);
        TypeParser types = new TypeParser(diagnostics, registry, new ConstraintParser(diagnostics), Bindings.NONE);
        boolean isRaw = answer.get() instanceof DeclaredType declared
                && MoreTypes.asTypeElement(declared).getQualifiedName().contentEquals(ASK);
        if (isRaw) {
            diagnostics.error(Problem.ASK_RAW, message, message.getSimpleName());
            return Optional.empty();
        }
        if (!isRecordOrSealed(answer.get())) {
            diagnostics.error(
                    Problem.ASK_ANSWER_TYPE, message, message.getSimpleName(), TypeParser.simple(answer.get()));
            return Optional.empty();
        }
        TypeElement type = MoreTypes.asTypeElement(answer.get());
        if (!Mirrors.isAccessible(type, registry.generatedPackage())) {
            diagnostics.error(
                    Problem.TYPE_INACCESSIBLE,
                    message,
                    type.getSimpleName(),
                    message.getSimpleName(),
                    Mirrors.accessFix(type));
            return Optional.empty();
        }
        Optional<List<TypeModel>> arguments = types.arguments(MoreTypes.asDeclared(answer.get()), message);
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        List<VariantModel> variants = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (UnionParser.Member member : unions.members(type, arguments.get(), message)) {
            TypeElement variant = member.record();
            String name = WireNames.ofAnswer(variant, wireName);
            WireNames.check(name, variant, false, registry.diagnosticsFor(variant, message));
            if (!names.add(name)) {
                registry.diagnosticsFor(variant, message)
                        .error(Problem.WIRE_NAME_DUPLICATE, variant, variant.getSimpleName(), "another answer", name);
            }
            variants.add(new VariantModel(member.id(), name));
        }
        registry.addFrameType(type);
        TypeName name = Registry.applied(ClassName.get(type), arguments.get());
        return Optional.of(new AnswerModel(name, registry.discriminatorOf(type), variants));
    }

    private static boolean isRecordOrSealed(TypeMirror answer) {
        if (answer.getKind() != TypeKind.DECLARED) {
            return false;
        }
        TypeElement type = MoreTypes.asTypeElement(answer);
        boolean isSealed =
                type.getKind() == ElementKind.INTERFACE && type.getModifiers().contains(Modifier.SEALED);
        return (isSealed || type.getKind() == ElementKind.RECORD)
                && type.getTypeParameters().size()
                        == MoreTypes.asDeclared(answer).getTypeArguments().size();
    }

    /** Returns the type argument of {@code Ask}, which the message may also inherit from another interface. */
    private static Optional<TypeMirror> answerType(TypeElement type, Map<String, TypeMirror> variables) {
        for (TypeMirror parent : type.getInterfaces()) {
            if (parent.getKind() != TypeKind.DECLARED) {
                continue; // the compiler reports the unknown type
            }
            TypeElement element = MoreTypes.asTypeElement(parent);
            List<TypeMirror> arguments = new ArrayList<>();
            for (TypeMirror argument : MoreTypes.asDeclared(parent).getTypeArguments()) {
                arguments.add(variables.getOrDefault(argument.toString(), argument));
            }
            if (element.getQualifiedName().contentEquals(ASK)) {
                return arguments.isEmpty() ? Optional.of(parent) : Optional.of(arguments.get(0));
            }
            Map<String, TypeMirror> inner = new HashMap<>();
            for (int i = 0; i < arguments.size(); i++) {
                inner.put(element.getTypeParameters().get(i).getSimpleName().toString(), arguments.get(i));
            }
            Optional<TypeMirror> inherited = answerType(element, inner);
            if (inherited.isPresent()) {
                return inherited;
            }
        }
        return Optional.empty();
    }
}
