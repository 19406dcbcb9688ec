package dev.strait.processor.check;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.NearestName;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.RoomModel;
import java.util.List;
import java.util.Optional;

/** If a path has variables, they must be exactly the components of the room key. */
final class PathVariablesAreRoomComponents {

    private final Diagnostics diagnostics;

    PathVariablesAreRoomComponents(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(ChannelModel channel) {
        List<String> variables = channel.path().variables();
        if (variables.isEmpty()) {
            return;
        }
        Optional<RoomModel> room = channel.room();
        if (room.isEmpty()) {
            diagnostics.error(
                    Problem.PATH_NEEDS_ROOM,
                    channel.origin(),
                    variables.get(0),
                    channel.contract().simpleName());
            return;
        }
        List<String> components = room.get().record().components().stream()
                .map(ComponentModel::name)
                .toList();
        for (String variable : variables) {
            if (!components.contains(variable)) {
                String cure = NearestName.of(variable, components)
                        .map(name -> "Did you mean {" + name + "}?")
                        .orElse("Add it to the record, or remove it from the path.");
                diagnostics.error(
                        Problem.PATH_VARIABLE_UNKNOWN,
                        channel.origin(),
                        variable,
                        room.get().type().simpleName(),
                        cure);
            }
        }
        for (String component : components) {
            if (!variables.contains(component)) {
                diagnostics.error(
                        Problem.ROOM_COMPONENT_NOT_IN_PATH,
                        room.get().origin(),
                        component,
                        channel.path().template());
            }
        }
    }
}
