package dev.strait.processor.diagnostic;

import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Tells the mistakes of one contract, each where it is; a contract with any is generated nothing for. */
public final class Diagnostics {

    private final Messager messager;
    private int errors;

    public Diagnostics(Messager messager) {
        this.messager = messager;
    }

    /** An error at an element. */
    public void error(Problem problem, Element where, Object... names) {
        print(problem.text(names), where, null, null);
    }

    /** An error at an annotation. */
    public void error(Problem problem, Element where, AnnotationMirror annotation, Object... names) {
        print(problem.text(names), where, annotation, null);
    }

    /** An error at one value of an annotation. */
    public void error(
            Problem problem, Element where, AnnotationMirror annotation, AnnotationValue value, Object... names) {
        print(problem.text(names), where, annotation, value);
    }

    /** A warning at an element, unless the element suppresses its code. */
    public void warn(Problem problem, Element where, Object... names) {
        SuppressWarnings suppressed = where.getAnnotation(SuppressWarnings.class);
        if (suppressed == null || !List.of(suppressed.value()).contains(problem.id())) {
            messager.printMessage(Diagnostic.Kind.WARNING, problem.text(names), where);
        }
    }

    /** Whether nothing was wrong so far. */
    public boolean isClean() {
        return errors == 0;
    }

    private void print(
            String text, Element where, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {
        errors++;
        if (value != null) {
            messager.printMessage(Diagnostic.Kind.ERROR, text, where, Objects.requireNonNull(annotation), value);
        } else if (annotation != null) {
            messager.printMessage(Diagnostic.Kind.ERROR, text, where, annotation);
        } else {
            messager.printMessage(Diagnostic.Kind.ERROR, text, where);
        }
    }
}
