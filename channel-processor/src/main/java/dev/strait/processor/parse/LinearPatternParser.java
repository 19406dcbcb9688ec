package dev.strait.processor.parse;

import dev.strait.processor.model.LinearPattern;
import dev.strait.processor.model.LinearPattern.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the simple half of regular expressions: characters, classes of them, and counts. Whatever else there is (groups,
 * alternatives, look-around, flags, a dot) makes it give up, and the JDK's own matcher is used.
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

    /** The pattern, if it needs no backtracking and is simple enough to be sure of that. */
    static Optional<LinearPattern> parse(String regex) {
        try {
            return Optional.of(new LinearPatternParser(regex).pattern()).filter(LinearPattern::isBacktrackingFree);
        } catch (NotSimple givenUp) {
            return Optional.empty();
        }
    }

    /** It has something that is left to the JDK. */
    private static final class NotSimple extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private LinearPattern pattern() throws NotSimple {
        List<Run> runs = new ArrayList<>();
        pos = regex.startsWith("^") ? 1 : 0;
        while (pos < regex.length() && !regex.substring(pos).equals("$")) {
            runs.add(counted(one()));
        }
        return new LinearPattern(runs);
    }

    private Run one() throws NotSimple {
        char unit = next();
        if (unit == '[') {
            return characterClass();
        }
        if (unit == '\\') {
            return escape();
        }
        if (SPECIAL.indexOf(unit) >= 0) {
            throw new NotSimple();
        }
        return single(unit);
    }

    private Run escape() throws NotSimple {
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
                    throw new NotSimple();
                }
                yield single(unit);
            }
        };
    }

    private Run characterClass() throws NotSimple {
        boolean isNegated = peek('^');
        pos += isNegated ? 1 : 0;
        Run all = run(0, 0);
        do {
            all = union(all, range());
        } while (!peek(']'));
        pos++;
        return isNegated ? new Run(1, 1, ~all.low(), ~all.high(), true) : all;
    }

    private Run range() throws NotSimple {
        char from = next();
        if (from == '[' || from == ']' || from == '&') {
            throw new NotSimple();
        }
        if (from == '\\') {
            Run escaped = escape();
            if (peek('-') && !regex.startsWith("-]", pos)) {
                throw new NotSimple();
            }
            return escaped;
        }
        if (!peek('-') || regex.startsWith("-]", pos)) {
            return single(from);
        }
        pos++;
        char to = next();
        if (to == '\\' || to == '[' || to >= ASCII || from > to) {
            throw new NotSimple();
        }
        Run all = run(0, 0);
        for (char unit = from; unit <= to; unit++) {
            all = union(all, single(unit));
        }
        return all;
    }

    private Run counted(Run one) throws NotSimple {
        int least = 1;
        int most = 1;
        if (peek('?')) {
            least = 0;
        } else if (peek('*')) {
            least = 0;
            most = Integer.MAX_VALUE;
        } else if (peek('+')) {
            most = Integer.MAX_VALUE;
        } else if (peek('{')) {
            pos++;
            least = number();
            most = least;
            if (peek(',')) {
                pos++;
                most = peek('}') ? Integer.MAX_VALUE : number();
            }
            if (!peek('}')) {
                throw new NotSimple();
            }
        } else {
            return bounded(one, 1, 1);
        }
        pos++;
        if (peek('?') || peek('+') || peek('*') || peek('{')) {
            throw new NotSimple(); // lazy or possessive
        }
        return bounded(one, least, most);
    }

    /** The JDK counts characters beyond 16 bits as one; a count of any such must not matter. */
    private static Run bounded(Run one, int least, int most) throws NotSimple {
        if (one.isOpen() && (least > 1 || most != Integer.MAX_VALUE)) {
            throw new NotSimple();
        }
        return new Run(least, most, one.low(), one.high(), one.isOpen());
    }

    private int number() throws NotSimple {
        int from = pos;
        while (pos < regex.length() && Character.isDigit(regex.charAt(pos))) {
            pos++;
        }
        if (pos == from || pos - from > 6) {
            throw new NotSimple();
        }
        return Integer.parseInt(regex.substring(from, pos));
    }

    private char next() throws NotSimple {
        if (pos >= regex.length()) {
            throw new NotSimple();
        }
        return regex.charAt(pos++);
    }

    private boolean peek(char unit) {
        return pos < regex.length() && regex.charAt(pos) == unit;
    }

    private static Run single(char unit) throws NotSimple {
        if (unit >= ASCII) {
            throw new NotSimple();
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
