package dev.strait.processor.parse;

import com.squareup.javapoet.ClassName;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.RoomModel;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/** Parses the room key. */
final class RoomParser {

    private final Registry registry;
    private final RecordParser records;

    RoomParser(Registry registry, RecordParser records) {
        this.registry = registry;
        this.records = records;
    }

    /** Returns the room key; empty if an error was reported. */
    Optional<RoomModel> parse(TypeElement room, TypeElement contract) {
        Diagnostics diagnostics = registry.diagnosticsFor(room, contract);
        if (room.getKind() != ElementKind.RECORD) {
            diagnostics.error(Problem.ROOM_NOT_RECORD, room, room.getSimpleName());
            return Optional.empty();
        }
        if (room.getRecordComponents().isEmpty()) {
            diagnostics.error(Problem.ROOM_WITHOUT_COMPONENTS, room, room.getSimpleName());
            return Optional.empty();
        }
        Optional<RecordModel> record = records.parse(room, contract);
        boolean isValid = record.isPresent();
        for (int i = 0; record.isPresent() && i < record.get().components().size(); i++) {
            isValid &= isSupported(
                    record.get().components().get(i),
                    room,
                    room.getRecordComponents().get(i),
                    diagnostics);
        }
        return isValid ? record.map(key -> new RoomModel(room, ClassName.get(room), key)) : Optional.empty();
    }

    private static boolean isSupported(
            ComponentModel component, TypeElement room, RecordComponentElement element, Diagnostics diagnostics) {
        Element field = ComponentParser.field(room, element);
        if (!component.isRequired()) {
            diagnostics.error(Problem.ROOM_COMPONENT_OPTIONAL, field, component.name());
            return false;
        }
        boolean isSupported = switch (component.type().kind()) {
            case STRING, BYTE, SHORT, INT, LONG, ENUM -> true;
            case TEXT -> component.type().reference().orElse("").equals("UUID");
            default -> false;
        };
        if (!isSupported) {
            diagnostics.error(
                    Problem.ROOM_COMPONENT_TYPE, field, component.name(), TypeParser.simple(element.asType()));
        }
        return isSupported;
    }
}
