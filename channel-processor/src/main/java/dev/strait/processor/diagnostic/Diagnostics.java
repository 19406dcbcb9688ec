package dev.strait.processor.diagnostic;

import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Reports the problems of one contract, each at the element that is wrong. Nothing is generated for a contract with
 * errors.
 */
public final class Diagnostics {

    private final Messager messager;
    private final ErrorCount errors;
    /** Where to report everything, if the type that is wrong has no source. */
    private final @Nullable Element position;
    /** The name of that type in brackets, otherwise empty. */
    private final String prefix;
    /** Whether warnings and notes are left out, because an earlier compilation has reported them. */
    private final boolean isErrorsOnly;

    public Diagnostics(Messager messager) {
        this(messager, new ErrorCount(), null, "", false);
    }

    private Diagnostics(
            Messager messager, ErrorCount errors, @Nullable Element position, String prefix, boolean isErrorsOnly) {
        this.messager = messager;
        this.isErrorsOnly = isErrorsOnly;
        this.errors = errors;
        this.position = position;
        this.prefix = prefix;
    }

    private static final class ErrorCount {
        private int count;
    }

    /**
     * Returns diagnostics for a type from a class file, which has no lines to show. They report at the element that
     * uses the type, and put the name of the type in front.
     */
    public Diagnostics forCompiledType(CharSequence type, Element usedBy) {
        return new Diagnostics(messager, errors, position == null ? usedBy : position, "[" + type + "] ", isErrorsOnly);
    }

    /** Returns diagnostics for a contract that was compiled before. They leave out warnings, and report at another element. */
    public static Diagnostics ofCompiledContract(Messager messager, CharSequence contract, Element usedBy) {
        return new Diagnostics(messager, new ErrorCount(), usedBy, "[" + contract + "] ", true);
    }

    /** Reports an error at an element. */
    public void error(Problem problem, Element where, Object... names) {
        print(problem.text(names), where, null, null);
    }

    /** Reports an error at an annotation. */
    public void error(Problem problem, Element where, AnnotationMirror annotation, Object... names) {
        print(problem.text(names), where, annotation, null);
    }

    /** Reports an error at a value of an annotation. */
    public void error(
            Problem problem, Element where, AnnotationMirror annotation, AnnotationValue value, Object... names) {
        print(problem.text(names), where, annotation, value);
    }

    /** Reports a warning at an element, unless the element or an enclosing one suppresses it. */
    public void warn(Problem problem, Element where, Object... names) {
        if (isErrorsOnly) {
            return;
        }
        Element reported = positionOf(where);
        for (Element at = reported; at != null; at = at.getEnclosingElement()) {
            SuppressWarnings suppressed = at.getAnnotation(SuppressWarnings.class);
            if (suppressed != null && List.of(suppressed.value()).contains(problem.id())) {
                return;
            }
        }
        messager.printMessage(Diagnostic.Kind.WARNING, prefix + problem.text(names), reported);
    }

    /** Reports a note at an element. */
    public void note(String text, Element where) {
        if (!isErrorsOnly) {
            messager.printMessage(Diagnostic.Kind.NOTE, text, where);
        }
    }

    /** Returns the element at which problems with an element are reported. */
    public Element positionOf(Element where) {
        return position == null ? where : position;
    }

    /** Returns whether no error has been reported. */
    public boolean isClean() {
        return errors.count == 0;
    }

    private void print(
            String text, Element where, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {
        errors.count++;
        if (position != null) {
            messager.printMessage(Diagnostic.Kind.ERROR, prefix + text, position);
        } else if (value != null) {
            messager.printMessage(Diagnostic.Kind.ERROR, text, where, Objects.requireNonNull(annotation), value);
        } else if (annotation != null) {
            messager.printMessage(Diagnostic.Kind.ERROR, text, where, annotation);
        } else {
            messager.printMessage(Diagnostic.Kind.ERROR, text, where);
        }
    }
}
