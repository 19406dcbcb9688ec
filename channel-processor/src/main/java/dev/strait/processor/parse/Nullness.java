package dev.strait.processor.parse;

import java.util.Collection;
import javax.lang.model.element.AnnotationMirror;

/** Whether null is allowed: any annotation of the name Nullable says so, whichever library it is of. */
final class Nullness {

    private Nullness() {}

    static boolean isNullable(Collection<? extends AnnotationMirror> annotations) {
        return annotations.stream()
                .anyMatch(annotation -> Mirrors.simpleNameOf(annotation).equals("Nullable"));
    }

    /** A type's text without the annotations in it. */
    static String strip(String type) {
        return type.replaceAll("@[A-Za-z0-9_.]+(\\([^)]*\\))?,? ?", "");
    }
}
