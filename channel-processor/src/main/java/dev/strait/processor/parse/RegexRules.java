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

/** Warns of regular expressions that a browser cannot run (ECMAScript 2024, section 22.2, with its flag v). */
final class RegexRules {

    /** By what an expression has, what that is called. */
    private static final Map<Pattern, String> LACKING = Map.of(
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
    private static final int FLAGS_LACKING = Pattern.UNIX_LINES | Pattern.COMMENTS | Pattern.CANON_EQ;

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
                    .flatMap(RegexRules::lacking)
                    .ifPresent(what -> diagnostics.warn(
                            Problem.REGEX_UNSUPPORTED_IN_BROWSERS, component, Mirrors.simpleNameOf(annotation), what));
        }
    }

    /** What a browser lacks of an expression, if anything. */
    static Optional<String> lacking(RegexModel regex) {
        if ((regex.flags() & FLAGS_LACKING) != 0) {
            return Optional.of("a Java-only flag");
        }
        String unescaped = regex.regex().replace("\\\\", "");
        String outside = CHARACTER_CLASS.matcher(unescaped).replaceAll("x");
        if (POSSESSIVE.matcher(outside).find()) {
            return Optional.of("a possessive quantifier");
        }
        return LACKING.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(unescaped).find())
                .map(Map.Entry::getValue)
                .min(String::compareTo);
    }
}
