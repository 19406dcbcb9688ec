package dev.strait.processor.parse;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** The wire names of records. */
final class WireNames {

    private static final String TYPE = "dev.strait.Type";
    private static final String JACKSON_TYPE_NAME = "com.fasterxml.jackson.annotation.JsonTypeName";
    /** Unpaired surrogates cannot be encoded in UTF-8. */
    private static final Pattern VALID = Pattern.compile("[^$\\p{Cntrl}\\p{Cs}][^\\p{Cntrl}\\p{Cs}]{0,63}");

    private WireNames() {}

    /**
     * Returns the name from {@code @Type}, or else from Jackson's annotation, or else the simple name in kebab-case. The
     * latter also stands for a name that is left out.
     */
    static String of(TypeElement record) {
        return annotation(record)
                .map(type -> Mirrors.string(type, "value"))
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> kebab(record.getSimpleName().toString()));
    }

    /** Returns whether {@code @Type("")} leaves out the name. */
    static boolean isLeftOut(TypeElement record) {
        return Mirrors.find(record, TYPE)
                .map(type -> Mirrors.string(type, "value").isEmpty())
                .orElse(false);
    }

    /** Returns the name of an answer. Unless an annotation sets it, the wire name of the ask is its prefix. */
    static String ofAnswer(TypeElement record, String ask) {
        return annotation(record).isPresent()
                ? of(record)
                : ask + "." + kebab(record.getSimpleName().toString());
    }

    /** Returns the annotation that sets the name. */
    private static Optional<AnnotationMirror> annotation(TypeElement record) {
        return Mirrors.find(record, TYPE)
                .or(() -> Mirrors.find(record, JACKSON_TYPE_NAME)
                        .filter(type -> !Mirrors.string(type, "value").isEmpty()));
    }

    /**
     * Reports an invalid name.
     *
     * @param mayBeLeftOut whether {@code @Type("")} is valid
     */
    static void check(String wireName, TypeElement record, boolean mayBeLeftOut, Diagnostics diagnostics) {
        if (isLeftOut(record) && !mayBeLeftOut) {
            AnnotationMirror type = annotation(record).orElseThrow();
            diagnostics.error(
                    Problem.TYPE_LEFT_OUT, record, type, Mirrors.value(type, "value"), record.getSimpleName());
            return;
        }
        if (VALID.matcher(wireName).matches()) {
            return;
        }
        Optional<AnnotationMirror> annotation = annotation(record);
        if (annotation.isPresent()) {
            diagnostics.error(
                    Problem.WIRE_NAME_INVALID,
                    record,
                    annotation.get(),
                    Mirrors.value(annotation.get(), "value"),
                    wireName);
        } else {
            diagnostics.error(Problem.WIRE_NAME_INVALID, record, wireName);
        }
    }

    /** Converts {@code decimal-max} to {@code DecimalMax}. */
    static String camel(String kebab) {
        StringBuilder name = new StringBuilder();
        for (String word : kebab.split("-", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    /** Converts {@code TypingNow} to {@code typing-now}, and {@code HTMLPage} to {@code html-page}. */
    static String kebab(String simpleName) {
        return simpleName
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }
}
