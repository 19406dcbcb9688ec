package dev.strait.runtime.spi.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The fields of a frame that are not part of its message: those of the protocol, and unknown ones. */
final class Extras {

    private static final int ID_CHARS = 64;
    private static final int TRACE_CHARS = 128;
    private static final int MAX_RESCANS = 8;
    /**
     * Deeper objects keep all names from their start, so that few objects are affected when the rescans are used up.
     */
    private static final int MAX_RESCANNED_DEPTH = 4;

    @Nullable
    String room;

    /** The {@code $id}, as JSON. */
    @Nullable
    String id;

    /** The {@code $re}, as JSON. */
    @Nullable
    String answerTo;

    /** The {@code $trace}; null if it is not one. */
    @Nullable
    String trace;

    private int rescans;

    /** By depth, up to the deepest object with such names. */
    private @Nullable NamesSeen[] names = new @Nullable NamesSeen[4];

    /** Returns the names of a new object at the given depth. */
    NamesSeen names(int depth) {
        NamesSeen known = known(depth);
        if (known == null) {
            if (depth >= names.length) {
                names = Arrays.copyOf(names, JsonLimits.DEPTH + 1);
            }
            known = new NamesSeen();
            names[depth] = known;
        }
        return known.clear(keepsNames(depth));
    }

    /** Takes one of the rescans that compare names again. Returns false if those of this frame are used up. */
    boolean tryRescan() {
        rescans++;
        return rescans <= MAX_RESCANS;
    }

    private boolean keepsNames(int depth) {
        return rescans >= MAX_RESCANS || depth > MAX_RESCANNED_DEPTH;
    }

    private @Nullable NamesSeen known(int depth) {
        return depth < names.length ? names[depth] : null;
    }

    /** Called when another object starts at the given depth. */
    void begin(int depth) {
        NamesSeen known = known(depth);
        if (known != null) {
            known.clear(keepsNames(depth));
        }
    }

    /** Reads a field that the current record does not declare. The reader is at its value. */
    void take(JsonFields in, int nameFrom, int nameTo) {
        NamesSeen known = known(in.depth());
        if (known == null) {
            known = names(in.depth());
        }
        boolean hasType = (in.depth() == 1 && !in.isEnvelope) || in.variantType() != 0;
        int field = hasType ? in.discriminator().envelope().find(in, nameFrom, nameTo) : NameTable.NONE;
        if (field > 0 && in.depth() > 1) {
            field = NameTable.NONE; // only the frame itself has these fields
        }
        boolean isNew = known.isNew(in, nameFrom, nameTo);
        switch (field) {
            case 0 -> isNew &= in.isTypeValue();
            case 1 -> room = in.string(JsonLimits.STRING_CHARS);
            case 2 -> id = correlation(in);
            case 3 -> answerTo = correlation(in);
            case 4 -> trace = trace(in);
            default -> {}
        }
        if (field <= 0) {
            Skipper.skip(in);
        }
        if (!isNew) {
            in.repeated(nameFrom - 1);
        } else if (field == NameTable.NONE && in.isStrict()) {
            in.unknown(nameFrom - 1);
        }
    }

    /** A trace that is not readable does not affect the message (W3C Trace Context, section 4.3). */
    private static @Nullable String trace(JsonFields in) {
        int from = in.toValue();
        Skipper.skip(in);
        int length = in.pos - from - 2; // without the quotes
        boolean isText = in.at(from) == '"' && length > 0 && length <= TRACE_CHARS;
        String text = isText ? in.slice(from + 1, in.pos - 1) : "";
        boolean isPlain = text.chars().allMatch(unit -> unit > ' ' && unit < 0x7f && unit != '\\');
        return text.isEmpty() || !isPlain ? null : text;
    }

    static @Nullable String correlation(JsonFields in) {
        int from = in.toValue();
        String value = null;
        if (in.at(from) == '"') {
            String text = in.string(JsonLimits.STRING_CHARS);
            value = text == null || text.length() > ID_CHARS ? null : in.slice(from, in.pos);
        } else if (in.at(from) == '-' || Numbers.isDigit(in.at(from))) {
            int to = Numbers.end(in, from);
            in.pos = to;
            value = Numbers.isIntegral(in, from, to) && to - from <= ID_CHARS ? in.slice(from, to) : null;
        } else {
            Skipper.skip(in);
        }
        if (value == null) {
            in.violationsAt(from).add("type", "must be an integer or a string of at most " + ID_CHARS + " characters");
        }
        return value;
    }
}
