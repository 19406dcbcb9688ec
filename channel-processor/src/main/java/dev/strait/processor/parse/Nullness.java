package dev.strait.processor.parse;

import java.util.Collection;
import javax.lang.model.element.AnnotationMirror;

/** Recognizes nullable types: those with an annotation named Nullable, from any library. */
final class Nullness {

    private Nullness() {}

    static boolean isNullable(Collection<? extends AnnotationMirror> annotations) {
        return annotations.stream()
                .anyMatch(annotation -> Mirrors.simpleNameOf(annotation).equals("Nullable"));
    }

    /** Removes annotations from the text of a type. */
    static String strip(String type) {
        return type.replaceAll("@[A-Za-z0-9_.]+(\\([^)]*\\))?,? ?", "");
    }
}
