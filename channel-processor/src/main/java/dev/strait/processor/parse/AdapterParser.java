package dev.strait.processor.parse;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.TypeModel;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Parses {@code @Json}, which names the adapter of an unsupported type. */
final class AdapterParser {

    private static final String JSON = "dev.strait.Json";
    private static final String ADAPTER = "dev.strait.runtime.json.JsonAdapter";

    private final Diagnostics diagnostics;
    private final PackageElement generatedPackage;

    AdapterParser(Diagnostics diagnostics, PackageElement generatedPackage) {
        this.diagnostics = diagnostics;
        this.generatedPackage = generatedPackage;
    }

    static Optional<AnnotationMirror> find(TypeMirror type) {
        return type.getAnnotationMirrors().stream()
                .filter(annotation -> Mirrors.nameOf(annotation).equals(JSON))
                .<AnnotationMirror>map(annotation -> annotation)
                .findFirst();
    }

    /** Returns the type with its adapter; empty if an error was reported. */
    Optional<TypeModel> parse(AnnotationMirror json, TypeMirror type, Element component) {
        if (type.getKind().isPrimitive()) {
            diagnostics.error(
                    Problem.JSON_ON_PRIMITIVE, component, json, component.getSimpleName(), TypeName.get(type));
            return Optional.empty();
        }
        AnnotationValue value = Mirrors.value(json, "value");
        if (!(value.getValue() instanceof DeclaredType adapter) || adapter.getKind() == TypeKind.ERROR) {
            return Optional.empty(); // the compiler reports the unknown type
        }
        TypeElement element = MoreTypes.asTypeElement(adapter);
        String problem = problem(element, TypeName.get(type));
        if (!problem.isEmpty()) {
            diagnostics.error(
                    Problem.JSON_ADAPTER_UNUSABLE,
                    component,
                    json,
                    value,
                    component.getSimpleName(),
                    element.getSimpleName(),
                    problem,
                    TypeParser.simple(type));
            return Optional.empty();
        }
        return Optional.of(TypeModel.foreign(TypeName.get(type), ClassName.get(element)));
    }

    /** Returns what is wrong with an adapter, as a clause of a compile error; empty if it can be used. */
    private String problem(TypeElement adapter, TypeName type) {
        if (!implementsAdapter(adapter, type)) {
            return "does not implement JsonAdapter<" + TypeParser.simple(type.toString()) + ">";
        }
        boolean isInner =
                adapter.getNestingKind().isNested() && !adapter.getModifiers().contains(Modifier.STATIC);
        boolean isClass = adapter.getKind() == ElementKind.CLASS || adapter.getKind() == ElementKind.RECORD;
        if (!isClass || adapter.getModifiers().contains(Modifier.ABSTRACT) || isInner) {
            return "is not a top-level or static concrete class";
        }
        boolean isSamePackage = MoreElements.getPackage(adapter).equals(generatedPackage);
        boolean hasConstructor = ElementFilter.constructorsIn(adapter.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getParameters().isEmpty())
                .anyMatch(constructor -> isAccessible(constructor, isSamePackage));
        boolean isAccessible = true;
        for (Element at = adapter; at instanceof TypeElement; at = at.getEnclosingElement()) {
            isAccessible &= isAccessible(at, isSamePackage);
        }
        return hasConstructor && isAccessible ? "" : "generated code cannot instantiate";
    }

    private static boolean isAccessible(Element element, boolean isSamePackage) {
        return element.getModifiers().contains(Modifier.PUBLIC)
                || (isSamePackage && !element.getModifiers().contains(Modifier.PRIVATE));
    }

    private static boolean implementsAdapter(TypeElement adapter, TypeName type) {
        return adapter.getInterfaces().stream()
                .map(MoreTypes::asDeclared)
                .anyMatch(declared ->
                        MoreTypes.asTypeElement(declared).getQualifiedName().contentEquals(ADAPTER)
                                && declared.getTypeArguments().size() == 1
                                && TypeName.get(declared.getTypeArguments().get(0))
                                        .equals(type));
    }
}
