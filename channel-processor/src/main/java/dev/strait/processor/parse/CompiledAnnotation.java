package dev.strait.processor.parse;

import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.TypePath;

/**
 * An annotation in a class file.
 *
 * @param name the qualified name of the annotation type
 * @param isOnType whether it is a type annotation, which javac does not see before JDK 22
 * @param isNested whether it is on a type inside the type of the component
 */
record CompiledAnnotation(String name, boolean isOnType, boolean isNested) {

    private static final String CONSTRAINT = "jakarta.validation.Constraint";
    private static final String VALIDATION = "jakarta.validation.";
    private static final Set<String> STRAIT_TYPE_ANNOTATIONS = Set.of("dev.strait.Json", "dev.strait.AsString");

    static CompiledAnnotation of(String descriptor, @Nullable TypePath path) {
        return new CompiledAnnotation(name(descriptor), true, path != null && !isArrayOnly(path));
    }

    static CompiledAnnotation ofField(String descriptor) {
        return new CompiledAnnotation(name(descriptor), false, false);
    }

    private static String name(String descriptor) {
        return descriptor
                .substring(1, descriptor.length() - 1)
                .replace('/', '.')
                .replace('$', '.');
    }

    /**
     * Returns whether a path leads to the element type of an array. An annotation there belongs to the component, too.
     */
    private static boolean isArrayOnly(TypePath path) {
        for (int i = 0; i < path.getLength(); i++) {
            if (path.getStep(i) != TypePath.ARRAY_ELEMENT) {
                return false;
            }
        }
        return true;
    }

    String simpleName() {
        String base = name.endsWith(".List") ? name.substring(0, name.length() - ".List".length()) : name;
        return base.substring(base.lastIndexOf('.') + 1);
    }

    /** Returns whether the annotation matters for the contract, but is invisible without type annotations. */
    boolean isLost(Elements elements) {
        if (!isOnType) {
            return false;
        }
        if (STRAIT_TYPE_ANNOTATIONS.contains(name)) {
            return true;
        }
        TypeElement type = elements.getTypeElement(name);
        boolean isRelevant = simpleName().equals("Nullable") || (type != null && isConstraint(type));
        return isRelevant && (isNested || type == null || !appliesToFields(type));
    }

    /** Returns whether the annotation has the name of a constraint, but its class is not on the class path. */
    boolean isUnknownConstraint(Elements elements) {
        return name.startsWith(VALIDATION) && elements.getTypeElement(name) == null;
    }

    /** Returns whether a type is a constraint, or the container of a repeated one. */
    private static boolean isConstraint(TypeElement type) {
        Element enclosing = type.getEnclosingElement();
        return Mirrors.find(type, CONSTRAINT).isPresent()
                || (enclosing instanceof TypeElement
                        && Mirrors.find(enclosing, CONSTRAINT).isPresent());
    }

    /** Returns whether the annotation is also on the field of the component, where every compiler sees it. */
    private static boolean appliesToFields(TypeElement type) {
        return Mirrors.find(type, "java.lang.annotation.Target")
                .map(target -> Mirrors.values(target, "value").stream()
                        .map(AnnotationValue::toString)
                        .map(constant -> constant.substring(constant.lastIndexOf('.') + 1))
                        .collect(Collectors.toSet())
                        .contains("FIELD"))
                .orElse(true);
    }
}
