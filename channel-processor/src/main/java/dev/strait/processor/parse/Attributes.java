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

/** What a constraint says of itself; where it is part of a composed one, that may say otherwise. */
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
     * A constraint that this one is composed of.
     *
     * @param index which one it is, among those of its type
     */
    Attributes part(AnnotationMirror part, int index) {
        Map<String, AnnotationValue> over = new HashMap<>();
        TypeElement own = (TypeElement) constraint.getAnnotationType().asElement();
        for (ExecutableElement method : ElementFilter.methodsIn(own.getEnclosedElements())) {
            String attribute = method.getSimpleName().toString();
            for (AnnotationMirror overrides : overrides(method)) {
                String name = Mirrors.string(overrides, "name");
                int wanted =
                        (Integer) Mirrors.value(overrides, "constraintIndex").getValue();
                boolean isMeant = Mirrors.value(overrides, "constraint")
                        .getValue()
                        .toString()
                        .equals(Mirrors.nameOf(part));
                if (isMeant && (wanted < 0 || wanted == index)) {
                    over.put(name.isEmpty() ? attribute : name, value(attribute));
                }
            }
        }
        return new Attributes(part, over);
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

    /** A constant that the compiler does not know, and tells. */
    static final class Unresolved extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unresolved() {
            super(null, null, false, false);
        }
    }

    private <T> T value(String name, Class<T> type) {
        Object value = value(name).getValue();
        if (!type.isInstance(value)) {
            throw new Unresolved();
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
        AnnotationValue over = overridden.get(name);
        return over == null ? Mirrors.value(constraint, name) : over;
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

    /** Whether its message is the author's and not its type's. */
    boolean isMessageWritten() {
        return overridden.containsKey("message") || Mirrors.isWritten(constraint, "message");
    }

    /**
     * Its message with its own parameters filled in; empty where there is anything else to fill in, which nothing could do
     * at run time.
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
        boolean isPlain = !template.replaceAll(PARAMETER.pattern(), "").matches("(?s).*[{}$].*");
        return isPlain ? Optional.of(text.toString()) : Optional.empty();
    }
}
