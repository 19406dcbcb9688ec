package dev.strait.processor.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Collects the ids of all records and unions that are reachable from messages or components. */
public final class Parts {

    private final Map<String, RecordModel> records = new HashMap<>();
    private final Map<String, UnionModel> unions = new HashMap<>();
    private final Set<String> found = new LinkedHashSet<>();

    private Parts(ChannelModel channel) {
        channel.records().forEach(record -> records.put(record.id(), record));
        channel.unions().forEach(union -> unions.put(union.id(), union));
    }

    /** Returns what messages and answers contain. The room key counts only if a message contains it, too. */
    public static Set<String> onWire(ChannelModel channel) {
        Parts parts = new Parts(channel);
        parts.addMessages(channel.toServerMessages());
        parts.addMessages(channel.toClientMessages());
        channel.toServerMessages().forEach(parts::addAnswer);
        channel.toClientMessages().forEach(parts::addAnswer);
        return parts.found;
    }

    /** Returns what a component contains. */
    public static Set<String> of(ChannelModel channel, ComponentModel component) {
        Parts parts = new Parts(channel);
        parts.add(component.type());
        return parts.found;
    }

    /** Returns what clients send: their messages and their answers. */
    public static Set<String> toServer(ChannelModel channel) {
        Parts parts = new Parts(channel);
        parts.addMessages(channel.toServerMessages());
        channel.toClientMessages().forEach(parts::addAnswer);
        return parts.found;
    }

    /** Returns what clients receive: the messages of the server and its answers. */
    public static Set<String> toClient(ChannelModel channel) {
        Parts parts = new Parts(channel);
        parts.addMessages(channel.toClientMessages());
        channel.toServerMessages().forEach(parts::addAnswer);
        return parts.found;
    }

    private void addMessages(Collection<MessageModel> messages) {
        messages.forEach(message -> add(message.record().id()));
    }

    private void addAnswer(MessageModel message) {
        message.answer().ifPresent(answer -> answer.variants().forEach(variant -> add(variant.record())));
    }

    private void add(String id) {
        if (!found.add(id)) {
            return;
        }
        RecordModel record = records.get(id);
        if (record != null) {
            record.components().forEach(component -> add(component.type()));
        }
        UnionModel union = unions.get(id);
        if (union != null) {
            union.variants().forEach(variant -> add(variant.record()));
        }
    }

    private void add(TypeModel type) {
        if (type.kind() == TypeModel.Kind.RECORD || type.kind() == TypeModel.Kind.UNION) {
            type.reference().ifPresent(this::add);
        }
        type.arguments().forEach(this::add);
    }
}
