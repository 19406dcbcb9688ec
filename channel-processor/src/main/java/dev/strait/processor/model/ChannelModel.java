package dev.strait.processor.model;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * A contract.
 *
 * @param origin the interface, as the position of diagnostics and the originating element of generated files
 * @param contract the name of the interface
 * @param isPublic whether the interface is public, and thus the generated types are
 * @param doc the description; empty if there is none
 * @param path the path of the channel
 * @param hasRooms whether the channel has rooms
 * @param room the room key; without one, rooms are plain strings
 * @param toServer the messages that clients send, if any
 * @param toClient the messages that the server sends, if any
 * @param isStrict whether unknown fields from clients are rejected
 * @param records all records of both directions and of the room key
 * @param unions all sealed interfaces that records contain
 * @param enums all enums that records contain
 * @param isComplete whether nothing was left out because of an error, be it one of Strait or of the compiler
 * @param hasJakarta whether the Jakarta WebSocket API is on the class path
 * @param hasClient whether Strait's module for clients is on the class path
 * @param hasTestKit whether Strait's module for tests is on the class path
 */
public record ChannelModel(
        TypeElement origin,
        ClassName contract,
        boolean isPublic,
        String doc,
        PathModel path,
        boolean hasRooms,
        Optional<RoomModel> room,
        Optional<DirectionModel> toServer,
        Optional<DirectionModel> toClient,
        boolean isStrict,
        List<RecordModel> records,
        List<UnionModel> unions,
        List<EnumModel> enums,
        boolean isComplete,
        boolean hasJakarta,
        boolean hasClient,
        boolean hasTestKit) {

    /** The property that tells records apart where no annotation names another; frames of the protocol always have it. */
    public static final String DEFAULT_DISCRIMINATOR = "type";

    public ChannelModel {
        records = List.copyOf(records);
        unions = List.copyOf(unions);
        enums = List.copyOf(enums);
    }

    /** Returns the same contract with another originating element, for files that are generated in a later compilation. */
    public ChannelModel generatedFor(TypeElement element) {
        return new ChannelModel(
                element,
                contract,
                isPublic,
                doc,
                path,
                hasRooms,
                room,
                toServer,
                toClient,
                isStrict,
                records,
                unions,
                enums,
                isComplete,
                hasJakarta,
                hasClient,
                hasTestKit);
    }

    /**
     * Returns the name of a generated type. {@code Chat} becomes {@code ChatHandler}, and {@code Outer.Chat} becomes
     * {@code Outer_ChatHandler}.
     */
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

    /** Returns the property that names a client's message. */
    public String toServerDiscriminator() {
        return toServer.map(DirectionModel::discriminator).orElse(DEFAULT_DISCRIMINATOR);
    }

    /** Returns the property that names a message of the server. */
    public String toClientDiscriminator() {
        return toClient.map(DirectionModel::discriminator).orElse(DEFAULT_DISCRIMINATOR);
    }

    public RecordModel record(String id) {
        return records.stream()
                .filter(record -> record.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No record has the id " + id));
    }

    public UnionModel union(String id) {
        return unions.stream()
                .filter(union -> union.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No union has the id " + id));
    }

    /** Returns whether clients can ask the server. */
    public boolean asksServer() {
        return toServerMessages().stream().anyMatch(MessageModel::isAsk);
    }

    /** Returns whether the server can ask clients. */
    public boolean asksClients() {
        return toClientMessages().stream().anyMatch(MessageModel::isAsk);
    }

    /** Returns {@code Void} for a direction without messages. */
    private static TypeName type(Optional<DirectionModel> direction) {
        return direction.<TypeName>map(DirectionModel::type).orElse(ClassName.get(Void.class));
    }
}
