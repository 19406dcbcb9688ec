package dev.strait.processor.parse;

import com.google.auto.common.MoreTypes;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Parses the type of a component, including its type arguments and their constraints. */
final class TypeParser {

    private static final String USE_NULLABLE = "Make the element @Nullable, or the component itself Optional.";

    private final Diagnostics diagnostics;
    private final Registry registry;
    private final ConstraintParser constraints;
    private final AdapterParser adapters;
    private final Bindings bindings;

    TypeParser(Diagnostics diagnostics, Registry registry, ConstraintParser constraints, Bindings bindings) {
        this.diagnostics = diagnostics;
        this.registry = registry;
        this.constraints = constraints;
        this.adapters = new AdapterParser(diagnostics, registry.generatedPackage());
        this.bindings = bindings;
    }

    /** Returns the type of a component without the constraints on the component; empty if an error was reported. */
    Optional<TypeModel> parse(TypeMirror type, Element component) {
        Optional<AnnotationMirror> json = AdapterParser.find(type);
        if (json.isPresent()) {
            return adapters.parse(json.get(), type, component);
        }
        if (type.getKind().isPrimitive()) {
            return Optional.of(TypeModel.of(Kind.valueOf(type.getKind().name()), TypeName.get(type)));
        }
        return switch (type.getKind()) {
            case ARRAY -> array(MoreTypes.asArray(type).getComponentType(), type, component);
            case TYPEVAR ->
                bindings.find(MoreTypes.asTypeVariable(type)
                        .asElement()
                        .getSimpleName()
                        .toString());
            case DECLARED -> declared(MoreTypes.asDeclared(type), component);
            case ERROR -> Optional.empty(); // the compiler reports the unknown type
            case WILDCARD -> {
                diagnostics.error(Problem.TYPE_WILDCARD, component, component.getSimpleName(), simple(type));
                yield Optional.empty();
            }
            default -> unsupported(component, type);
        };
    }

    private Optional<TypeModel> declared(DeclaredType type, Element component) {
        TypeElement element = MoreTypes.asTypeElement(type);
        ClassName name = ClassName.get(element);
        Optional<TypeModel> known = KnownTypes.scalar(name);
        if (known.isPresent()) {
            return known;
        }
        Optional<Kind> generic = KnownTypes.generic(name);
        if (element.getTypeParameters().size() != type.getTypeArguments().size()) {
            diagnostics.error(
                    Problem.TYPE_RAW,
                    component,
                    component.getSimpleName(),
                    simple(type),
                    String.join(
                            ", ",
                            Collections.nCopies(element.getTypeParameters().size(), "String")));
            return Optional.empty();
        }
        if (generic.isPresent()) {
            return generic(generic.get(), name, type, component);
        }
        return contractType(element, type, component);
    }

    /** Returns an enum, a record or a sealed interface. */
    private Optional<TypeModel> contractType(TypeElement element, DeclaredType type, Element component) {
        boolean isUnion = element.getKind() == ElementKind.INTERFACE
                && element.getModifiers().contains(Modifier.SEALED);
        boolean isSupported =
                isUnion || element.getKind() == ElementKind.RECORD || element.getKind() == ElementKind.ENUM;
        if (!isSupported) {
            return unsupported(component, type);
        }
        if (!Mirrors.isAccessible(element, registry.generatedPackage())) {
            diagnostics.error(
                    Problem.TYPE_INACCESSIBLE,
                    component,
                    element.getSimpleName(),
                    component.getSimpleName(),
                    Mirrors.accessFix(element));
            return Optional.empty();
        }
        if (element.getKind() == ElementKind.ENUM) {
            if (isEmpty(element)) {
                diagnostics.error(Problem.ENUM_EMPTY, component, component.getSimpleName(), element.getSimpleName());
                return Optional.empty();
            }
            return Optional.of(registry.enumeration(element, component));
        }
        Optional<List<TypeModel>> arguments = arguments(type, component);
        return arguments.flatMap(known -> isUnion
                ? Optional.of(registry.union(element, known, component))
                : registry.record(element, known, component));
    }

    private static boolean isEmpty(TypeElement enumeration) {
        return enumeration.getEnclosedElements().stream()
                .noneMatch(member -> member.getKind() == ElementKind.ENUM_CONSTANT);
    }

    private Optional<TypeModel> generic(Kind kind, ClassName name, DeclaredType type, Element component) {
        if (kind == Kind.MAP && isNoKey(type.getTypeArguments().get(0))) { // whether or not it could be a value
            diagnostics.error(
                    Problem.MAP_KEY_TYPE,
                    component,
                    component.getSimpleName(),
                    simple(type.getTypeArguments().get(0)));
            return Optional.empty();
        }
        Optional<List<TypeModel>> arguments = arguments(type, component);
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        TypeModel first = arguments.get().get(0);
        if (kind == Kind.MAP && !KnownTypes.isKey(first)) {
            diagnostics.error(
                    Problem.MAP_KEY_TYPE,
                    component,
                    component.getSimpleName(),
                    simple(type.getTypeArguments().get(0)));
            return Optional.empty();
        }
        for (TypeModel argument : arguments.get()) {
            if (argument.kind().isOptional()) {
                optionalNested(kind.isOptional() ? "Remove the inner Optional." : USE_NULLABLE, component);
                return Optional.empty();
            }
        }
        return Optional.of(TypeModel.generic(kind, name, arguments.get()));
    }

