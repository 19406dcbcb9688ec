package dev.strait.processor.parse;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.RegexModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** Warns about regular expressions that browsers do not support (ECMAScript 2024, section 22.2, with the flag v). */
final class RegexRules {

    /** Unsupported syntax, and what it is called. */
    private static final Map<Pattern, String> UNSUPPORTED = Map.of(
            Pattern.compile("\\(\\?>"), "an atomic group",
            Pattern.compile("\\(\\?[a-zA-Z-]+[:)]"), "an inline flag",
            Pattern.compile("\\\\[AZzGhHRXaeQEVK]"), "a Java-only escape",
            Pattern.compile("\\\\x\\{"), "a Java-only escape",
            Pattern.compile("\\\\0[0-7]"), "an octal escape",
            Pattern.compile(
                            "\\\\[pP](?:[A-Z]|\\{(?:java|Is|In|Alpha|Digit|Alnum|Upper|Lower|Punct|Graph|Print|Blank|Cntrl|XDigit|Space|ASCII))"),
                    "a Java-only character class");

    private static final Pattern CHARACTER_CLASS = Pattern.compile("\\[(?:[^]\\\\]|\\\\.)*]");
    private static final Pattern POSSESSIVE = Pattern.compile("(?<!\\\\)[*+?}]\\+");
    private static final int UNSUPPORTED_FLAGS = Pattern.UNIX_LINES | Pattern.COMMENTS | Pattern.CANON_EQ;

    private final Diagnostics diagnostics;
    private final Element component;
    private final AnnotationMirror annotation;

    RegexRules(Diagnostics diagnostics, Element component, AnnotationMirror annotation) {
        this.diagnostics = diagnostics;
        this.component = component;
        this.annotation = annotation;
    }

    void warn(List<ConstraintModel> constraints) {
        for (ConstraintModel constraint : constraints) {
            constraint
                    .regex()
                    .flatMap(RegexRules::unsupported)
                    .ifPresent(what -> diagnostics.warn(
                            Problem.REGEX_UNSUPPORTED_IN_BROWSERS, component, Mirrors.simpleNameOf(annotation), what));
        }
    }

    /** Returns what browsers do not support in an expression; empty if they support all of it. */
    static Optional<String> unsupported(RegexModel regex) {
        if ((regex.flags() & UNSUPPORTED_FLAGS) != 0) {
            return Optional.of("a Java-only flag");
        }
        String unescaped = regex.regex().replace("\\\\", "");
        String withoutClasses = CHARACTER_CLASS.matcher(unescaped).replaceAll("x");
        if (POSSESSIVE.matcher(withoutClasses).find()) {
            return Optional.of("a possessive quantifier");
        }
        return UNSUPPORTED.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(unescaped).find())
                .map(Map.Entry::getValue)
                .min(String::compareTo);
    }
}
