package dev.strait.processor.parse;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.NearestName;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.DefaultModel;
import dev.strait.processor.model.JavaLiteral;
import dev.strait.processor.model.TypeModel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** Parses {@code @Default} into a Java expression of the type of the component. */
final class DefaultParser {

    /** The limits of the reader, {@code JsonLimits} in the runtime. */
    private static final int MAX_NUMBER_CHARS = 100;

    private static final int MAX_SCALE = 10_000;
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]");

    private final Diagnostics diagnostics;
    private final Registry registry;

    DefaultParser(Diagnostics diagnostics, Registry registry) {
        this.diagnostics = diagnostics;
        this.registry = registry;
    }

    /** Returns the default; empty if an error was reported. */
    Optional<DefaultModel> parse(AnnotationMirror annotation, TypeModel type, Element component) {
        if (type.isNullable() || type.kind().isOptional()) {
            diagnostics.error(Problem.DEFAULT_NULLABLE, component, annotation, component.getSimpleName());
            return Optional.empty();
        }
        String text = Mirrors.string(annotation, "value");
        Optional<DefaultModel> value = value(annotation, text, type, component);
        for (ConstraintModel constraint : type.constraints()) {
            if (value.isPresent() && DefaultRules.isViolated(constraint, text, type.kind())) {
                diagnostics.error(
                        Problem.DEFAULT_VIOLATES_CONSTRAINT,
                        component,
                        annotation,
                        Mirrors.value(annotation, "value"),
                        text,
                        component.getSimpleName(),
                        WireNames.camel(constraint.name()));
                return Optional.empty();
            }
        }
        return value;
    }

    private Optional<DefaultModel> value(AnnotationMirror annotation, String text, TypeModel type, Element component) {
        try {
            if (type.kind().isNumber() && NOT_ASCII.matcher(text).find()) {
                throw new NumberFormatException("digits of another script");
            }
            return switch (type.kind()) {
                case BOOLEAN -> constant(text, CodeBlock.of("$L", bool(text)));
                case BYTE -> constant(text, CodeBlock.of("(byte) $L", Byte.parseByte(text)));
                case SHORT -> constant(text, CodeBlock.of("(short) $L", Short.parseShort(text)));
                case INT -> constant(text, CodeBlock.of("$L", Integer.parseInt(text)));
                case LONG -> constant(text, CodeBlock.of("$LL", Long.parseLong(text)));
                case FLOAT -> constant(text, CodeBlock.of("$LF", (float) finite(text, Float.parseFloat(text))));
                case DOUBLE -> constant(text, CodeBlock.of("$LD", finite(text, Double.parseDouble(text))));
                case CHAR -> constant(text, CodeBlock.of("$L", literal(text)));
                case STRING -> constant(text, JavaLiteral.of(text));
                case ENUM -> enumConstant(annotation, text, type, component);
                case BIG_INTEGER -> field(text, CodeBlock.of("new $T($S)", BigInteger.class, integer(text)));
                case BIG_DECIMAL -> field(text, CodeBlock.of("new $T($S)", BigDecimal.class, decimal(text)));
                case TEXT -> field(text, IsoDefaults.parsed((ClassName) type.name(), text));
                default -> {
                    diagnostics.error(
                            Problem.DEFAULT_TYPE,
                            component,
                            annotation,
                            component.getSimpleName(),
                            TypeParser.simple(component.asType()));
                    yield Optional.empty();
                }
            };
        } catch (IllegalArgumentException | DateTimeException invalid) {
            return reject(annotation, text, component, "Write a value of that type.");
        }
    }

    /** Rejects what the reader of the runtime refuses, so that a default is a value that a client could send. */
    private static BigInteger integer(String text) {
        BigInteger value = new BigInteger(text);
        if (value.toString().length() > MAX_NUMBER_CHARS) {
            throw new NumberFormatException("too long");
        }
        return value;
    }

    private static BigDecimal decimal(String text) {
        BigDecimal value = new BigDecimal(text);
        if (Math.abs((long) value.scale()) > MAX_SCALE || value.toString().length() > MAX_NUMBER_CHARS) {
            throw new NumberFormatException("too long");
        }
        return value;
    }

    private static Optional<DefaultModel> constant(String text, CodeBlock value) {
        return Optional.of(new DefaultModel(text, value, true));
    }

    private static Optional<DefaultModel> field(String text, CodeBlock value) {
        return Optional.of(new DefaultModel(text, value, false));
    }

    private Optional<DefaultModel> enumConstant(
            AnnotationMirror annotation, String text, TypeModel type, Element component) {
        List<String> constants = registry.constantsOf(type.name());
        if (constants.contains(text)) {
            return constant(text, CodeBlock.of("$T.$L", type.name(), text));
        }
        String fix = NearestName.of(text, constants)
                .map(name -> "Did you mean \"" + name + "\"?")
                .orElse("Use one of " + String.join(", ", constants) + ".");
        return reject(annotation, text, component, fix);
    }

    private Optional<DefaultModel> reject(AnnotationMirror annotation, String text, Element component, String fix) {
        diagnostics.error(
                Problem.DEFAULT_INVALID,
                component,
                annotation,
                Mirrors.value(annotation, "value"),
                text,
                TypeParser.simple(component.asType()),
                fix);
        return Optional.empty();
    }

    private static String literal(String text) {
        if (text.length() != 1) {
            throw new NumberFormatException(text);
        }
        char character = text.charAt(0);
        if (character == '\'' || character == '\\') {
            return "'\\" + character + "'";
        }
        if (character >= ' ' && character < 0x7f) {
            return "'" + character + "'";
        }
        // Octal below 0x100, because javac translates the Unicode escape of a line break before it parses literals.
        return character < 0x100
                ? "'\\" + Integer.toOctalString(character) + "'"
                : String.format("'\\u%04x'", (int) character);
    }

    private static boolean bool(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new NumberFormatException(text);
    }

    /** Rejects infinite values, and texts with a suffix such as {@code 1f}, which the JDK accepts. */
    private static double finite(String text, double value) {
        BigDecimal decimal = new BigDecimal(text);
        if (Double.isInfinite(value)) {
            throw new NumberFormatException(decimal + " is out of range");
        }
        return value;
    }
}
