package dev.strait.processor.model;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/**
 * A contract that is right.
 *
 * @param origin the interface, for positions and as the origin of files
 * @param contract its name
 * @param isPublic whether everybody can reach it, and so what is generated from it
 * @param doc its description, empty where it has none
 * @param path where it is served
 * @param room its room key; rooms are plain strings without one
 * @param toServer what clients send, if they send
 * @param toClient what the server sends, if it does
 * @param records all records of both directions and of the room, each once
 * @param hasJakarta whether the Jakarta WebSocket API is there to generate for
 */
public record ChannelModel(
        TypeElement origin,
        ClassName contract,
        boolean isPublic,
        String doc,
        PathModel path,
        Optional<RoomModel> room,
        Optional<DirectionModel> toServer,
        Optional<DirectionModel> toClient,
        List<RecordModel> records,
        boolean hasJakarta) {

    /** Takes a copy of the list. */
    public ChannelModel {
        records = List.copyOf(records);
    }

    /** A generated type: {@code ChatHandler} for {@code Chat}, {@code Outer_ChatHandler} for {@code Outer.Chat}. */
    public ClassName generated(String suffix) {
        return ClassName.get(contract.packageName(), String.join("_", contract.simpleNames()) + suffix);
    }

    public boolean isPathBound() {
        return !path.variables().isEmpty();
    }

    public TypeName roomType() {
        return room.<TypeName>map(key -> key.record().type()).orElse(ClassName.get(String.class));
    }

    public TypeName toServerType() {
        return type(toServer);
    }

    public TypeName toClientType() {
        return type(toClient);
    }

    public List<MessageModel> toServerMessages() {
        return toServer.map(DirectionModel::messages).orElse(List.of());
    }

    public List<MessageModel> toClientMessages() {
        return toClient.map(DirectionModel::messages).orElse(List.of());
    }

    /** Whether a record is a message, or part of one; the room's key alone is not. */
    public boolean isOnWire(RecordModel record) {
        Set<String> reached = new HashSet<>();
        Stream.concat(toServerMessages().stream(), toClientMessages().stream())
                .forEach(message -> reach(message.record().id(), reached));
        return reached.contains(record.id());
    }

    private void reach(String id, Set<String> reached) {
        if (reached.add(id)) {
            records.stream()
                    .filter(record -> record.id().equals(id))
                    .flatMap(record -> record.components().stream())
                    .forEach(component -> reach(component.type(), reached));
        }
    }

    private void reach(TypeModel type, Set<String> reached) {
        if (type.kind() == TypeModel.Kind.RECORD) {
            type.reference().ifPresent(id -> reach(id, reached));
        }
        type.arguments().forEach(argument -> reach(argument, reached));
    }

    public boolean hasDeprecated() {
        return Stream.concat(toServerMessages().stream(), toClientMessages().stream())
                .anyMatch(MessageModel::isDeprecated);
    }

    /** Nothing can be of this type where there is no such direction. */
    private static TypeName type(Optional<DirectionModel> direction) {
        return direction.<TypeName>map(DirectionModel::type).orElse(ClassName.get(Void.class));
    }
}
