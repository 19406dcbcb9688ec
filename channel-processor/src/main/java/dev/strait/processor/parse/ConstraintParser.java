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

/**
 * Parses Jakarta Validation constraints. They are identified by name, so Strait does not depend on Jakarta Validation.
 */
final class ConstraintParser {

    private static final String CONSTRAINT = "jakarta.validation.Constraint";
    private static final String SINGLE_VIOLATION = "jakarta.validation.ReportAsSingleViolation";
    /** Hibernate Validator registers validators for its own constraints elsewhere, so {@code validatedBy} is empty. */
    private static final String HIBERNATE = "org.hibernate.validator.";

    private static final int MAX_COMPOSITION_DEPTH = 8;

    private final Diagnostics diagnostics;

    ConstraintParser(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static boolean isConstraint(AnnotationMirror annotation) {
        return declaration(annotation).isPresent() || !repeated(annotation).isEmpty();
    }

    /** Returns whether an equal annotation is among others. */
    static boolean isAmong(AnnotationMirror annotation, Collection<? extends AnnotationMirror> others) {
        return others.stream().anyMatch(other -> AnnotationMirrors.equivalence().equivalent(annotation, other));
    }

    /** Returns the type with the constraints from its annotations; empty if an error was reported. */
    Optional<TypeModel> parse(Collection<? extends AnnotationMirror> annotations, TypeModel type, Element component) {
        List<ConstraintModel> found = new ArrayList<>(type.constraints());
        boolean isValid = true;
        for (AnnotationMirror annotation : distinct(annotations)) {
            for (AnnotationMirror constraint : expanded(annotation)) {
                isValid &= add(Attributes.of(constraint), annotation, type, component, found);
            }
        }
        return isValid
                ? Optional.of(type.constrained(found.subList(type.constraints().size(), found.size())))
                : Optional.empty();
    }

    private boolean add(
            Attributes attributes,
            AnnotationMirror annotation,
            TypeModel type,
            Element component,
            List<ConstraintModel> found) {
        AnnotationParser parser = new AnnotationParser(annotation, type, component);
        Optional<List<ConstraintModel>> parsed;
        try {
            parsed = parser.parse(attributes, 0);
        } catch (Attributes.UnresolvedException unknownConstant) {
            return false; // the compiler reports the unknown constant
        }
        parsed.ifPresent(found::addAll);
        Optional<Bounds.Gap> gap = Bounds.gap(found, type.kind());
        if (parsed.isPresent() && gap.isPresent()) {
            diagnostics.error(
                    Problem.CONSTRAINT_BOUNDS,
                    component,
                    annotation,
                    attributes.simpleName(),
                    gap.get().text());
            return false;
        }
        Optional<String> beyond = Bounds.beyondType(parsed.orElse(List.of()), type);
        if (beyond.isPresent()) {
            diagnostics.error(Problem.CONSTRAINT_BOUNDS, component, annotation, attributes.simpleName(), beyond.get());
            return false;
        }
        return parsed.isPresent();
    }

    /** Parses one annotation and the constraints that it is composed of. An error was reported if a result is empty. */
    private final class AnnotationParser {

        private final AnnotationMirror annotation;
        private final TypeModel type;
        private final Element component;

        AnnotationParser(AnnotationMirror annotation, TypeModel type, Element component) {
            this.annotation = annotation;
            this.type = type;
            this.component = component;
        }

        Optional<List<ConstraintModel>> parse(Attributes attributes, int depth) {
            for (String attribute : List.of("groups", "payload")) {
                if (!attributes.values(attribute).isEmpty()) {
                    return reject(Problem.CONSTRAINT_GROUPS, attributes.simpleName(), attribute);
                }
            }
            return BuiltInConstraint.isBuiltIn(attributes.name()) ? builtIn(attributes) : composed(attributes, depth);
        }

        private Optional<List<ConstraintModel>> builtIn(Attributes attributes) {
            String name = attributes.simpleName();
            Optional<BuiltInConstraint> kind = BuiltInConstraint.of(name);
            if (kind.isEmpty()) {
                return reject(Problem.CONSTRAINT_UNSUPPORTED, name);
            }
            if (type.isNullable() && kind.get().rule().rejectsNull()) {
                return reject(Problem.CONSTRAINT_ON_NULLABLE, name, component.getSimpleName());
            }
            if (!kind.get().appliesTo(type)) {
                return reject(
                        Problem.CONSTRAINT_TYPE,
                        name,
                        TypeParser.simple(type.name().toString()),
                        kind.get().targets() + elsewhere(kind.get()));
            }
            Optional<String> message = attributes.hasExplicitMessage() ? attributes.message() : Optional.empty();
            if (attributes.hasExplicitMessage() && message.isEmpty()) {
                AnnotationValue value = attributes.value("message");
                diagnostics.error(Problem.CONSTRAINT_MESSAGE, component, annotation, value, name);
                return Optional.empty();
            }
            try {
                List<ConstraintModel> parsed = new ArrayList<>();
                for (ConstraintModel constraint : kind.get().parse(attributes)) {
                    if (constraint.rule() != Rule.NOT_NULL) { // the type is not nullable anyway
                        parsed.add(constraint.withMessage(message));
                    }
                }
                new RegexRules(diagnostics, component, annotation).warn(parsed);
                return Optional.of(parsed);
            } catch (BuiltInConstraint.InvalidAttributeException invalid) {
                diagnostics.error(invalid.problem(), component, annotation, invalid.value(), invalid.names());
                return Optional.empty();
            }
        }

        /** Suggests the element type or type argument, if the constraint applies to that. */
        private String elsewhere(BuiltInConstraint kind) {
            if (type.arguments().isEmpty()) {
                return "";
            }
            TypeModel argument = type.argument();
            if (!kind.appliesTo(argument)) {
                return type.kind() == Kind.ARRAY
                        ? ", or move it to the element type"
                        : ", or move it to a type argument";
            }
            String text = TypeParser.simple(annotation.toString()).replaceAll("(\\d)L\\b", "$1");
            String inside = text + " " + TypeParser.simple(argument.name().box().toString());
            String name = TypeParser.simple(type.name().toString());
            return switch (type.kind()) {
                case ARRAY -> ", or move it to the element type";
                case MAP -> ", or write " + name.substring(0, name.indexOf(',')) + ", " + inside + ">";
                default -> ", or write " + name.substring(0, name.indexOf('<')) + "<" + inside + ">";
            };
        }

        private Optional<List<ConstraintModel>> composed(Attributes attributes, int depth) {
            Optional<AnnotationMirror> declaration = declaration(attributes.mirror());
            boolean isCustom = declaration
                    .map(constraint ->
                            !Mirrors.values(constraint, "validatedBy").isEmpty())
                    .orElse(true);
            boolean hasHiddenValidator = attributes.name().startsWith(HIBERNATE)
                    && !attributes.name().equals(HIBERNATE + "constraints.Range");
            if (isCustom || hasHiddenValidator || depth == MAX_COMPOSITION_DEPTH) {
                return reject(Problem.CONSTRAINT_VALIDATOR, attributes.simpleName());
            }
            boolean isComposed = false;
            List<ConstraintModel> parts = new ArrayList<>();
            Element own = attributes.mirror().getAnnotationType().asElement();
            Map<String, Integer> counts = new HashMap<>();
            for (AnnotationMirror part : own.getAnnotationMirrors()) {
                for (AnnotationMirror constraint : isConstraint(part) ? expanded(part) : List.<AnnotationMirror>of()) {
                    isComposed = true;
                    int index = counts.merge(Mirrors.nameOf(constraint), 1, Integer::sum) - 1;
                    Optional<List<ConstraintModel>> parsed = parse(attributes.part(constraint, index), depth + 1);
                    if (parsed.isEmpty()) {
                        return Optional.empty();
                    }
                    parts.addAll(parsed.get());
                }
            }
            if (!isComposed) { // a provider may know a validator for it
                return reject(Problem.CONSTRAINT_VALIDATOR, attributes.simpleName());
            }
            if (Mirrors.find(own, SINGLE_VIOLATION).isEmpty() || parts.isEmpty()) {
                return Optional.of(parts);
            }
            Optional<String> message = attributes.message().filter(text -> !text.isEmpty());
            if (message.isEmpty() && attributes.hasExplicitMessage()) {
                return reject(Problem.CONSTRAINT_MESSAGE, attributes.simpleName());
            }
            return Optional.of(List.of(ConstraintModel.of(Rule.ALL, WireNames.kebab(attributes.simpleName()))
                    .withParts(parts)
                    .withMessage(Optional.of(message.orElse("is not valid")))));
        }

        private Optional<List<ConstraintModel>> reject(Problem problem, Object... names) {
            diagnostics.error(problem, component, annotation, names);
            return Optional.empty();
        }
    }

    /** Removes duplicates: a constraint on a component is on its field and on its type. */
    private static List<AnnotationMirror> distinct(Collection<? extends AnnotationMirror> annotations) {
        Set<Equivalence.Wrapper<AnnotationMirror>> seen = new LinkedHashSet<>();
        for (AnnotationMirror annotation : annotations) {
            if (isConstraint(annotation)) {
                seen.add(AnnotationMirrors.equivalence().wrap(annotation));
            }
        }
        return seen.stream().map(Equivalence.Wrapper::get).toList();
    }

    /** Returns the constraints in the container of a repeated one, or otherwise the annotation itself. */
    private static List<AnnotationMirror> expanded(AnnotationMirror annotation) {
        List<AnnotationMirror> repeated = repeated(annotation);
        return repeated.isEmpty() ? List.of(annotation) : repeated;
    }

    private static List<AnnotationMirror> repeated(AnnotationMirror annotation) {
        List<AnnotationMirror> constraints = new ArrayList<>();
        if (Mirrors.has(annotation, "value")
                && Mirrors.value(annotation, "value").getValue() instanceof List<?> all) {
            for (Object value : all) {
                if (value instanceof AnnotationValue element
                        && element.getValue() instanceof AnnotationMirror constraint
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