    private static boolean isNoKey(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && AdapterParser.find(type).isEmpty()
                && MoreTypes.asTypeElement(type).getKind() != ElementKind.ENUM
                && KnownTypes.scalar(ClassName.get(MoreTypes.asTypeElement(type)))
                        .isEmpty();
    }

    /** Returns the type arguments; empty if an error was reported. */
    Optional<List<TypeModel>> arguments(DeclaredType type, Element component) {
        List<TypeModel> arguments = new ArrayList<>();
        for (TypeMirror argument : type.getTypeArguments()) {
            element(argument, argument.getAnnotationMirrors(), component).ifPresent(arguments::add);
        }
        return arguments.size() == type.getTypeArguments().size() ? Optional.of(arguments) : Optional.empty();
    }

    private Optional<TypeModel> array(TypeMirror element, TypeMirror type, Element component) {
        if (element.getKind().isPrimitive() && Nullness.isNullable(element.getAnnotationMirrors())) {
            diagnostics.error(
                    Problem.NULLABLE_PRIMITIVE,
                    component,
                    "An element of " + component.getSimpleName(),
                    element.getKind().name().toLowerCase(Locale.ROOT),
                    "\"" + simple(element) + " @Nullable []\" if the array may be null");
            return Optional.empty();
        }
        if (element.getKind() == TypeKind.BYTE) {
            return Optional.of(TypeModel.of(Kind.BYTES, TypeName.get(type)));
        }
        if (element.getKind() == TypeKind.DECLARED
                && !MoreTypes.asDeclared(element).getTypeArguments().isEmpty()) {
            return unsupported(component, type); // Java cannot create arrays of such types
        }
        // An annotation before an array belongs to the component, but javac reports it for the elements, too.
        List<AnnotationMirror> annotations = new ArrayList<>(element.getAnnotationMirrors());
        if (isComponentArray(type, component)) {
            annotations.removeIf(annotation -> ConstraintParser.isAmong(annotation, component.getAnnotationMirrors()));
        }
        return element(element, annotations, component)
                .filter(model -> !isOptional(model, component))
                .filter(model -> !isGeneric(model, type, component))
                .map(TypeModel::array);
    }

    /** Returns whether an array type is the type of the component, or an element type of that array. */
    private static boolean isComponentArray(TypeMirror type, Element component) {
        TypeMirror at = component.asType();
        while (at.getKind() == TypeKind.ARRAY && !MoreTypes.equivalence().equivalent(at, type)) {
            at = MoreTypes.asArray(at).getComponentType();
        }
        return MoreTypes.equivalence().equivalent(at, type);
    }

    /** Reports an array of a generic type, which a type parameter may stand for. Java cannot create such arrays. */
    private boolean isGeneric(TypeModel element, TypeMirror array, Element component) {
        boolean isGeneric = element.name() instanceof ParameterizedTypeName;
        if (isGeneric) {
            unsupported(component, array);
        }
        return isGeneric;
    }

    private boolean isOptional(TypeModel element, Element component) {
        if (element.kind().isOptional()) {
            optionalNested(USE_NULLABLE, component);
        }
        return element.kind().isOptional();
    }

    private void optionalNested(String fix, Element component) {
        diagnostics.error(Problem.OPTIONAL_NESTED, component, component.getSimpleName(), fix);
    }

    /** Returns a type with the constraints from its annotations; empty if an error was reported. */
    Optional<TypeModel> element(
            TypeMirror type, Collection<? extends AnnotationMirror> annotations, Element component) {
        boolean isAllowed =
                new AnnotationRules(diagnostics, registry.discriminatorOf(type)).check(annotations, component);
        boolean isNullable = Nullness.isNullable(annotations);
        return parse(type, component)
                .flatMap(parsed -> QuotedNumbers.parse(annotations, parsed, component, diagnostics))
                .flatMap(parsed ->
                        constraints.parse(annotations, parsed.nullable(isNullable || parsed.isNullable()), component))
                .filter(parsed -> isAllowed);
    }

    private Optional<TypeModel> unsupported(Element component, TypeMirror type) {
        diagnostics.error(
                Problem.TYPE_UNSUPPORTED,
                component,
                component.getSimpleName(),
                simple(type),
                SupportedTypes.suggestion(type));
        return Optional.empty();
    }

    /** Returns a type as it appears in the source, with simple names and without annotations. */
    static String simple(TypeMirror type) {
        return simple(Nullness.strip(type.toString()));
    }

    static String simple(String type) {
        return type.replaceAll("\\b[a-z_][a-z0-9_]*\\.(?=[A-Za-z_])", "");
    }
}
