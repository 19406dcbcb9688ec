package dev.strait.runtime.spi.codec;

/** Skips values. They are checked like all others, but no strings are created for them. */
final class Skipper {

    private Skipper() {}

    /** The checks that are made while skipping. */
    private enum Checks {
        /** Duplicate names. */
        NAMES,
        /** Duplicate names, and the length of strings, for a value that is forwarded. */
        ALL,
        /** None, for a value that is skipped again, or was skipped before. */
        NONE
    }

    /** Skips a value, and reports duplicate names. */
    static void skip(JsonTokens in) {
        value(in, Checks.NAMES);
    }

    /** Skips a value that is forwarded as it is. */
    static void skipKept(JsonTokens in) {
        value(in, Checks.ALL);
    }

    /** Skips a value that is read again, or was read before. */
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
        if (checks == Checks.ALL) {
            in.scanned(quote + 1, to); // refuses unpaired surrogates
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
