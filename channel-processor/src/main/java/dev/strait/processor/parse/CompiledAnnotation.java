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
 * @param name its type's name, as elements have it
 * @param isOnType whether it stands on a type, so that an old compiler does not see it there
 * @param isInside whether that type is inside of the component's own
 */
record CompiledAnnotation(String name, boolean isOnType, boolean isInside) {

    private static final String CONSTRAINT = "jakarta.validation.Constraint";
    private static final String VALIDATION = "jakarta.validation.";
    private static final Set<String> OURS = Set.of("dev.strait.Json", "dev.strait.AsString");

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

    /** What stands before an array on a component is the component's as well. */
    private static boolean isArrayOnly(TypePath path) {
        for (int i = 0; i < path.getLength(); i++) {
            if (path.getStep(i) != TypePath.ARRAY_ELEMENT) {
                return false;
            }
        }
        return true;
    }

    String simpleName() {
        String own = name.endsWith(".List") ? name.substring(0, name.length() - ".List".length()) : name;
        return own.substring(own.lastIndexOf('.') + 1);
    }

    /** Whether it means something here, and stands where a compiler that does not see annotations on types misses it. */
    boolean isLost(Elements elements) {
        if (!isOnType) {
            return false;
        }
        if (OURS.contains(name)) {
            return true;
        }
        TypeElement type = elements.getTypeElement(name);
        boolean means = simpleName().equals("Nullable") || (type != null && isConstraint(type));
        return means && (isInside || type == null || !isOfFields(type));
    }

    /** Whether it is a constraint as far as its name says, and nothing more is known of it. */
    boolean isUnknownConstraint(Elements elements) {
        return name.startsWith(VALIDATION) && elements.getTypeElement(name) == null;
    }

    /** Of a constraint that stands there several times, there is a list in it. */
    private static boolean isConstraint(TypeElement type) {
        Element around = type.getEnclosingElement();
        return Mirrors.find(type, CONSTRAINT).isPresent()
                || (around instanceof TypeElement
                        && Mirrors.find(around, CONSTRAINT).isPresent());
    }

    /** Whether the compiler has put it on the component's field as well, where all compilers see it. */
    private static boolean isOfFields(TypeElement type) {
        return Mirrors.find(type, "java.lang.annotation.Target")
                .map(target -> Mirrors.values(target, "value").stream()
                        .map(AnnotationValue::toString)
                        .map(place -> place.substring(place.lastIndexOf('.') + 1))
                        .collect(Collectors.toSet())
                        .contains("FIELD"))
                .orElse(true);
    }
}
