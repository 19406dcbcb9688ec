package dev.strait.processor.browser;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates a regular expression from Java to JavaScript, with the flag u: literals, classes, groups, alternatives and
 * quantifiers. Classes such as {@code \s} are written out, because they differ. Anchors, references and everything else has
 * no translation.
 */
final class RegexTranslator {

    /** The classes of {@link Pattern} as ranges; the negated ones only stand outside of brackets. */
    private static final Map<Character, String> CLASSES = Map.of(
            'd',
            "0-9",
            'w',
            "A-Za-z0-9_",
            's',
            " \\t\\n\\x0b\\f\\r",
            'D',
            "^0-9",
            'W',
            "^A-Za-z0-9_",
            'S',
            "^ \\t\\n\\x0b\\f\\r");

    private static final String ANY = "[^\\n\\r\\x85\\u2028\\u2029]";
    private static final String SYNTAX = "^$\\.*+?()[]{}|/";
    private static final String IN_BRACKETS = "^-]\\";
    private static final Pattern QUANTIFIER = Pattern.compile("(?:[*+?]|\\{\\d{1,9}(?:,\\d{0,9})?})\\??(?![*+?{])");

    private final String regex;
    private final StringBuilder out = new StringBuilder();
    private int at;
    /** Whether something stands before that a quantifier applies to. Java does without. */
    private boolean hasAtom;

    private RegexTranslator(String regex) {
        this.regex = regex;
    }

    /** Returns the expression without delimiters; empty if there is no translation. */
    static Optional<String> translate(String regex) {
        RegexTranslator translator = new RegexTranslator(regex);
        boolean isTranslated = true;
        while (isTranslated && translator.at < regex.length()) {
            char unit = regex.charAt(translator.at);
            isTranslated = translator.next();
            translator.hasAtom = unit != '(' && unit != '|';
        }
        return isTranslated ? Optional.of(translator.out.toString()) : Optional.empty();
    }

    private boolean next() {
        char unit = regex.charAt(at);
        switch (unit) {
            case '\\' -> {
                return escape();
            }
            case '[' -> {
                return brackets();
            }
            case '(' -> {
                boolean isPlain = !regex.startsWith("(?", at) || regex.startsWith("(?:", at);
                out.append("(?:");
                at += regex.startsWith("(?:", at) ? 3 : 1;
                return isPlain;
            }
            case ')', '|' -> out.append(unit);
            case '.' -> out.append(ANY);
            case '*', '+', '?', '{' -> {
                return quantifier();
            }
            default -> {
                return literal(unit);
            }
        }
        at++;
        return true;
    }

    private boolean literal(char unit) {
        boolean isPlain = unit >= ' ' && unit < 0x7f && (SYNTAX.indexOf(unit) < 0 || unit == '/');
        out.append(unit == '/' ? "\\/" : unit);
        at++;
        return isPlain;
    }

    private boolean quantifier() {
        Matcher matcher = QUANTIFIER.matcher(regex).region(at, regex.length());
        if (!hasAtom || !matcher.lookingAt()) {
            return false; // possessive, or no quantifier
        }
        out.append(matcher.group());
        at = matcher.end();
        return true;
    }

    private boolean escape() {
        char unit = at + 1 < regex.length() ? regex.charAt(at + 1) : 0;
        at += 2;
        String characters = CLASSES.get(unit);
        if (characters != null) {
            out.append('[').append(characters).append(']');
        } else if (unit == 't' || unit == 'n' || unit == 'r' || SYNTAX.indexOf(unit) >= 0) {
            out.append('\\').append(unit);
        } else if (unit > ' ' && unit < 0x7f && !Character.isLetterOrDigit(unit)) {
            out.append(unit); // such as \- or \@, which JavaScript does not escape
        } else {
            return false;
        }
        return true;
    }

    /** A class without nested ones, and without what Java allows and JavaScript does not. */
    private boolean brackets() {
        out.append('[');
        at++;
        if (at < regex.length() && regex.charAt(at) == '^') {
            out.append('^');
            at++;
        }
        int start = at;
        while (at < regex.length() && regex.charAt(at) != ']') {
            if (!inBrackets(start)) {
                return false;
            }
        }
        out.append(']');
        at++;
        return at <= regex.length() && at > start + 1;
    }

    private boolean inBrackets(int start) {
        char unit = regex.charAt(at);
        if (unit == '\\') {
            char escaped = at + 1 < regex.length() ? regex.charAt(at + 1) : 0;
            String characters = CLASSES.get(escaped);
            boolean isRange = at > start && regex.charAt(at - 1) == '-' && at - 1 > start;
            at += 2;
            if (characters != null && characters.charAt(0) != '^' && !isRange) {
                out.append(characters);
                return at >= regex.length() || regex.charAt(at) != '-' || regex.startsWith("-]", at);
            }
            out.append('\\').append(IN_BRACKETS.indexOf(escaped) >= 0 || SYNTAX.indexOf(escaped) >= 0 ? escaped : "x");
            return IN_BRACKETS.indexOf(escaped) >= 0 || SYNTAX.indexOf(escaped) >= 0;
        }
        boolean isDash = unit == '-';
        boolean isEdge = at == start || regex.startsWith("-]", at);
        boolean isPlain = unit >= ' ' && unit < 0x7f && unit != '[' && unit != '^' && !regex.startsWith("&&", at);
        out.append(isDash && isEdge ? "\\-" : SYNTAX.indexOf(unit) >= 0 ? "\\" + unit : Character.toString(unit));
        at++;
        return isPlain;
    }
}
