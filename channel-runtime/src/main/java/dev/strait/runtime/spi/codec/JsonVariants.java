package dev.strait.runtime.spi.codec;

import org.jspecify.annotations.Nullable;

/** Reads objects inside a message that are one of several records, distinguished by a property such as {@code type}. */
abstract class JsonVariants extends JsonFields {

    private static final int TYPE = (int) JsonConstant.of("type").word();

    /**
     * By depth, the start of the value of {@code type} in an object that is a variant; 0 in others. Null until needed.
     */
    private int @Nullable [] types;

    /** By depth, the discriminator of a variant; null for {@code type}, and until there is another. */
    private @Nullable Discriminator @Nullable [] discriminators;

    JsonVariants(String text) {
        super(text);
    }

    JsonVariants(byte[] utf8) {
        super(utf8);
    }

    /**
     * Determines the variant of an object that was just entered. Fastest if the type is its first field.
     *
     * @return its index among the names; -1, with a violation and after the object, if it is not one of them
     */
    public final int variant(TypeNames names) {
        int start = pos;
        int p = skipSpace(start);
        int found = at(p) == '"' ? findField(p, names.discriminator().name()) : 0;
        boolean isFirst = found > 0 && isFirst(p, found, names.discriminator().name());
        pos = start;
        if (found <= 0 || at(found) != '"') {
            return unknownVariant(names, found, start);
        }
        int closing = scan(found + 1);
        int index = names.table().find(this, found + 1, closing);
        if (index == NameTable.NONE) {
            return unknownVariant(names, found, start);
        }
        begin(names, found);
        if (isFirst) {
            count(2);
            skipPast(closing + 1);
        }
        return index;
    }

    /** Moves to the next name, if it follows directly. */
    private void skipPast(int p) {
        boolean isNext = at(p) == ',' && at(p + 1) == '"';
        if (at(p) == '"') {
            throw malformed(p);
        }
        pos = isNext ? p + 1 : p;
        isAtSeparator = !isNext && at(p) != '}';
    }

    /** Called when the object of a variant was read. */
    public final void endVariant() {
        if (types != null && depth() + 1 < types.length) {
            types[depth() + 1] = 0;
        }
    }

    @Override
    final int variantType() {
        return types == null ? 0 : types[depth()];
    }

    @Override
    Discriminator discriminator() {
        Discriminator other = discriminators == null ? null : discriminators[depth()];
        return other == null ? Discriminator.TYPE : other;
    }

    /** Remembers where the type of the object is. */
    private void begin(TypeNames names, int typeAt) {
        int[] known = types;
        if (known == null) {
            known = new int[JsonLimits.DEPTH + 2];
            types = known;
        }
        known[depth()] = typeAt;
        if (discriminators != null) {
            discriminators[depth()] = names.discriminator();
        } else if (!names.isByType()) {
            discriminators = new @Nullable Discriminator[JsonLimits.DEPTH + 2];
            discriminators[depth()] = names.discriminator();
        }
    }

    private boolean isFirst(int quote, int value, String name) {
        int nameEnd = name(quote);
        return toValue() == value && is(name, quote + 1, nameEnd);
    }

    private int unknownVariant(TypeNames names, int found, int start) {
        if (found == 0) {
            violationsAt(start - 1)
                    .add("required", "is required", names.discriminator().pointer());
        } else if (at(found) != '"') {
            violationsAt(found).add("type", "must be a string");
        } else {
            violationsAt(found).add("unknown-type", names.message());
        }
        pos = start;
        begin(names, found == 0 ? -1 : found);
        skipFields();
        return NameTable.NONE;
    }

    /** Returns the start of the value of an object's field, given the quote of its first name; 0 if absent. */
    final int findField(int quote, String name) {
        int tokens = tokensLeft();
        int start = pos;
        int found = 0;
        int p = quote;
        while (at(p) == '"' && found == 0) {
            int nameEnd = name(p);
            int value = toValue();
            if (is(name, p + 1, nameEnd)) {
                found = value;
            } else {
                Skipper.skipUnchecked(this);
                p = skipSpace(pos);
                if (at(p) != ',') {
                    break; // the end, or an error that the second pass reports
                }
                p = skipSpace(p + 1);
            }
        }
        pos = start;
        tokensLeft(tokens);
        return found;
    }

    private boolean is(String name, int from, int to) {
        if (isPlain() && name.equals("type")) {
            return to - from == Integer.BYTES && (int) SwarBytes.at(bytes, from) == TYPE;
        }
        return scanned(from, to).equals(name);
    }
}
