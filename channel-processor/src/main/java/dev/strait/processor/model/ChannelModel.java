package dev.strait.processor.model;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
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
 * @param isStrict whether fields that nobody knows are refused from clients
 * @param records all records of both directions and of the room, each once
 * @param unions all sealed interfaces that stand in a record, each once
 * @param enums all enums in them, each once
 * @param isWhole whether none of it was refused, not even by the compiler alone
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
        boolean isStrict,
        List<RecordModel> records,
        List<UnionModel> unions,
        List<EnumModel> enums,
        boolean isWhole,
        boolean hasJakarta) {

    /** Takes copies of the lists. */
    public ChannelModel {
        records = List.copyOf(records);
        unions = List.copyOf(unions);
        enums = List.copyOf(enums);
    }

    /** A generated type: {@code ChatHandler} for {@code Chat}, {@code Outer_ChatHandler} for {@code Outer.Chat}. */
    public ClassName generated(String suffix) {
        return ClassName.get(contract.packageName(), String.join("_", contract.simpleNames()) + suffix);
    }

    public boolean isPathBound() {
        return !path.variables().isEmpty();
    }

    public TypeName roomType() {
        return room.<TypeName>map(RoomModel::type).orElse(ClassName.get(String.class));
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

    /** The record of an id. */
    public RecordModel record(String id) {
        return records.stream()
                .filter(record -> record.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id));
    }

    /** The union of an id. */
    public UnionModel union(String id) {
        return unions.stream()
                .filter(union -> union.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id));
    }

    /** Whether clients may ask the server. */
    public boolean asksServer() {
        return toServerMessages().stream().anyMatch(MessageModel::isAsk);
    }

    /** Whether the server may ask clients. */
    public boolean asksClients() {
        return toClientMessages().stream().anyMatch(MessageModel::isAsk);
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
