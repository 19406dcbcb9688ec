package dev.strait.processor.parse;

import com.google.auto.common.MoreTypes;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reports annotations that an author expects to have an effect, but that Strait would ignore. */
final class AnnotationRules {

    /** Annotations that hide a value, which a method without a component has not. */
    private static final Set<String> HIDING = Set.of("JsonIgnore", "JsonbTransient");

    private final Diagnostics diagnostics;
    private final String discriminator;

    /**
     * The rules for a type, or for a component of that type.
     *
     * @param discriminator the property that tells the records of the type apart
     */
    AnnotationRules(Diagnostics diagnostics, String discriminator) {
        this.diagnostics = diagnostics;
        this.discriminator = discriminator;
    }

    /** Checks annotations that apply to an element. Returns false if an error was reported. */
    boolean check(Collection<? extends AnnotationMirror> annotations, Element element) {
        boolean isValid = true;
        List<AnnotationMirror> reported = new ArrayList<>();
        for (AnnotationMirror annotation : annotations) {
            Optional<String> advice = advice(annotation);
            // An annotation of a component is also on its field and on its accessor.
            if (advice.isPresent() && !ConstraintParser.isAmong(annotation, reported)) {
                reported.add(annotation);
                report(annotation, element, advice.get());
                isValid = false;
            }
        }
        return isValid;
    }

    private Optional<String> advice(AnnotationMirror annotation) {
        return ForeignAnnotation.isTypeInfo(annotation, discriminator)
                ? Optional.empty()
                : ForeignAnnotation.advice(annotation);
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

    /** Reports an annotation of a supertype at the type that inherits it. */
    private void reportInherited(AnnotationMirror annotation, String member, TypeElement type, String advice) {
        diagnostics.error(Problem.ANNOTATION_IGNORED, type, Mirrors.simpleNameOf(annotation), member, advice);
    }

    /** Checks a record, sealed interface or enum without the components of a record. */
    void checkType(TypeElement type) {
        check(type.getAnnotationMirrors(), type);
        for (Element member : type.getEnclosedElements()) {
            switch (member.getKind()) {
                case ENUM_CONSTANT -> checkConstant(member);
                case CONSTRUCTOR -> checkConstructor((ExecutableElement) member, type);
                case METHOD -> checkMethod((ExecutableElement) member, type);
                default -> {
                    // Fields are checked with the components; nested types are checked where they are used.
                }
            }
        }
    }

    /**
     * Checks what a type inherits from interfaces: other libraries merge the annotations of a supertype and of its methods
     * into those of the type.
     *
     * @param isChecked whether a supertype is checked by itself
     */
    void checkSupertypes(TypeElement type, Predicate<TypeElement> isChecked) {
        Set<TypeElement> visited = new LinkedHashSet<>();
        addSupertypes(type, visited);
        for (TypeElement supertype : visited) {
            if (!isChecked.test(supertype)) {
                String name = supertype.getSimpleName().toString();
                supertype
                        .getAnnotationMirrors()
                        .forEach(annotation -> advice(annotation)
                                .ifPresent(advice -> reportInherited(annotation, name, type, advice)));
            }
            for (ExecutableElement method : ElementFilter.methodsIn(supertype.getEnclosedElements())) {
                for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
                    boolean isReported = isChecked.test(supertype)
                            && adviceForMethod(annotation, false).isPresent();
                    if (!isReported) {
                        checkInherited(annotation, method, supertype, type);
                    }
                }
            }
        }
    }

    private static void addSupertypes(TypeElement type, Set<TypeElement> visited) {
        for (TypeMirror supertype : type.getInterfaces()) {
            TypeElement element = MoreTypes.asTypeElement(supertype);
            if (visited.add(element)) {
                addSupertypes(element, visited);
            }
        }
    }

    private void checkInherited(
            AnnotationMirror annotation, ExecutableElement method, TypeElement supertype, TypeElement type) {
        String member = supertype.getSimpleName() + "." + method.getSimpleName();
        adviceForMethod(annotation, isAccessor(method, type))
                .ifPresent(advice -> reportInherited(annotation, member, type, advice));
    }

    /**
     * Returns the advice for an annotation of a method.
     *
     * @param isComponent whether the method is the accessor of a component
     */
    private static Optional<String> adviceForMethod(AnnotationMirror annotation, boolean isComponent) {
        String move = "Move it to the component.";
        if (ConstraintParser.isConstraint(annotation)) {
            return Optional.of(
                    isComponent ? move : "Check the value in the constructor of the record, which may throw.");
        }
        boolean isName =
                Set.of(JsonNames.JACKSON_PROPERTY, JsonNames.JACKSON_ALIAS).contains(Mirrors.nameOf(annotation));
        Optional<String> advice = ForeignAnnotation.advice(annotation);
        if (isName && advice.isEmpty()) {
            return Optional.of(isComponent ? move : "Add a component for the value.");
        }
        boolean hidesNothing = !isComponent && HIDING.contains(Mirrors.simpleNameOf(annotation));
        return hidesNothing ? Optional.empty() : advice;
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

    /** Jackson would write further getters and Bean Validation would check them, and Strait never does. */
    private void checkMethod(ExecutableElement method, TypeElement type) {
        if (isAccessor(method, type)) { // its constraints and other annotations are checked with the component
            for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
                boolean isName = Set.of(JsonNames.JACKSON_PROPERTY, JsonNames.JACKSON_ALIAS)
                        .contains(Mirrors.nameOf(annotation));
                if (isName && !ConstraintParser.isAmong(annotation, ofComponent(method, type))) {
                    report(annotation, method, "Move it to the component.");
                }
            }
            return;
        }
        for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
            adviceForMethod(annotation, false).ifPresent(advice -> report(annotation, method, advice));
        }
    }

    private static List<? extends AnnotationMirror> ofComponent(ExecutableElement accessor, TypeElement record) {
        return record.getRecordComponents().stream()
                .filter(component -> component.getSimpleName().equals(accessor.getSimpleName()))
                .flatMap(component -> ComponentParser.field(record, component).getAnnotationMirrors().stream())
                .toList();
    }

    /** Only records have components; some versions of the Eclipse compiler fail when others are asked for them. */
    private static boolean isAccessor(ExecutableElement method, TypeElement type) {
        return type.getKind() == ElementKind.RECORD
                && method.getParameters().isEmpty()
                && type.getRecordComponents().stream()
                        .map(RecordComponentElement::getSimpleName)
                        .anyMatch(method.getSimpleName()::equals);
    }
}
