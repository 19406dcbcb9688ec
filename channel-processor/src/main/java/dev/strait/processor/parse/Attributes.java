package dev.strait.processor.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** The attributes of a constraint. A composed constraint may override the attributes of its parts. */
final class Attributes {

    private static final String OVERRIDES = "jakarta.validation.OverridesAttribute";
    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z]+)}");

    private final AnnotationMirror constraint;
    private final Map<String, AnnotationValue> overridden;

    private Attributes(AnnotationMirror constraint, Map<String, AnnotationValue> overridden) {
        this.constraint = constraint;
        this.overridden = overridden;
    }

    static Attributes of(AnnotationMirror constraint) {
        return new Attributes(constraint, Map.of());
    }

    /**
     * Returns the attributes of a constraint that this one is composed of.
     *
     * @param index the index of the part among those of the same type
     */
    Attributes part(AnnotationMirror part, int index) {
        Map<String, AnnotationValue> values = new HashMap<>();
        TypeElement own = (TypeElement) constraint.getAnnotationType().asElement();
        for (ExecutableElement method : ElementFilter.methodsIn(own.getEnclosedElements())) {
            String attribute = method.getSimpleName().toString();
            for (AnnotationMirror overrides : overrides(method)) {
                String name = Mirrors.string(overrides, "name");
                int overriddenIndex =
                        (Integer) Mirrors.value(overrides, "constraintIndex").getValue();
                boolean isOverridden = Mirrors.value(overrides, "constraint")
                        .getValue()
                        .toString()
                        .equals(Mirrors.nameOf(part));
                if (isOverridden && (overriddenIndex < 0 || overriddenIndex == index)) {
                    values.put(name.isEmpty() ? attribute : name, value(attribute));
                }
            }
        }
        return new Attributes(part, values);
    }

    private static List<AnnotationMirror> overrides(ExecutableElement method) {
        List<AnnotationMirror> all = new ArrayList<>();
        Mirrors.find(method, OVERRIDES).ifPresent(all::add);
        Mirrors.find(method, OVERRIDES + ".List").ifPresent(list -> {
            for (AnnotationValue each : Mirrors.values(list, "value")) {
                all.add((AnnotationMirror) each.getValue());
            }
        });
        return all;
    }

    /** An attribute refers to an unknown constant, which javac reports. */
    static final class UnresolvedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnresolvedException() {
            super(null, null, false, false);
        }
    }

    private <T> T value(String name, Class<T> type) {
        Object value = value(name).getValue();
        if (!type.isInstance(value)) {
            throw new UnresolvedException();
        }
        return type.cast(value);
    }

    String name() {
        return Mirrors.nameOf(constraint);
    }

    String simpleName() {
        return Mirrors.simpleNameOf(constraint);
    }

    AnnotationMirror mirror() {
        return constraint;
    }

    AnnotationValue value(String name) {
        AnnotationValue value = overridden.get(name);
        return value == null ? Mirrors.value(constraint, name) : value;
    }

    String text(String name) {
        return value(name, String.class);
    }

    int number(String name) {
        return value(name, Integer.class);
    }

    BigDecimal decimal(String name) {
        Object value = value(name).getValue();
        return value instanceof Long bound ? BigDecimal.valueOf(bound) : new BigDecimal(value(name, String.class));
    }

    boolean isTrue(String name) {
        return value(name, Boolean.class);
    }

    List<?> values(String name) {
        return Mirrors.has(constraint, name) ? value(name, List.class) : List.of();
    }

    /** Returns whether the message is set explicitly. */
    boolean hasExplicitMessage() {
        return overridden.containsKey("message") || Mirrors.isExplicit(constraint, "message");
    }

    /**
     * Returns the message with its placeholders resolved; empty if one of them is not an attribute of the constraint.
     */
    Optional<String> message() {
        String template = text("message");
        Matcher parameter = PARAMETER.matcher(template);
        StringBuilder text = new StringBuilder();
        while (parameter.find()) {
            boolean isOwn = Mirrors.has(constraint, parameter.group(1));
            if (!isOwn) {
                return Optional.empty();
            }
            parameter.appendReplacement(
                    text,
                    Matcher.quoteReplacement(
                            value(parameter.group(1)).getValue().toString()));
        }
        parameter.appendTail(text);
        boolean isPlain = !template.replaceAll(PARAMETER.pattern(), "").matches("(?s).*(?:[{}]|\\$\\{).*");
        return isPlain ? Optional.of(text.toString()) : Optional.empty();
    }
}
