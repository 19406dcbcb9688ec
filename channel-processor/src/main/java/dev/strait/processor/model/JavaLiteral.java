package dev.strait.processor.model;

import com.squareup.javapoet.CodeBlock;
import java.util.List;

/**
 * Texts of the author as string literals in ASCII. JavaPoet breaks what it writes at U+2028 and U+2029, which end no line
 * in Java (JLS 3.4), so these must not reach it.
 */
public final class JavaLiteral {

    private JavaLiteral() {}

    /** Returns the literals of several texts, separated by commas. */
    public static CodeBlock list(List<String> texts) {
        return texts.stream().map(JavaLiteral::of).collect(CodeBlock.joining(", "));
    }

    public static CodeBlock of(String text) {
        StringBuilder literal = new StringBuilder().append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '"', '\\' -> literal.append('\\').append(unit);
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                case '\b' -> literal.append("\\b");
                case '\f' -> literal.append("\\f");
                default -> {
                    if (unit >= ' ' && unit < 0x7f) {
                        literal.append(unit);
                    } else {
                        literal.append(String.format("\\u%04x", (int) unit));
                    }
                }
            }
        }
        return CodeBlock.of("$L", literal.append('"'));
    }
}
