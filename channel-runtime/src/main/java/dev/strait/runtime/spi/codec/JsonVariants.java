package dev.strait.runtime.spi.codec;

import org.jspecify.annotations.Nullable;

/** Objects inside of a message that are one of several records, told apart by their {@code type}. */
abstract class JsonVariants extends JsonFields {

    private static final int TYPE = (int) JsonConstant.of("type").word();

    /** By depth, where the value of {@code type} begins in an object that is a variant; 0 in others. Null until needed. */
    private int @Nullable [] types;

    JsonVariants(String text) {
        super(text);
    }

    JsonVariants(byte[] utf8) {
        super(utf8);
    }

    /**
     * Finds out which variant an object is, that was just gone into. The fastest where the type is its first field.
     *
     * @return its index among the names; another number, with a violation and behind the object, where it is none
     */
    public final int variant(TypeNames names) {
        int start = pos;
        int p = skipSpace(start);
        int found = at(p) == '"' ? findType(p) : 0;
        boolean isFirst = found > 0 && isFirst(p, found);
        pos = start;
        if (found <= 0 || at(found) != '"') {
            return unknownVariant(names, found, start);
        }
        int closing = scan(found + 1);
        int index = names.table().find(this, found + 1, closing);
        if (index == NameTable.NONE) {
            return unknownVariant(names, found, start);
        }
        typesByDepth()[depth()] = found;
        if (isFirst) {
            count(2);
            skipPast(closing + 1);
        }
        return index;
    }

    /** Goes to where the next name begins, if there is nothing between. */
    private void skipPast(int p) {
        boolean isNext = at(p) == ',' && at(p + 1) == '"';
        if (at(p) == '"') {
            throw malformed(p);
        }
        pos = isNext ? p + 1 : p;
        isAtSeparator = !isNext && at(p) != '}';
    }

    /** The object of a variant was read. */
    public final void endVariant() {
        if (types != null && depth() + 1 < types.length) {
            types[depth() + 1] = 0;
        }
    }

    @Override
    final int variantType() {
        return types == null ? 0 : types[depth()];
    }

    private int[] typesByDepth() {
        int[] known = types;
        if (known == null) {
            known = new int[JsonLimits.DEPTH + 2];
            types = known;
        }
        return known;
    }

    private boolean isFirst(int quote, int value) {
        int nameEnd = name(quote);
        return toValue() == value && is("type", quote + 1, nameEnd);
    }

    private int unknownVariant(TypeNames names, int found, int start) {
        if (found == 0) {
            violationsAt(start - 1).add("required", "is required", "/type");
        } else if (at(found) != '"') {
            violationsAt(found).add("type", "must be a string");
        } else {
            violationsAt(found).add("unknown-type", names.message());
        }
        pos = start;
        typesByDepth()[depth()] = found == 0 ? -1 : found;
        skipFields();
        return NameTable.NONE;
    }

    /** Where the value of an object's type begins, the first of whose names is at the quote; 0 where there is none. */
    final int findType(int quote) {
        return findField(quote, "type");
    }

    /** The same for a field of any name. */
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
                    break; // the end, or what the second reading will refuse
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
