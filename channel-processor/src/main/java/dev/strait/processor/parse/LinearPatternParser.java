package dev.strait.processor.parse;

import dev.strait.processor.model.LinearPattern;
import dev.strait.processor.model.LinearPattern.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses regular expressions that consist of characters, character classes and counts. Everything else (groups,
 * alternatives, lookaround, flags, dots) is left to the matcher of the JDK.
 */
final class LinearPatternParser {

    private static final int ASCII = 128;
    private static final String SPECIAL = "\\^$.|?*+()[]{}";
    private static final Run DIGIT = run(0x03ff000000000000L, 0);
    private static final Run WORD = run(0x03ff000000000000L, 0x07fffffe87fffffeL);
    private static final Run SPACE = run(0x0000000100003e00L, 0);

    private final String regex;
    private int pos;

    private LinearPatternParser(String regex) {
        this.regex = regex;
    }

    /** Returns the pattern; empty if the JDK has to match it, because it is not simple or may backtrack. */
    static Optional<LinearPattern> parse(String regex) {
        try {
            return Optional.of(new LinearPatternParser(regex).pattern()).filter(LinearPattern::isBacktrackingFree);
        } catch (UnsupportedSyntaxException leftToJdk) {
            return Optional.empty();
        }
    }

    /** The expression has syntax that is left to the JDK. */
    private static final class UnsupportedSyntaxException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private LinearPattern pattern() throws UnsupportedSyntaxException {
        List<Run> runs = new ArrayList<>();
        pos = regex.startsWith("^") ? 1 : 0;
        while (pos < regex.length() && !regex.substring(pos).equals("$")) {
            runs.add(counted(element()));
        }
        return new LinearPattern(runs);
    }

    private Run element() throws UnsupportedSyntaxException {
        char unit = next();
        if (unit == '[') {
            return characterClass();
        }
        if (unit == '\\') {
            return escape();
        }
        if (SPECIAL.indexOf(unit) >= 0) {
            throw new UnsupportedSyntaxException();
        }
        return single(unit);
    }

    private Run escape() throws UnsupportedSyntaxException {
        char unit = next();
        return switch (unit) {
            case 'd' -> DIGIT;
            case 'w' -> WORD;
            case 's' -> SPACE;
            case 't' -> single('\t');
            case 'n' -> single('\n');
            case 'r' -> single('\r');
            default -> {
                if (Character.isLetterOrDigit(unit)) {
                    throw new UnsupportedSyntaxException();
                }
                yield single(unit);
            }
        };
    }

    private Run characterClass() throws UnsupportedSyntaxException {
        boolean isNegated = peek('^');
        pos += isNegated ? 1 : 0;
        Run all = run(0, 0);
        do {
            all = union(all, range());
        } while (!peek(']'));
        pos++;
        return isNegated ? new Run(1, 1, ~all.low(), ~all.high(), true) : all;
    }

    private Run range() throws UnsupportedSyntaxException {
        char from = next();
        if (from == '[' || from == ']' || from == '&') {
            throw new UnsupportedSyntaxException();
        }
        if (from == '\\') {
            Run escaped = escape();
            if (peek('-') && !regex.startsWith("-]", pos)) {
                throw new UnsupportedSyntaxException();
            }
            return escaped;
        }
        if (!peek('-') || regex.startsWith("-]", pos)) {
            return single(from);
        }
        pos++;
        char to = next();
        if (to == '\\' || to == '[' || to >= ASCII || from > to) {
            throw new UnsupportedSyntaxException();
        }
        Run all = run(0, 0);
        for (char unit = from; unit <= to; unit++) {
            all = union(all, single(unit));
        }
        return all;
    }

    private Run counted(Run one) throws UnsupportedSyntaxException {
        int min = 1;
        int max = 1;
        if (peek('?')) {
            min = 0;
        } else if (peek('*')) {
            min = 0;
            max = Integer.MAX_VALUE;
        } else if (peek('+')) {
            max = Integer.MAX_VALUE;
        } else if (peek('{')) {
            pos++;
            min = number();
            max = min;
            if (peek(',')) {
                pos++;
                max = peek('}') ? Integer.MAX_VALUE : number();
            }
            if (!peek('}')) {
                throw new UnsupportedSyntaxException();
            }
        } else {
            return bounded(one, 1, 1);
        }
        pos++;
        if (peek('?') || peek('+') || peek('*') || peek('{')) {
            throw new UnsupportedSyntaxException(); // lazy or possessive
        }
        return bounded(one, min, max);
    }

    /**
     * Rejects counts of classes with supplementary characters: each is one character to the JDK, but two chars to
     * generated code.
     */
    private static Run bounded(Run one, int min, int max) throws UnsupportedSyntaxException {
        if (one.isOpen() && (min > 1 || max != Integer.MAX_VALUE)) {
            throw new UnsupportedSyntaxException();
        }
        return new Run(min, max, one.low(), one.high(), one.isOpen());
    }

    private int number() throws UnsupportedSyntaxException {
        int from = pos;
        while (pos < regex.length() && Character.isDigit(regex.charAt(pos))) {
            pos++;
        }
        if (pos == from || pos - from > 6) {
            throw new UnsupportedSyntaxException();
        }
        return Integer.parseInt(regex.substring(from, pos));
    }

    private char next() throws UnsupportedSyntaxException {
        if (pos >= regex.length()) {
            throw new UnsupportedSyntaxException();
        }
        return regex.charAt(pos++);
    }

    private boolean peek(char unit) {
        return pos < regex.length() && regex.charAt(pos) == unit;
    }

    private static Run single(char unit) throws UnsupportedSyntaxException {
        if (unit >= ASCII) {
            throw new UnsupportedSyntaxException();
        }
        return unit < Long.SIZE ? run(1L << unit, 0) : run(0, 1L << unit);
    }

    private static Run union(Run one, Run other) {
        return run(one.low() | other.low(), one.high() | other.high());
    }

    private static Run run(long low, long high) {
        return new Run(1, 1, low, high, false);
    }
}
