package dev.strait.processor.contract;

import dev.strait.processor.model.ChannelModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A contract as it appears on the wire.
 *
 * @param channel the qualified name of the contract
 * @param path the path of the channel
 * @param isStrict whether unknown fields from clients are rejected
 * @param hasRooms whether the channel has rooms
 * @param room the components of the room key in order; empty if rooms are plain strings
 * @param toServer the messages from clients, by wire name
 * @param toClient the messages from the server, by wire name
 * @param records the fields of each record by JSON name, by record
 * @param unions the records of each union by wire name, by union
 * @param discriminators the property that tells records apart, where it is not {@code type}: of a direction, of the answer
 *     to a message (such as {@code toServer bid}), or of a union
 * @param enums the constants of each enum, by enum
 * @param accepted the breaking changes that were accepted, in order
 */
public record ContractShape(
        String channel,
        String path,
        boolean isStrict,
        boolean hasRooms,
        List<FieldShape> room,
        Map<String, MessageShape> toServer,
        Map<String, MessageShape> toClient,
        Map<String, Map<String, FieldShape>> records,
        Map<String, Map<String, String>> unions,
        Map<String, String> discriminators,
        Map<String, Set<String>> enums,
        List<String> accepted) {

    /** Copies the maps into alphabetical order. */
    public ContractShape {
        room = List.copyOf(room);
        toServer = new TreeMap<>(toServer);
        toClient = new TreeMap<>(toClient);
        records = new TreeMap<>(records);
        unions = new TreeMap<>(unions);
        discriminators = new TreeMap<>(discriminators);
        enums = new TreeMap<>(enums);
        accepted = List.copyOf(accepted);
    }

    /** Returns the property that tells the records of a direction, an answer or a union apart. */
    String discriminatorOf(String name) {
        return discriminators.getOrDefault(name, ChannelModel.DEFAULT_DISCRIMINATOR);
    }

    /** Returns the same contract with a list of accepted changes. */
    public ContractShape accepting(List<String> changes) {
        return new ContractShape(
                channel,
                path,
                isStrict,
                hasRooms,
                room,
                toServer,
                toClient,
                records,
                unions,
                discriminators,
                enums,
                changes);
    }
}
