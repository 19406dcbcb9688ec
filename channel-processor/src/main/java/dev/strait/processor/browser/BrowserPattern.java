package dev.strait.processor.browser;

import dev.strait.processor.model.LinearPattern;
import dev.strait.processor.model.RegexModel;
import java.util.Optional;

/**
 * Regular expressions that match the same texts in Java and in JavaScript. Those that need no backtracking are written anew
 * from their model. Others are translated if there is an equivalent of every construct.
 */
public final class BrowserPattern {

    private BrowserPattern() {}

    /** Returns a literal in JavaScript; empty if there is no equivalent. */
    static Optional<String> of(RegexModel regex) {
        if (regex.linear().isPresent()) {
            return Optional.of(ofLinear(regex.linear().get()));
        }
        return regex.flags() == 0
                ? RegexTranslator.translate(regex.regex()).map(text -> "/^(?:" + text + ")$/u")
                : Optional.empty();
    }

    /**
     * Returns an expression for a JSON schema, which is searched for, by code points; empty if there is no equivalent.
     */
    public static Optional<String> ofSchema(RegexModel regex) {
        boolean countsUnits = regex.linear()
                .map(pattern -> pattern.runs().stream().anyMatch(LinearPattern.Run::isOpen))
                .orElse(false);
        return countsUnits
                ? Optional.empty()
                : of(regex).map(literal -> literal.substring(1, literal.lastIndexOf('/')));
    }

    /** Without the flag u, because the runs count UTF-16 units. */
    private static String ofLinear(LinearPattern pattern) {
        StringBuilder text = new StringBuilder("/^");
        for (LinearPattern.Run run : pattern.runs()) {
            text.append('[').append(characters(run)).append(']').append(count(run));
        }
        return text.append("$/").toString();
    }

    private static String count(LinearPattern.Run run) {
        boolean isUnlimited = run.most() == Integer.MAX_VALUE;
        if (run.least() == run.most()) {
            return run.least() == 1 ? "" : "{" + run.least() + "}";
        }
        if (isUnlimited && run.least() <= 1) {
            return run.least() == 0 ? "*" : "+";
        }
        return "{" + run.least() + "," + (isUnlimited ? "" : run.most()) + "}";
    }

    private static String characters(LinearPattern.Run run) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (from < Byte.MAX_VALUE + 1) {
            if (!contains(run, from)) {
                from++;
                continue;
            }
            int to = from;
            while (to < Byte.MAX_VALUE && contains(run, to + 1)) {
                to++;
            }
            text.append(character(from));
            if (to > from) {
                text.append(to > from + 1 ? "-" : "").append(character(to));
            }
            from = to + 1;
        }
        return text.append(run.isOpen() ? "\\x80-\\uffff" : "").toString();
    }

    private static boolean contains(LinearPattern.Run run, int unit) {
        return ((unit < Long.SIZE ? run.low() : run.high()) >>> unit & 1) != 0;
    }

    private static String character(int unit) {
        boolean isPlain = Character.isLetterOrDigit(unit) || unit == ' ' || unit == '_';
        return isPlain ? Character.toString(unit) : String.format("\\x%02x", unit);
    }
}
