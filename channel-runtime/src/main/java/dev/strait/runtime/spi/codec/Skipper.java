package dev.strait.runtime.spi.codec;

/** Runs over values that nobody wants. They are checked as all others are, and no text is made of them. */
final class Skipper {

    private Skipper() {}

    /** What is done beside going on. */
    private enum Checks {
        /** Names that stand twice are noted. */
        NAMES,
        /** The value goes on to others: its strings are read, and have their limit, too. */
        ALL,
        /** It is skipped once more, or was before. */
        NONE
    }

    static void skip(JsonTokens in) {
        value(in, Checks.NAMES);
    }

    /** The same for what goes on to others as it is. */
    static void skipKept(JsonTokens in) {
        value(in, Checks.ALL);
    }

    /** The same without a look for names that stand twice; for what is skipped once more, or was before. */
    static void skipUnchecked(JsonTokens in) {
        value(in, Checks.NONE);
    }

    private static void value(JsonTokens in, Checks checks) {
        int p = in.toValue();
        switch (in.at(p)) {
            case '{' -> object(in, p + 1, checks);
            case '[' -> array(in, p + 1, checks);
            case '"' -> string(in, p, checks);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> in.pos = Numbers.end(in, p);
            default -> in.anyLiteral(p);
        }
    }

    private static void string(JsonTokens in, int quote, Checks checks) {
        int to = in.scan(quote + 1);
        in.pos = to + 1;
        if (checks == Checks.ALL && in.scanned(quote + 1, to).length() > JsonLimits.STRING_CHARS) {
            in.violationsAt(quote).add("size", "must have at most " + JsonLimits.STRING_CHARS + " characters");
        }
    }

    private static void array(JsonTokens in, int from, Checks checks) {
        in.enter(from);
        int p = in.skipSpace(from);
        if (in.at(p) != ']') {
            do {
                in.pos = p;
                in.count(1);
                value(in, checks);
                p = in.skipSpace(in.pos);
            } while (in.at(p++) == ',');
            p--;
        }
        in.leave(p, ']');
    }

    private static void object(JsonTokens in, int from, Checks checks) {
        in.enter(from);
        NamesSeen names = checks == Checks.NONE ? null : in.extras().names(in.depth());
        int p = in.skipSpace(from);
        if (in.at(p) != '}') {
            do {
                p = in.skipSpace(p);
                int nameEnd = in.name(p);
                if (checks == Checks.ALL) {
                    in.scanned(p + 1, nameEnd);
                }
                boolean isNew = names == null || names.isNew(in, p + 1, nameEnd);
                in.count(2);
                value(in, checks);
                if (!isNew) {
                    in.repeated(p);
                }
                p = in.skipSpace(in.pos);
            } while (in.at(p++) == ',');
            p--;
        }
        in.leave(p, '}');
    }
}
