package dev.strait.runtime.codec;

/** Text that UTF-8 cannot carry: half of a surrogate pair (RFC 3629, section 3). */
final class Surrogates {

    private Surrogates() {}

    static boolean anyLone(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                boolean isPair = Character.isHighSurrogate(unit)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!isPair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
