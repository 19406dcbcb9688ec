package dev.strait.processor.parse;

import com.google.auto.common.MoreTypes;
import com.squareup.javapoet.ClassName;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.DirectionModel;
import dev.strait.processor.model.MessageModel;
import dev.strait.processor.model.RecordModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Reads one direction: a sealed interface and the records that it permits. */
final class DirectionParser {

    private static final String ASK = "dev.strait.Ask";
    private static final String TYPE = "dev.strait.Type";
    private static final String JACKSON_TYPE_NAME = "com.fasterxml.jackson.annotation.JsonTypeName";
    private static final Pattern WIRE_NAME = Pattern.compile("[^$\\p{Cntrl}][^\\p{Cntrl}]{0,63}");

    private final Diagnostics diagnostics;
    private final Elements elements;
    private final RecordParser records;

    DirectionParser(Diagnostics diagnostics, Elements elements, RecordParser records) {
        this.diagnostics = diagnostics;
        this.elements = elements;
        this.records = records;
    }

    /** Empty where the interface was refused. Of a message that was refused only the names are right. */
    Optional<DirectionModel> parse(TypeElement direction) {
        if (direction.getKind() != ElementKind.INTERFACE
                || !direction.getModifiers().contains(Modifier.SEALED)) {
            diagnostics.error(Problem.DIRECTION_NOT_SEALED, direction, direction.getSimpleName());
            return Optional.empty();
        }
        Set<TypeElement> found = new LinkedHashSet<>();
        collect(direction, direction, found);
        List<MessageModel> messages = new ArrayList<>();
        for (TypeElement message : found) {
            messages.add(message(message));
        }
        return Optional.of(new DirectionModel(ClassName.get(direction), messages));
    }

    private void collect(TypeElement sealed, TypeElement direction, Set<TypeElement> found) {
        for (TypeMirror permitted : sealed.getPermittedSubclasses()) {
            TypeElement type = MoreTypes.asTypeElement(permitted);
            if (type.getKind() == ElementKind.RECORD) {
                found.add(type);
            } else if (type.getKind() == ElementKind.INTERFACE
                    && type.getModifiers().contains(Modifier.SEALED)) {
                collect(type, direction, found);
            } else {
                diagnostics.error(Problem.MESSAGE_NOT_RECORD, type, type.getSimpleName(), direction.getSimpleName());
            }
        }
    }

    private MessageModel message(TypeElement message) {
        if (isAsk(message)) {
            diagnostics.error(Problem.ASK_NOT_YET, message, message.getSimpleName());
        }
        Optional<AnnotationMirror> pinned = Mirrors.find(message, TYPE)
                .or(() -> Mirrors.find(message, JACKSON_TYPE_NAME)
                        .filter(type -> !Mirrors.string(type, "value").isEmpty()));
        String wireName = pinned.map(type -> Mirrors.string(type, "value"))
                .orElseGet(() -> kebab(message.getSimpleName().toString()));
        if (!WIRE_NAME.matcher(wireName).matches()) {
            reserved(message, pinned, wireName);
        }
        ClassName type = ClassName.get(message);
        RecordModel record =
                records.parse(message, message).orElse(new RecordModel(type, type.simpleName(), List.of(), false));
        boolean isDeprecated = message.getAnnotation(Deprecated.class) != null;
        return new MessageModel(message, record, wireName, Mirrors.doc(elements, message), isDeprecated);
    }

    private static boolean isAsk(TypeElement type) {
        return type.getQualifiedName().contentEquals(ASK)
                || type.getInterfaces().stream().map(MoreTypes::asTypeElement).anyMatch(DirectionParser::isAsk);
    }

    private void reserved(Element message, Optional<AnnotationMirror> pinned, String wireName) {
        if (pinned.isPresent()) {
            diagnostics.error(
                    Problem.WIRE_NAME_RESERVED, message, pinned.get(), Mirrors.value(pinned.get(), "value"), wireName);
        } else {
            diagnostics.error(Problem.WIRE_NAME_RESERVED, message, wireName);
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
