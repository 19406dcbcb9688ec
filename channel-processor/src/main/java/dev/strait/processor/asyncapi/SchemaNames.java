package dev.strait.processor.asyncapi;

import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.Parts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The names of messages and schemas, of the characters that a document allows. */
final class SchemaNames {

    private static final Object ERROR = "$error";

    private final Set<String> toServer;
    private final Set<String> toClient;
    private final Set<String> takenByMessages = new HashSet<>();
    private final Set<String> takenBySchemas = new HashSet<>();
    /** By what it stands for, the name. */
    private final Map<Object, String> messageNames = new HashMap<>();

    private final Map<Object, String> schemaNames = new HashMap<>();

    private record Key(String id, boolean isSent) {}

    private record VariantKey(String union, String id, boolean isSent) {}

    private record AnswerKey(String ask, String id) {}

    SchemaNames(ChannelModel channel) {
        this.toServer = Parts.toServer(channel);
        this.toClient = Parts.toClient(channel);
    }

    boolean isSent(String id) {
        return toServer.contains(id);
    }

    boolean isReceived(String id) {
        return toClient.contains(id);
    }

    /** Returns the name of a record or union, as clients send or receive it. */
    String of(String id, boolean isSent) {
        boolean isBoth = isSent(id) && isReceived(id);
        return free(new Key(id, isSent), isBoth && isSent ? id + "Input" : id);
    }

    /** Returns the name of a variant of a union. */
    String ofVariant(String union, String id, boolean isSent) {
        return free(new VariantKey(union, id, isSent), of(union, isSent) + "." + id);
    }

    /** Returns the name of a message. */
    String ofMessage(String id, boolean isSent) {
        boolean isBoth = isSent(id) && isReceived(id);
        return ofMessage(new Key(id, isSent), isBoth && isSent ? id + "Input" : id);
    }

    /** Returns the name of the message that answers an ask. */
    String ofAnswer(String ask, String id) {
        return ofMessage(new AnswerKey(ask, id), id.startsWith(ask) ? id : ask + "." + id);
    }

    /** Returns the name of the message that refuses others. */
    String ofError() {
        return ofMessage(ERROR, "Error");
    }

    private String ofMessage(Object key, String wanted) {
        return free(key, wanted, messageNames, takenByMessages);
    }

    private String free(Object key, String wanted) {
        return free(key, wanted, schemaNames, takenBySchemas);
    }

    private static String free(Object key, String wanted, Map<Object, String> names, Set<String> taken) {
        return names.computeIfAbsent(key, unused -> {
            StringBuilder name = new StringBuilder(wanted.replaceAll("[^A-Za-z0-9._-]", "_"));
            while (!taken.add(name.toString())) {
                name.append('_');
            }
            return name.toString();
        });
    }
}
