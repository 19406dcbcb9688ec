package dev.strait.processor.browser;

import dev.strait.processor.model.LinearPattern;
import dev.strait.processor.model.RegexModel;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Regular expressions that match the same texts in Java and in JavaScript. Those that need no backtracking are written anew
 * from their model. Others are copied if every construct has the same meaning in both languages.
 */
final class BrowserPattern {

    /**
     * Literals, classes of literals and ranges, groups, alternatives and quantifiers. Without anchors, dots and classes such
     * as {@code \d}, which differ.
     */
    private static final Pattern PORTABLE = Pattern.compile("(?:"
            + "[A-Za-z0-9 _,:;@#%&=!<>'\"~`-]" // literals that have no meaning in either language
            + "|\\\\[.*+?()\\[\\]{}|^$/\\\\]" // and those that need a backslash in both
            + "|\\[\\^?(?:[A-Za-z0-9 _,:;@#%=!<>'\"~`.*+?(){}|$/]|\\\\[\\]\\\\^-]|(?<=[A-Za-z0-9])-(?=[A-Za-z0-9]))+]"
            + "|\\((?:\\?:)?|\\)|\\|"
            + "|(?:[*+?]|\\{\\d+(?:,\\d*)?})\\??(?![*+?{])"
            + ")*");

    private BrowserPattern() {}

    /** Returns a literal in JavaScript; empty if there is no equivalent. */
    static Optional<String> of(RegexModel regex) {
        if (regex.linear().isPresent()) {
            return Optional.of(ofLinear(regex.linear().get()));
        }
        boolean isPortable =
                regex.flags() == 0 && PORTABLE.matcher(regex.regex()).matches();
        return isPortable
                ? Optional.of("/^(?:" + regex.regex().replaceAll("(?<!\\\\)/", "\\\\/") + ")$/u")
                : Optional.empty();
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
