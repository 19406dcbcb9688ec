package dev.strait.processor.parse;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** What a record is called on the wire. */
final class WireNames {

    private static final String TYPE = "dev.strait.Type";
    private static final String JACKSON_TYPE_NAME = "com.fasterxml.jackson.annotation.JsonTypeName";
    private static final Pattern RIGHT = Pattern.compile("[^$\\p{Cntrl}][^\\p{Cntrl}]{0,63}");

    private WireNames() {}

    /** By {@code @Type}, else by Jackson's own annotation, else the simple name in kebab-case. */
    static String of(TypeElement record) {
        return pinned(record)
                .map(type -> Mirrors.string(type, "value"))
                .orElseGet(() -> kebab(record.getSimpleName().toString()));
    }

    /** An answer's name has its ask's before it, unless it was pinned. */
    static String ofAnswer(TypeElement record, String ask) {
        return pinned(record).isPresent()
                ? of(record)
                : ask + "." + kebab(record.getSimpleName().toString());
    }

    /** The annotation that says it. */
    private static Optional<AnnotationMirror> pinned(TypeElement record) {
        return Mirrors.find(record, TYPE)
                .or(() -> Mirrors.find(record, JACKSON_TYPE_NAME)
                        .filter(type -> !Mirrors.string(type, "value").isEmpty()));
    }

    static void check(String wireName, TypeElement record, Diagnostics diagnostics) {
        if (RIGHT.matcher(wireName).matches()) {
            return;
        }
        Optional<AnnotationMirror> pinned = pinned(record);
        if (pinned.isPresent()) {
            diagnostics.error(
                    Problem.WIRE_NAME_INVALID, record, pinned.get(), Mirrors.value(pinned.get(), "value"), wireName);
        } else {
            diagnostics.error(Problem.WIRE_NAME_INVALID, record, wireName);
        }
    }

    /** {@code TypingNow} is {@code typing-now}, {@code HTMLPage} is {@code html-page}. */
    static String kebab(String simpleName) {
        return simpleName
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }
}
