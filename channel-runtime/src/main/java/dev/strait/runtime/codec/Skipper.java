package dev.strait.runtime.codec;

/** Runs over values that nobody wants. They are checked as all others are, and no text is made of them. */
final class Skipper {

    private Skipper() {}

    static void skip(JsonTokens in) {
        value(in, true);
    }

    /** The same without a look for names that stand twice; for what is skipped once more, or was before. */
    static void skipUnchecked(JsonTokens in) {
        value(in, false);
    }

    private static void value(JsonTokens in, boolean isChecked) {
        int p = in.toValue();
        switch (in.at(p)) {
            case '{' -> object(in, p + 1, isChecked);
            case '[' -> array(in, p + 1, isChecked);
            case '"' -> in.pos = in.scan(p + 1) + 1;
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> in.pos = Numbers.end(in, p);
            default -> in.anyLiteral(p);
        }
    }

    private static void array(JsonTokens in, int from, boolean isChecked) {
        in.enter(from);
        int p = in.skipSpace(from);
        if (in.at(p) != ']') {
            do {
                in.pos = p;
                in.count(1);
                value(in, isChecked);
                p = in.skipSpace(in.pos);
            } while (in.at(p++) == ',');
            p--;
        }
        in.leave(p, ']');
    }

    private static void object(JsonTokens in, int from, boolean isChecked) {
        in.enter(from);
        NamesSeen names = isChecked ? in.extras().names(in.depth()) : null;
        int p = in.skipSpace(from);
        if (in.at(p) != '}') {
            do {
                p = in.skipSpace(p);
                int nameEnd = in.name(p);
                boolean isNew = names == null || names.isNew(in, p + 1, nameEnd);
                in.count(2);
                value(in, isChecked);
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
