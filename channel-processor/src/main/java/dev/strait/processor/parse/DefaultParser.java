package dev.strait.processor.parse;

import com.google.auto.common.MoreTypes;
import com.squareup.javapoet.CodeBlock;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.NearestName;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** Turns the text of a {@code @Default} into an expression of the component's type. */
final class DefaultParser {

    private final Diagnostics diagnostics;

    DefaultParser(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Empty where it was refused. */
    Optional<CodeBlock> parse(AnnotationMirror annotation, TypeModel type, Element component) {
        if (type.isNullable() || type.kind().isOptional()) {
            diagnostics.error(Problem.DEFAULT_NULLABLE, component, annotation, component.getSimpleName());
            return Optional.empty();
        }
        String text = Mirrors.string(annotation, "value");
        Optional<CodeBlock> value = value(annotation, text, type, component);
        for (ConstraintModel constraint : type.constraints()) {
            if (value.isPresent() && isBroken(constraint, text, type.kind())) {
                diagnostics.error(
                        Problem.DEFAULT_CONSTRAINT,
                        component,
                        annotation,
                        Mirrors.value(annotation, "value"),
                        text,
                        component.getSimpleName(),
                        constraint.rule().wireName());
                return Optional.empty();
            }
        }
        return value;
    }

    /** A default is checked here, once, and not at run time. */
    private static boolean isBroken(ConstraintModel constraint, String text, Kind kind) {
        BigDecimal number = kind.isNumber() ? new BigDecimal(text) : BigDecimal.ZERO;
        return switch (constraint.rule()) {
            case NOT_NULL -> false;
            case NOT_BLANK -> text.isBlank();
            case NOT_EMPTY -> text.isEmpty();
            case SIZE -> text.length() < constraint.least() || text.length() > constraint.most();
            case PATTERN -> !text.matches(constraint.regex());
            case MIN -> number.compareTo(BigDecimal.valueOf(constraint.least())) < 0;
            case MAX -> number.compareTo(BigDecimal.valueOf(constraint.most())) > 0;
            case POSITIVE -> number.signum() <= 0;
            case POSITIVE_OR_ZERO -> number.signum() < 0;
        };
    }

    private Optional<CodeBlock> value(AnnotationMirror annotation, String text, TypeModel type, Element component) {
        try {
            return switch (type.kind()) {
                case BOOLEAN -> Optional.of(CodeBlock.of("$L", bool(text)));
                case BYTE -> Optional.of(CodeBlock.of("(byte) $L", Byte.parseByte(text)));
                case SHORT -> Optional.of(CodeBlock.of("(short) $L", Short.parseShort(text)));
                case INT -> Optional.of(CodeBlock.of("$L", Integer.parseInt(text)));
                case LONG -> Optional.of(CodeBlock.of("$LL", Long.parseLong(text)));
                case FLOAT -> Optional.of(CodeBlock.of("$LF", (float) finite(text, Float.parseFloat(text))));
                case DOUBLE -> Optional.of(CodeBlock.of("$LD", finite(text, Double.parseDouble(text))));
                case CHAR -> Optional.of(CodeBlock.of("$L", literal(text)));
                case STRING -> Optional.of(CodeBlock.of("$S", text));
                case ENUM -> constant(annotation, text, type, component);
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
        } catch (NumberFormatException wrong) {
            return refuse(annotation, text, component, "Write a value of that type.");
        }
    }

    private Optional<CodeBlock> constant(AnnotationMirror annotation, String text, TypeModel type, Element component) {
        List<String> constants = MoreTypes.asTypeElement(component.asType()).getEnclosedElements().stream()
                .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
                .map(element -> element.getSimpleName().toString())
                .toList();
        if (constants.contains(text)) {
            return Optional.of(CodeBlock.of("$T.$L", type.name(), text));
        }
        String cure = NearestName.of(text, constants)
                .map(name -> "Did you mean \"" + name + "\"?")
                .orElse("Write one of " + String.join(", ", constants) + ".");
        return refuse(annotation, text, component, cure);
    }

    private Optional<CodeBlock> refuse(AnnotationMirror annotation, String text, Element component, String cure) {
        diagnostics.error(
                Problem.DEFAULT_VALUE,
                component,
                annotation,
                Mirrors.value(annotation, "value"),
                text,
                TypeParser.simple(component.asType()),
                cure);
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
        // Octal for ASCII: the compiler would take a Unicode escape of a line's end for that end.
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

    /** A value of a float or double; the text is a decimal, without the suffixes that the JDK reads as well. */
    private static double finite(String text, double value) {
        BigDecimal decimal = new BigDecimal(text);
        if (Double.isInfinite(value)) {
            throw new NumberFormatException(decimal + " is beyond it");
        }
        return value;
    }
}
