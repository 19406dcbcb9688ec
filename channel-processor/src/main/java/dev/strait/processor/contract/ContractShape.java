package dev.strait.processor.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that counts on the wire of one contract.
 *
 * @param channel its qualified name
 * @param path where it is served
 * @param isStrict whether unknown fields are refused from clients
 * @param room the key of rooms, in the order of its components; empty where rooms are plain strings
 * @param toServer by name
 * @param toClient by name
 * @param records by name, the fields by theirs
 * @param unions by name, the records by theirs on the wire
 * @param enums by name
 * @param accepted breaking changes that were accepted, in their order
 */
public record ContractShape(
        String channel,
        String path,
        boolean isStrict,
        List<FieldShape> room,
        Map<String, MessageShape> toServer,
        Map<String, MessageShape> toClient,
        Map<String, Map<String, FieldShape>> records,
        Map<String, Map<String, String>> unions,
        Map<String, Set<String>> enums,
        List<String> accepted) {

    /** Takes copies, in the order of names. */
    public ContractShape {
        room = List.copyOf(room);
        toServer = new TreeMap<>(toServer);
        toClient = new TreeMap<>(toClient);
        records = new TreeMap<>(records);
        unions = new TreeMap<>(unions);
        enums = new TreeMap<>(enums);
        accepted = List.copyOf(accepted);
    }

    /** The same with what was accepted. */
    public ContractShape accepting(List<String> changes) {
        return new ContractShape(channel, path, isStrict, room, toServer, toClient, records, unions, enums, changes);
    }
}
