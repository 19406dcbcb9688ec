package dev.strait.runtime.spi.codec;

/** Makes foreign text safe to display: one line, bounded, with control characters escaped. */
final class Printable {

    private static final int MAX_LENGTH = 200;

    private Printable() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length() && shown.length() < MAX_LENGTH; i++) {
            char unit = text.charAt(i);
            if (Character.isISOControl(unit) || Character.isSurrogate(unit)) {
                shown.append(String.format("\\u%04x", (int) unit));
            } else {
                shown.append(unit);
            }
        }
        return shown.length() > MAX_LENGTH ? shown.substring(0, MAX_LENGTH) : shown.toString();
    }
}
