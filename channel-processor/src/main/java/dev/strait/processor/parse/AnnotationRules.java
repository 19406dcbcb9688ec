package dev.strait.processor.parse;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reports annotations that an author expects to have an effect, but that Strait would ignore. */
final class AnnotationRules {

    private final Diagnostics diagnostics;

    AnnotationRules(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Checks annotations that apply to an element. Returns false if an error was reported. */
    boolean check(Collection<? extends AnnotationMirror> annotations, Element element) {
        boolean isValid = true;
        List<AnnotationMirror> reported = new ArrayList<>();
        for (AnnotationMirror annotation : annotations) {
            Optional<String> advice = ForeignAnnotation.advice(annotation);
            // An annotation of a component is also on its field and on its accessor.
            if (advice.isPresent() && !ConstraintParser.isAmong(annotation, reported)) {
                reported.add(annotation);
                report(annotation, element, advice.get());
                isValid = false;
            }
        }
        return isValid;
    }

    private void report(AnnotationMirror annotation, Element element, String advice) {
        diagnostics.error(
                Problem.ANNOTATION_IGNORED,
                element,
                annotation,
                Mirrors.simpleNameOf(annotation),
                element.getSimpleName(),
                advice);
    }

    /** Checks a record, sealed interface or enum without the components of a record. */
    void checkType(TypeElement type) {
        check(type.getAnnotationMirrors(), type);
        for (Element member : type.getEnclosedElements()) {
            switch (member.getKind()) {
                case ENUM_CONSTANT -> checkConstant(member);
                case CONSTRUCTOR -> checkConstructor((ExecutableElement) member, type);
                case METHOD -> checkMethod(member, type);
                default -> {
                    // Fields are checked with the components; nested types are checked where they are used.
                }
            }
        }
    }

    /** Jackson's annotations that are honored on components are not honored on constants. */
    private void checkConstant(Element constant) {
        check(constant.getAnnotationMirrors(), constant);
        for (AnnotationMirror annotation : constant.getAnnotationMirrors()) {
            boolean isName =
                    Set.of(JsonNames.JACKSON_PROPERTY, JsonNames.JACKSON_ALIAS).contains(Mirrors.nameOf(annotation));
            if (isName && ForeignAnnotation.advice(annotation).isEmpty()) {
                report(annotation, constant, "Rename the constant, or use a String with a @Pattern.");
            }
        }
    }

    private void checkConstructor(ExecutableElement constructor, TypeElement type) {
        if (type.getKind() != ElementKind.RECORD) {
            return;
        }
        List<AnnotationMirror> annotations = new ArrayList<>(constructor.getAnnotationMirrors());
        if (!isCanonical(constructor, type)) {
            check(annotations, constructor);
            return;
        }
        annotations.removeIf(AnnotationRules::isOrdinaryCreator);
        check(annotations, constructor);
        for (int i = 0; i < constructor.getParameters().size(); i++) {
            checkParameter(
                    constructor.getParameters().get(i),
                    type.getRecordComponents().get(i),
                    type);
        }
    }

    private static boolean isCanonical(ExecutableElement constructor, TypeElement record) {
        List<String> parameters = constructor.getParameters().stream()
                .map(parameter -> Nullness.strip(parameter.asType().toString()))
                .toList();
        return parameters.equals(record.getRecordComponents().stream()
                .map(component -> Nullness.strip(component.asType().toString()))
                .toList());
    }

    /** Returns whether an annotation names the constructor that is used anyway. */
    private static boolean isOrdinaryCreator(AnnotationMirror annotation) {
        return Mirrors.nameOf(annotation).equals("com.fasterxml.jackson.annotation.JsonCreator")
                && !Mirrors.value(annotation, "mode").getValue().toString().equals("DELEGATING");
    }

    /** Annotations of a compact constructor's parameters are those of the components; others are not looked at. */
    private void checkParameter(VariableElement parameter, RecordComponentElement component, TypeElement record) {
        Element field = ComponentParser.field(record, component);
        List<AnnotationMirror> known = new ArrayList<>(field.getAnnotationMirrors());
        known.addAll(field.asType().getAnnotationMirrors());
        known.addAll(component.getAnnotationMirrors());
        known.addAll(component.getAccessor().getAnnotationMirrors());
        List<AnnotationMirror> annotations = new ArrayList<>(parameter.getAnnotationMirrors());
        annotations.addAll(parameter.asType().getAnnotationMirrors());
        List<AnnotationMirror> reported = new ArrayList<>();
        for (AnnotationMirror annotation : annotations) {
            boolean hasMeaning = ConstraintParser.isConstraint(annotation)
                    || ForeignAnnotation.advice(annotation).isPresent()
                    || Mirrors.nameOf(annotation).equals(JsonNames.JACKSON_PROPERTY)
                    || Mirrors.nameOf(annotation).equals(JsonNames.JACKSON_ALIAS)
                    || Mirrors.nameOf(annotation).startsWith("dev.strait.");
            if (hasMeaning
                    && !ConstraintParser.isAmong(annotation, known)
                    && !ConstraintParser.isAmong(annotation, reported)) {
                reported.add(annotation);
                report(annotation, parameter, "Move it from the constructor to the component.");
            }
        }
    }

    /** Accessors are checked with their components. Jackson would write further getters, and Strait never does. */
    private void checkMethod(Element method, TypeElement type) {
        Set<Name> accessors = type.getRecordComponents().stream()
                .map(RecordComponentElement::getSimpleName)
                .collect(Collectors.toSet());
        boolean isAccessor = accessors.contains(method.getSimpleName())
                && ((ExecutableElement) method).getParameters().isEmpty();
        if (isAccessor) {
            return;
        }
        List<AnnotationMirror> annotations = new ArrayList<>(method.getAnnotationMirrors());
        annotations.removeIf(
                annotation -> Set.of("JsonIgnore", "JsonbTransient").contains(Mirrors.simpleNameOf(annotation)));
        check(annotations, method);
        for (AnnotationMirror annotation : annotations) {
            if (Mirrors.nameOf(annotation).equals(JsonNames.JACKSON_PROPERTY)
                    && ForeignAnnotation.advice(annotation).isEmpty()) {
                report(annotation, method, "Add a component for the value.");
            }
        }
    }
}
