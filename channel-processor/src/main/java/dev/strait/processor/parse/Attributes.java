package dev.strait.processor.parse;

import java.math.BigDecimal;
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

    /** A constraint that this one is composed of. */
    Attributes part(AnnotationMirror part) {
        Map<String, AnnotationValue> over = new HashMap<>();
        TypeElement own = (TypeElement) constraint.getAnnotationType().asElement();
        for (ExecutableElement method : ElementFilter.methodsIn(own.getEnclosedElements())) {
            Mirrors.find(method, OVERRIDES).ifPresent(overrides -> {
                String target =
                        Mirrors.value(overrides, "constraint").getValue().toString();
                String name = Mirrors.string(overrides, "name");
                if (target.equals(Mirrors.nameOf(part))) {
                    String own2 = method.getSimpleName().toString();
                    over.put(name.isEmpty() ? own2 : name, value(own2));
                }
            });
        }
        return new Attributes(part, over);
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
        return (String) value(name).getValue();
    }

    int number(String name) {
        return ((Number) value(name).getValue()).intValue();
    }

    BigDecimal decimal(String name) {
        Object value = value(name).getValue();
        return value instanceof Long bound ? BigDecimal.valueOf(bound) : new BigDecimal(value.toString());
    }

    boolean isTrue(String name) {
        return (Boolean) value(name).getValue();
    }

    List<?> values(String name) {
        return (List<?>) value(name).getValue();
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
