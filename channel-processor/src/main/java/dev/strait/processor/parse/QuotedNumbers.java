package dev.strait.processor.parse;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.TypeModel;
import java.util.Collection;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** Parses {@code @AsString}, which represents a number as a JSON string. */
final class QuotedNumbers {

    private static final String AS_STRING = "dev.strait.AsString";

    private QuotedNumbers() {}

    /** Returns the type, quoted if it is annotated; empty if an error was reported. */
    static Optional<TypeModel> parse(
            Collection<? extends AnnotationMirror> annotations,
            TypeModel type,
            Element component,
            Diagnostics diagnostics) {
        for (AnnotationMirror annotation : annotations) {
            if (Mirrors.nameOf(annotation).equals(AS_STRING)) {
                switch (type.kind()) {
                    case LONG, OPTIONAL_LONG, BIG_INTEGER, BIG_DECIMAL -> {
                        return Optional.of(type.quoted());
                    }
                    default -> {
                        diagnostics.error(
                                Problem.AS_STRING_TYPE,
                                component,
                                annotation,
                                component.getSimpleName(),
                                TypeParser.simple(component.asType()));
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of(type);
    }
}
