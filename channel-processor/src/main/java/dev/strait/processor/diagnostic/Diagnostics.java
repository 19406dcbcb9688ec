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
    private final Count errors;
    /** Where to tell all of it, and what it is about, if that has no source. */
    private final @Nullable Element instead;

    private final String culprit;

    public Diagnostics(Messager messager) {
        this(messager, new Count(), null, "");
    }

    private Diagnostics(Messager messager, Count errors, @Nullable Element instead, String culprit) {
        this.messager = messager;
        this.errors = errors;
        this.instead = instead;
        this.culprit = culprit;
    }

    private static final class Count {
        private int errors;
    }

    /** The same for something that is wrong elsewhere, where the compiler has no lines to show. */
    public Diagnostics at(Element where, CharSequence what) {
        return new Diagnostics(messager, errors, instead == null ? where : instead, "[" + what + "] ");
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

    /** A warning at an element, unless it, or what it stands in, suppresses its code. */
    public void warn(Problem problem, Element where, Object... names) {
        Element place = place(where);
        for (Element at = place; at != null; at = at.getEnclosingElement()) {
            SuppressWarnings suppressed = at.getAnnotation(SuppressWarnings.class);
            if (suppressed != null && List.of(suppressed.value()).contains(problem.id())) {
                return;
            }
        }
        messager.printMessage(Diagnostic.Kind.WARNING, culprit + problem.text(names), place);
    }

    /** Something to know about an element. */
    public void note(String text, Element where) {
        messager.printMessage(Diagnostic.Kind.NOTE, text, where);
    }

    /** Where something is told that is wrong with an element. */
    public Element place(Element where) {
        return instead == null ? where : instead;
    }

    /** Whether nothing was wrong so far. */
    public boolean isClean() {
        return errors.errors == 0;
    }

    private void print(
            String text, Element where, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {
        errors.errors++;
        if (instead != null) {
            messager.printMessage(Diagnostic.Kind.ERROR, culprit + text, instead);
        } else if (value != null) {
            messager.printMessage(Diagnostic.Kind.ERROR, text, where, Objects.requireNonNull(annotation), value);
        } else if (annotation != null) {
            messager.printMessage(Diagnostic.Kind.ERROR, text, where, annotation);
        } else {
            messager.printMessage(Diagnostic.Kind.ERROR, text, where);
        }
    }
}
