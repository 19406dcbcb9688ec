package dev.strait.runtime.spi.codec;

/** Text of somebody else's, made fit to be shown: one line, bounded, control characters escaped. */
final class Printable {

    private static final int LONGEST = 200;

    private Printable() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length() && shown.length() < LONGEST; i++) {
            char unit = text.charAt(i);
            if (Character.isISOControl(unit) || Character.isSurrogate(unit)) {
                shown.append(String.format("\\u%04x", (int) unit));
            } else {
                shown.append(unit);
            }
        }
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown.toString();
    }
}
