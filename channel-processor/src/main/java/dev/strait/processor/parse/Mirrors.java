package dev.strait.processor.parse;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads annotations and doc comments. Annotations are known by name, so none of their classes need to be there. */
final class Mirrors {

    private Mirrors() {}

    static String nameOf(AnnotationMirror annotation) {
        return MoreTypes.asTypeElement(annotation.getAnnotationType())
                .getQualifiedName()
                .toString();
    }

    static String simpleNameOf(AnnotationMirror annotation) {
        return annotation.getAnnotationType().asElement().getSimpleName().toString();
    }

    static Optional<AnnotationMirror> find(Element element, String annotation) {
        return MoreElements.getAnnotationMirror(element, annotation).toJavaUtil();
    }

    static AnnotationValue value(AnnotationMirror annotation, String name) {
        return AnnotationMirrors.getAnnotationValue(annotation, name);
    }

    static String string(AnnotationMirror annotation, String name) {
        return (String) value(annotation, name).getValue();
    }

    /** The values of an array. */
    static List<AnnotationValue> values(AnnotationMirror annotation, String name) {
        List<AnnotationValue> values = new ArrayList<>();
        for (Object value : (List<?>) value(annotation, name).getValue()) {
            values.add((AnnotationValue) value);
        }
        return values;
    }

    /** Whether an annotation has such an attribute at all. */
    static boolean has(AnnotationMirror annotation, String name) {
        return annotation.getAnnotationType().asElement().getEnclosedElements().stream()
                .anyMatch(method -> method.getSimpleName().contentEquals(name));
    }

    /** Whether the author wrote this value himself. */
    static boolean isWritten(AnnotationMirror annotation, String name) {
        return annotation.getElementValues().keySet().stream()
                .anyMatch(method -> method.getSimpleName().contentEquals(name));
    }

    /** Whether code in a package can reach a type. */
    static boolean isReachable(TypeElement type, PackageElement from) {
        boolean isNear = MoreElements.getPackage(type).equals(from);
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            boolean isVisible = at.getModifiers().contains(Modifier.PUBLIC)
                    || (isNear && !at.getModifiers().contains(Modifier.PRIVATE));
            if (!isVisible) {
                return false;
            }
        }
        return true;
    }

    /** Text that neither ends the comment that it is put into, nor is taken for a character by its code. */
    static String forComment(String text) {
        return text.replace("*/", "*&#47;").replace("\\u", "&#92;u");
    }

    /** The doc comment without its block tags; links are made plain, since they need the author's imports. */
    static String doc(Elements elements, Element element) {
        String comment = elements.getDocComment(element);
        if (comment == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (String line : comment.split("\n", -1)) {
            if (line.stripLeading().startsWith("@")) {
                break;
            }
            text.append(line.strip()).append('\n');
        }
        return forComment(text.toString().strip()).replaceAll("\\{@link(?:plain)?\\s+([^\\s}]+)[^}]*}", "{@code $1}");
    }
}
