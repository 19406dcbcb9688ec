package dev.strait.processor.browser;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts of the author in JavaScript and TypeScript: as literals, names of properties, and comments. All are ASCII. */
final class JsText {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private JsText() {}

    /** Returns a string literal. */
    static String quote(String text) {
        StringBuilder literal = new StringBuilder().append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '"', '\\' -> literal.append('\\').append(unit);
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(unit >= ' ' && unit < 0x7f ? Character.toString(unit) : escape(unit));
            }
        }
        return literal.append('"').toString();
    }

    /** Returns the name of a property, quoted if it has to be. */
    static String property(String name) {
        return NAME.matcher(name).matches() ? name : quote(name);
    }

    static String list(Collection<String> texts) {
        return texts.stream().map(JsText::quote).collect(Collectors.joining(", "));
    }

    /** Returns a doc comment with the text of a Java doc comment; empty if there is no text. */
    static String comment(String doc, String indent) {
        String text = ascii(plain(doc).replace("*/", "*\\/"));
        if (text.isEmpty()) {
            return "";
        }
        return text.contains("\n")
                ? indent + "/**\n"
                        + text.lines()
                                .map(line -> (indent + " * " + line).stripTrailing() + "\n")
                                .collect(Collectors.joining())
                        + indent + " */\n"
                : indent + "/** " + text + " */\n";
    }

    /** Removes the markup of Java. */
    private static String plain(String doc) {
        return doc.replaceAll("\\{@\\w+\\s+([^{}]*)}", "$1")
                .replaceAll("</?[A-Za-z][^<>]*>", "")
                .replace("&#47;", "/")
                .replace("&#92;", "\\")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    private static String ascii(String text) {
        return text.chars()
                .mapToObj(
                        unit -> unit == '\n' || (unit >= ' ' && unit < 0x7f) ? Character.toString(unit) : escape(unit))
                .collect(Collectors.joining());
    }

    private static String escape(int unit) {
        return String.format("\\u%04x", unit);
    }
}
