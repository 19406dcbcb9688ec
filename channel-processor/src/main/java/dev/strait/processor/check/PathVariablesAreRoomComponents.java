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
        RoomModel room = channel.room().orElseThrow(); // otherwise an error was reported before
        List<String> components =
                room.record().components().stream().map(ComponentModel::name).toList();
        List<String> unknown =
                variables.stream().filter(name -> !components.contains(name)).toList();
        List<String> missing =
                components.stream().filter(name -> !variables.contains(name)).toList();
        boolean isOneMisnamed = unknown.size() == 1 && missing.size() == 1;
        for (String variable : unknown) {
            Optional<String> meant = isOneMisnamed ? Optional.of(missing.get(0)) : NearestName.of(variable, components);
            String cure = meant.map(name -> "Did you mean {" + name + "}?")
                    .orElse("Add it to the record, or remove it from the path.");
            diagnostics.error(
                    Problem.PATH_VARIABLE_UNKNOWN,
                    channel.origin(),
                    variable,
                    room.type().simpleName(),
                    cure);
        }
        for (String component : isOneMisnamed ? List.<String>of() : missing) {
            diagnostics.error(
                    Problem.ROOM_COMPONENT_NOT_IN_PATH,
                    room.origin(),
                    component,
                    channel.path().template());
        }
    }
}
