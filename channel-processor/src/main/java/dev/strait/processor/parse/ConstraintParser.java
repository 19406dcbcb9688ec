package dev.strait.processor.parse;

import com.google.auto.common.AnnotationMirrors;
import com.google.common.base.Equivalence;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.ConstraintModel.Rule;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Reads Jakarta Validation constraints, by name, so that their jar is needed by the author alone. */
final class ConstraintParser {

    private static final String CONSTRAINT = "jakarta.validation.Constraint";
    private static final String SINGLE = "jakarta.validation.ReportAsSingleViolation";
    private static final int DEEPEST = 8;

    private final Diagnostics diagnostics;

    ConstraintParser(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static boolean isConstraint(AnnotationMirror annotation) {
        return declaration(annotation).isPresent() || !repeated(annotation).isEmpty();
    }

    /** Whether the same annotation is among others. */
    static boolean isAmong(AnnotationMirror annotation, Collection<? extends AnnotationMirror> others) {
        return others.stream().anyMatch(other -> AnnotationMirrors.equivalence().equivalent(annotation, other));
    }

    /** The type with the constraints that stand on it; empty where one was refused. */
    Optional<TypeModel> parse(Collection<? extends AnnotationMirror> annotations, TypeModel type, Element component) {
        List<ConstraintModel> found = new ArrayList<>(type.constraints());
        boolean isRight = true;
        for (AnnotationMirror annotation : distinct(annotations)) {
            for (AnnotationMirror constraint : expanded(annotation)) {
                isRight &= add(Attributes.of(constraint), annotation, type, component, found);
            }
        }
        return isRight
                ? Optional.of(type.constrained(found.subList(type.constraints().size(), found.size())))
                : Optional.empty();
    }

    private boolean add(
            Attributes of,
            AnnotationMirror annotation,
            TypeModel type,
            Element component,
            List<ConstraintModel> found) {
        Reading reading = new Reading(annotation, type, component);
        Optional<List<ConstraintModel>> read;
        try {
            read = reading.read(of, 0);
        } catch (Attributes.Unresolved theCompilerTells) {
            return false;
        }
        for (ConstraintModel constraint : read.orElse(List.of())) {
            found.add(constraint);
        }
        Optional<Bounds.Gap> gap = Bounds.gap(found, type.kind());
        if (read.isPresent() && gap.isPresent()) {
            diagnostics.error(
                    Problem.CONSTRAINT_BOUNDS,
                    component,
                    annotation,
                    of.simpleName(),
                    gap.get().text());
            return false;
        }
        return read.isPresent();
    }

    /** The reading of one annotation and of all that it is composed of; empty results were told. */
    private final class Reading {

        private final AnnotationMirror annotation;
        private final TypeModel type;
        private final Element component;

        Reading(AnnotationMirror annotation, TypeModel type, Element component) {
            this.annotation = annotation;
            this.type = type;
            this.component = component;
        }

        Optional<List<ConstraintModel>> read(Attributes of, int depth) {
            for (String attribute : List.of("groups", "payload")) {
                if (!of.values(attribute).isEmpty()) {
                    return refuse(Problem.CONSTRAINT_GROUPS, of.simpleName(), attribute);
                }
            }
            return BuiltIn.isOne(of.name()) ? builtIn(of) : composed(of, depth);
        }

        private Optional<List<ConstraintModel>> builtIn(Attributes of) {
            String name = of.simpleName();
            Optional<BuiltIn> kind = BuiltIn.of(name);
            if (kind.isEmpty()) {
                return refuse(Problem.CONSTRAINT_UNSUPPORTED, name);
            }
            if (type.isNullable() && kind.get().rule().rejectsNull()) {
                return refuse(Problem.CONSTRAINT_ON_NULLABLE, name, component.getSimpleName());
            }
            if (!kind.get().appliesTo(type)) {
                String nested = type.kind() == Kind.ARRAY
                        ? ", or move it to the element type"
                        : type.arguments().isEmpty() ? "" : ", or move it to a type argument";
                return refuse(
                        Problem.CONSTRAINT_TYPE,
                        name,
                        TypeParser.simple(type.name().toString()),
                        kind.get().targets() + nested);
            }
            Optional<String> message = of.isMessageWritten() ? of.message() : Optional.empty();
            if (of.isMessageWritten() && message.isEmpty()) {
                AnnotationValue value = of.value("message");
                diagnostics.error(Problem.CONSTRAINT_MESSAGE, component, annotation, value, name);
                return Optional.empty();
            }
            try {
                List<ConstraintModel> read = new ArrayList<>();
                for (ConstraintModel constraint : kind.get().read(of)) {
                    if (constraint.rule() != Rule.NOT_NULL) { // what is not nullable has that in any case
                        read.add(constraint.withMessage(message));
                    }
                }
                new RegexRules(diagnostics, component, annotation).warn(read);
                return Optional.of(read);
            } catch (BuiltIn.Unreadable wrong) {
                diagnostics.error(wrong.problem(), component, annotation, wrong.value(), wrong.names());
                return Optional.empty();
            }
        }

        private Optional<List<ConstraintModel>> composed(Attributes of, int depth) {
            Optional<AnnotationMirror> declaration = declaration(of.mirror());
            boolean isCustom = declaration
                    .map(constraint ->
                            !Mirrors.values(constraint, "validatedBy").isEmpty())
                    .orElse(true);
            if (isCustom || depth == DEEPEST) {
                return refuse(Problem.CONSTRAINT_VALIDATOR, of.simpleName());
            }
            List<ConstraintModel> parts = new ArrayList<>();
            Element own = of.mirror().getAnnotationType().asElement();
            Map<String, Integer> counts = new HashMap<>();
            for (AnnotationMirror part : own.getAnnotationMirrors()) {
                for (AnnotationMirror constraint : isConstraint(part) ? expanded(part) : List.<AnnotationMirror>of()) {
                    int index = counts.merge(Mirrors.nameOf(constraint), 1, Integer::sum) - 1;
                    Optional<List<ConstraintModel>> read = read(of.part(constraint, index), depth + 1);
                    if (read.isEmpty()) {
                        return Optional.empty();
                    }
                    parts.addAll(read.get());
                }
            }
            if (Mirrors.find(own, SINGLE).isEmpty() || parts.isEmpty()) {
                return Optional.of(parts);
            }
            Optional<String> message = of.message().filter(text -> !text.isEmpty());
            if (message.isEmpty() && of.isMessageWritten()) {
                return refuse(Problem.CONSTRAINT_MESSAGE, of.simpleName());
            }
            return Optional.of(List.of(ConstraintModel.of(Rule.ALL, WireNames.kebab(of.simpleName()))
                    .withParts(parts)
                    .withMessage(Optional.of(message.orElse("is not valid")))));
        }

        private Optional<List<ConstraintModel>> refuse(Problem problem, Object... names) {
            diagnostics.error(problem, component, annotation, names);
            return Optional.empty();
        }
    }

    /** A constraint on a component is seen twice: on the field and on its type. */
    private static List<AnnotationMirror> distinct(Collection<? extends AnnotationMirror> annotations) {
        Set<Equivalence.Wrapper<AnnotationMirror>> seen = new LinkedHashSet<>();
        for (AnnotationMirror annotation : annotations) {
            if (isConstraint(annotation)) {
                seen.add(AnnotationMirrors.equivalence().wrap(annotation));
            }
        }
        return seen.stream().map(Equivalence.Wrapper::get).toList();
    }

    /** A constraint that stands there several times is in a list. */
    private static List<AnnotationMirror> expanded(AnnotationMirror annotation) {
        List<AnnotationMirror> repeated = repeated(annotation);
        return repeated.isEmpty() ? List.of(annotation) : repeated;
    }

    private static List<AnnotationMirror> repeated(AnnotationMirror annotation) {
        List<AnnotationMirror> constraints = new ArrayList<>();
        if (Mirrors.has(annotation, "value")
                && Mirrors.value(annotation, "value").getValue() instanceof List<?> all) {
            for (Object value : all) {
                if (value instanceof AnnotationValue held
                        && held.getValue() instanceof AnnotationMirror constraint
                        && declaration(constraint).isPresent()) {
                    constraints.add(constraint);
                }
            }
        }
        return constraints;
    }

    private static Optional<AnnotationMirror> declaration(AnnotationMirror annotation) {
        return Mirrors.find(annotation.getAnnotationType().asElement(), CONSTRAINT);
    }
}
