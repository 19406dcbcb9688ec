package dev.strait.processor.parse;

import com.google.auto.common.AnnotationMirrors;
import com.google.common.base.Equivalence;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.ConstraintModel.Rule;
import dev.strait.processor.model.LinearPattern;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Reads Jakarta Validation constraints, by name, so that their jar is needed by the author alone. */
final class ConstraintParser {

    private static final String PACKAGE = "jakarta.validation.constraints.";

    private static final Map<String, Rule> RULES = Map.of(
            PACKAGE + "NotNull", Rule.NOT_NULL,
            PACKAGE + "NotBlank", Rule.NOT_BLANK,
            PACKAGE + "NotEmpty", Rule.NOT_EMPTY,
            PACKAGE + "Size", Rule.SIZE,
            PACKAGE + "Min", Rule.MIN,
            PACKAGE + "Max", Rule.MAX,
            PACKAGE + "Pattern", Rule.PATTERN,
            PACKAGE + "Positive", Rule.POSITIVE,
            PACKAGE + "PositiveOrZero", Rule.POSITIVE_OR_ZERO);

    private final Diagnostics diagnostics;

    ConstraintParser(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Whether there is a constraint of any kind. */
    boolean isAny(Collection<? extends AnnotationMirror> annotations) {
        return annotations.stream().anyMatch(ConstraintParser::isConstraint);
    }

    static boolean isConstraint(AnnotationMirror annotation) {
        return Mirrors.nameOf(annotation).startsWith(PACKAGE)
                || declaration(annotation).isPresent();
    }

    /** The type with the constraints that stand on it; empty where one was refused. */
    Optional<TypeModel> parse(Collection<? extends AnnotationMirror> annotations, TypeModel type, Element component) {
        List<ConstraintModel> found = new ArrayList<>();
        boolean isRight = true;
        for (AnnotationMirror annotation : distinct(annotations)) {
            if (isConstraint(annotation)) {
                isRight &= parse(annotation, type, component, found);
            }
        }
        return isRight ? Optional.of(type.withConstraints(found)) : Optional.empty();
    }

    private boolean parse(AnnotationMirror annotation, TypeModel type, Element component, List<ConstraintModel> found) {
        Rule rule = RULES.get(Mirrors.nameOf(annotation));
        if (rule == null) {
            return refuseKind(annotation, component);
        }
        String name = Mirrors.simpleNameOf(annotation);
        for (String attribute : List.of("groups", "payload")) {
            if (!Mirrors.values(annotation, attribute).isEmpty()) {
                diagnostics.error(Problem.CONSTRAINT_GROUPS, component, annotation, name, attribute);
                return false;
            }
        }
        if (type.isNullable() && rule.demandsValue()) {
            diagnostics.error(Problem.CONSTRAINT_NULLABLE, component, annotation, name, component.getSimpleName());
            return false;
        }
        if (!applies(rule, type)) {
            diagnostics.error(
                    Problem.CONSTRAINT_TYPE,
                    component,
                    annotation,
                    name,
                    TypeParser.simple(component.asType()),
                    targets(rule));
            return false;
        }
        return read(annotation, rule, component, found);
    }

    private boolean read(AnnotationMirror annotation, Rule rule, Element component, List<ConstraintModel> found) {
        Optional<String> message = Optional.empty();
        if (Mirrors.isWritten(annotation, "message")) {
            message = Optional.of(Mirrors.string(annotation, "message"));
            if (message.get().contains("{") || message.get().contains("$")) {
                AnnotationValue value = Mirrors.value(annotation, "message");
                diagnostics.error(
                        Problem.CONSTRAINT_MESSAGE, component, annotation, value, Mirrors.simpleNameOf(annotation));
                return false;
            }
        }
        long least = switch (rule) {
            case SIZE -> Mirrors.number(annotation, "min");
            case MIN -> Mirrors.number(annotation, "value");
            default -> 0;
        };
        long most = switch (rule) {
            case SIZE -> Mirrors.number(annotation, "max");
            case MAX -> Mirrors.number(annotation, "value");
            default -> 0;
        };
        String regex = rule == Rule.PATTERN ? Mirrors.string(annotation, "regexp") : "";
        if (!isSound(annotation, rule, least, most, regex, component, found)) {
            return false;
        }
        if (rule != Rule.NOT_NULL) { // a component that is not nullable has that in any case
            Optional<LinearPattern> linear = rule == Rule.PATTERN ? LinearPatternParser.parse(regex) : Optional.empty();
            found.add(new ConstraintModel(rule, least, most, regex, linear, message));
        }
        return true;
    }

    private boolean isSound(
            AnnotationMirror annotation,
            Rule rule,
            long least,
            long most,
            String regex,
            Element component,
            List<ConstraintModel> others) {
        String name = Mirrors.simpleNameOf(annotation);
        if (rule == Rule.SIZE && (least > most || least < 0)) {
            diagnostics.error(Problem.CONSTRAINT_BOUNDS, component, annotation, name, least, most);
            return false;
        }
        for (ConstraintModel other : others) {
            if (rule == Rule.MAX && other.rule() == Rule.MIN && other.least() > most) {
                diagnostics.error(Problem.CONSTRAINT_BOUNDS, component, annotation, name, other.least(), most);
                return false;
            }
            if (rule == Rule.MIN && other.rule() == Rule.MAX && other.most() < least) {
                diagnostics.error(Problem.CONSTRAINT_BOUNDS, component, annotation, name, least, other.most());
                return false;
            }
        }
        if (rule == Rule.PATTERN) {
            return isSoundPattern(annotation, regex, component);
        }
        return true;
    }

    private boolean isSoundPattern(AnnotationMirror annotation, String regex, Element component) {
        if (!Mirrors.values(annotation, "flags").isEmpty()) {
            AnnotationValue flags = Mirrors.value(annotation, "flags");
            diagnostics.error(
                    Problem.CONSTRAINT_NOT_YET,
                    component,
                    annotation,
                    flags,
                    "Pattern(flags)",
                    "an inline flag such as (?i)");
            return false;
        }
        try {
            Pattern.compile(regex);
            return true;
        } catch (PatternSyntaxException wrong) {
            AnnotationValue value = Mirrors.value(annotation, "regexp");
            diagnostics.error(
                    Problem.CONSTRAINT_REGEX, component, annotation, value, wrong.getDescription(), wrong.getIndex());
            return false;
        }
    }

    private boolean refuseKind(AnnotationMirror annotation, Element component) {
        String name = Mirrors.simpleNameOf(annotation);
        boolean isCustom = declaration(annotation)
                .map(constraint -> !Mirrors.nameOf(annotation).startsWith(PACKAGE)
                        && !Mirrors.values(constraint, "validatedBy").isEmpty())
                .orElse(false);
        if (isCustom) {
            diagnostics.error(Problem.CONSTRAINT_CUSTOM, component, annotation, name);
        } else {
            diagnostics.error(
                    Problem.CONSTRAINT_NOT_YET,
                    component,
                    annotation,
                    name,
                    "NotNull, NotBlank, NotEmpty, Size, Min, Max, Pattern, Positive or PositiveOrZero, once each");
        }
        return false;
    }

    private static boolean applies(Rule rule, TypeModel type) {
        Kind kind = type.kind();
        return switch (rule) {
            case NOT_NULL -> true;
            case NOT_BLANK, PATTERN -> kind == Kind.STRING;
            case NOT_EMPTY, SIZE -> kind == Kind.STRING || kind.isContainer();
            case MIN, MAX -> kind.isExactNumber();
            case POSITIVE, POSITIVE_OR_ZERO -> kind.isNumber();
        };
    }

    private static String targets(Rule rule) {
        return switch (rule) {
            case NOT_NULL -> "anything";
            case NOT_BLANK, PATTERN -> "String";
            case NOT_EMPTY, SIZE -> "String, List, Set and Map";
            case MIN, MAX -> "integral numbers, BigInteger and BigDecimal";
            case POSITIVE, POSITIVE_OR_ZERO -> "numbers";
        };
    }

    /** A constraint on a component is seen twice: on the field and on its type. */
    private static List<AnnotationMirror> distinct(Collection<? extends AnnotationMirror> annotations) {
        Set<Equivalence.Wrapper<AnnotationMirror>> seen = new LinkedHashSet<>();
        for (AnnotationMirror annotation : annotations) {
            seen.add(AnnotationMirrors.equivalence().wrap(annotation));
        }
        return seen.stream().map(Equivalence.Wrapper::get).toList();
    }

    private static Optional<AnnotationMirror> declaration(AnnotationMirror annotation) {
        return Mirrors.find(annotation.getAnnotationType().asElement(), "jakarta.validation.Constraint");
    }
}
