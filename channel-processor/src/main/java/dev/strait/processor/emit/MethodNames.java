package dev.strait.processor.emit;

import com.squareup.javapoet.NameAllocator;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.MessageModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The names behind {@code read}, {@code write} and {@code isInvalid} of a codec's methods: a record's own, and for each
 * container one from its record and component, such as {@code SayTags}.
 */
final class MethodNames {

    /** A list, set, array or map somewhere in a record. */
    record Container(String id, TypeModel type) {}

    private final NameAllocator allocator = new NameAllocator();
    /** By place: the same type has a method of its own wherever it stands. */
    private final IdentityHashMap<TypeModel, String> ids = new IdentityHashMap<>();

    private final Map<String, List<Container>> byRecord = new HashMap<>();
    /** By the record of an ask. */
    private final Map<String, String> answers = new HashMap<>();

    MethodNames(ChannelModel channel) {
        channel.records().forEach(record -> allocator.newName(record.id()));
        channel.unions().forEach(union -> allocator.newName(union.id()));
        // The codec's own: readToServer, writeToServer and so on.
        List.of("ToServer", "ToClient", "AnswerToServer", "AnswerToClient").forEach(allocator::newName);
        Stream.concat(channel.toServerMessages().stream(), channel.toClientMessages().stream())
                .filter(MessageModel::isAsk)
                .map(message -> message.record().id())
                .distinct()
                .forEach(id -> answers.put(id, allocator.newName("AnswerOf" + id)));
        for (RecordModel record : channel.records()) {
            List<Container> found = new ArrayList<>();
            for (ComponentModel component : record.components()) {
                String name = component.name();
                String id = record.id() + Character.toUpperCase(name.charAt(0)) + name.substring(1);
                collect(component.type(), id, found);
            }
            byRecord.put(record.id(), found);
        }
    }

    private void collect(TypeModel type, String id, List<Container> found) {
        if (type.kind().isContainer() && !ids.containsKey(type)) {
            String free = allocator.newName(id);
            ids.put(type, free);
            found.add(new Container(free, type));
            collect(type.argument(), id + "Item", found);
        } else if (type.kind() == Kind.OPTIONAL) {
            collect(type.argument(), id, found);
        }
    }

    /** The containers of a record, outermost first. */
    List<Container> of(RecordModel record) {
        return Objects.requireNonNull(byRecord.get(record.id()));
    }

    String answerOf(MessageModel ask) {
        return Objects.requireNonNull(answers.get(ask.record().id()));
    }

    String of(TypeModel container) {
        return Objects.requireNonNull(ids.get(container));
    }
}
