package dev.strait.processor.parse;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.PathModel;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** Reports whatever names a room in a contract with {@code rooms = false}. */
final class ChannelsWithoutRooms {

    private final Diagnostics diagnostics;
    private final Registry registry;

    ChannelsWithoutRooms(Diagnostics diagnostics, Registry registry) {
        this.diagnostics = diagnostics;
        this.registry = registry;
    }

    void check(TypeElement contract, AnnotationMirror channel, Optional<PathModel> path) {
        path.map(PathModel::variables).filter(variables -> !variables.isEmpty()).ifPresent(variables -> {
            String reason = "its path has the variable {" + variables.get(0) + "}";
            report(contract, channel, Mirrors.value(channel, "value"), reason, "the variable");
        });
        AnnotationValue room = Mirrors.value(channel, "room");
        if (room.getValue() instanceof DeclaredType type) {
            String name = type.asElement().getSimpleName().toString();
            report(contract, channel, room, "it names the room key " + name, "room = " + name + ".class");
            return;
        }
        for (TypeElement nested : ElementFilter.typesIn(contract.getEnclosedElements())) {
            boolean isKey = nested.getSimpleName().contentEquals("Room")
                    && nested.getKind() == ElementKind.RECORD
                    && !registry.isUsed(nested); // a message may have this name
            if (isKey) {
                diagnostics.error(
                        Problem.ROOMS_DISABLED,
                        nested,
                        contract.getSimpleName(),
                        "it declares the room key Room",
                        "the record");
            }
        }
    }

    private void report(
            TypeElement contract, AnnotationMirror channel, AnnotationValue value, String reason, String cause) {
        diagnostics.error(Problem.ROOMS_DISABLED, contract, channel, value, contract.getSimpleName(), reason, cause);
    }
}
