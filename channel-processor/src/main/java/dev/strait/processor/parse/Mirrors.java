package dev.strait.processor.parse;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Utilities for annotations and doc comments. Annotations are identified by name, so their classes may be missing. */
final class Mirrors {

    /** Code, tags and entities, which stay as they are, and what looks like the beginning or end of one. */
    private static final Pattern MARKUP = Pattern.compile("\\{@(?:code|literal|value|snippet)\\b[^{}]*}"
            + "|</?[A-Za-z][A-Za-z0-9]*(?:\\s[^<>]*)?/?>|&(?:#\\d+|#x[0-9A-Fa-f]+|[A-Za-z]\\w*);|[<>&]");

    private static final Pattern PARAMETER = Pattern.compile("@param\\s+(\\w+)\\s+(.+)", Pattern.DOTALL);

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

    /** Returns the values of an array attribute. */
    static List<AnnotationValue> values(AnnotationMirror annotation, String name) {
        List<AnnotationValue> values = new ArrayList<>();
        for (Object value : (List<?>) value(annotation, name).getValue()) {
            values.add((AnnotationValue) value);
        }
        return values;
    }

    /** Returns whether an annotation type declares an attribute. */
    static boolean has(AnnotationMirror annotation, String name) {
        return annotation.getAnnotationType().asElement().getEnclosedElements().stream()
                .anyMatch(method -> method.getSimpleName().contentEquals(name));
    }

    /** Returns whether an attribute is set explicitly. */
    static boolean isExplicit(AnnotationMirror annotation, String name) {
        return annotation.getElementValues().keySet().stream()
                .anyMatch(method -> method.getSimpleName().contentEquals(name));
    }

    /** Returns whether code in a package can access a type. */
    static boolean isAccessible(TypeElement type, PackageElement from) {
        boolean isSamePackage = MoreElements.getPackage(type).equals(from);
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            boolean isVisible = at.getModifiers().contains(Modifier.PUBLIC)
                    || (isSamePackage && !at.getModifiers().contains(Modifier.PRIVATE));
            if (!isVisible) {
                return false;
            }
        }
        return true;
    }

    /** Returns how to make a type accessible to generated code, as a sentence of a compile error. */
    static String accessFix(TypeElement type) {
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                return "Remove \"private\" from " + at.getSimpleName() + ".";
            }
        }
        return "Make it and its enclosing types public, or move it to the package of the contract.";
    }

    /** Escapes text for a comment: the end of a comment, and Unicode escapes. */
    static String forComment(String text) {
        return text.replace("*/", "*&#47;").replace("\\u", "&#92;u");
    }

    /**
     * Returns the doc comment without block tags. Links become code, because they depend on the imports of the source.
     */
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
        return withoutLinks(text.toString());
    }

    /** Returns the texts of the {@code @param} tags of a doc comment, by name. */
    static Map<String, String> docsOfParameters(Elements elements, Element element) {
        String comment = elements.getDocComment(element);
        Map<String, String> docs = new HashMap<>();
        if (comment == null) {
            return docs;
        }
        String lines = comment.lines().map(String::strip).collect(Collectors.joining("\n"));
        for (String tag : lines.split("(?:^|\n)(?=@)", -1)) {
            Matcher parameter = PARAMETER.matcher(tag);
            if (parameter.matches()) {
                docs.put(parameter.group(1), withoutLinks(parameter.group(2)));
            }
        }
        return docs;
    }

    private static String withoutLinks(String text) {
        String withoutLinks = text.strip().replaceAll("\\{@link(?:plain)?\\s+([^\\s}]+)[^}]*}", "{@code $1}");
        return forComment(MARKUP.matcher(withoutLinks).replaceAll(Mirrors::escaped));
    }

    /** Escapes characters that are not part of a tag, which javadoc would report in generated code. */
    private static String escaped(MatchResult markup) {
        return Matcher.quoteReplacement(
                switch (markup.group()) {
                    case "<" -> "&lt;";
                    case ">" -> "&gt;";
                    case "&" -> "&amp;";
                    default -> markup.group();
                });
    }
}
