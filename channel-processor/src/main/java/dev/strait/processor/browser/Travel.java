package dev.strait.processor.browser;

import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.MessageModel;
import dev.strait.processor.model.Parts;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import dev.strait.processor.model.UnionModel;
import dev.strait.processor.model.VariantModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which records and unions clients send and receive, and where the two forms differ. */
final class Travel {

    private final ChannelModel channel;
    private final Set<String> sent;
    private final Set<String> received;
    private final Set<String> clientMessages;
    private final Set<String> differing = new HashSet<>();
    private final Set<String> marked = new HashSet<>();

    Travel(ChannelModel channel) {
        this.channel = channel;
        this.sent = Parts.toServer(channel);
        this.received = Parts.toClient(channel);
        this.clientMessages = channel.toServerMessages().stream()
                .map(message -> message.record().id())
                .collect(Collectors.toSet());
        boolean isChanged = true;
        while (isChanged) {
            isChanged = false;
            for (RecordModel record : channel.records()) {
                isChanged |= isDiffering(record) && differing.add(record.id());
                isChanged |= record.components().stream().anyMatch(each -> holdsMarked(each.type()))
                        && marked.add(record.id());
            }
            for (UnionModel union : channel.unions()) {
                isChanged |= differing.add(union.id());
                isChanged |= marked.add(union.id());
            }
        }
    }

    private boolean isDiffering(RecordModel record) {
        return record.components().stream()
                .anyMatch(component -> !component.isRequired() || isDiffering(component.type()));
    }

    private boolean isDiffering(TypeModel type) {
        return type.kind() == Kind.ENUM
                || type.reference().map(differing::contains).orElse(false)
                || type.arguments().stream().anyMatch(this::isDiffering);
    }

    private boolean holdsMarked(TypeModel type) {
        return type.reference().map(marked::contains).orElse(false)
                || type.arguments().stream().anyMatch(this::holdsMarked);
    }

    boolean isSent(String id) {
        return sent.contains(id);
    }

    boolean isReceived(String id) {
        return received.contains(id);
    }

    /** Whether received values of a record or union may hold variants that are not listed. */
    boolean isMarked(String id) {
        return marked.contains(id);
    }

    /** Returns the name of the type of a record or union as clients send it. */
    String sentName(String id) {
        boolean isMessageOfBoth = clientMessages.contains(id) && isReceived(id);
        return isReceived(id) && (isMessageOfBoth || differing.contains(id)) ? id + "Input" : id;
    }

    /** Whether both forms of a record or union have the same type. */
    boolean isSame(String id) {
        return isSent(id) && isReceived(id) && sentName(id).equals(id);
    }

    /** Returns the records that clients send, and the unions, each after those that it refers to if that is possible. */
    List<String> sentInOrder() {
        Set<String> ordered = new LinkedHashSet<>();
        Set<String> begun = new HashSet<>();
        Stream.concat(
                        channel.records().stream().map(RecordModel::id),
                        channel.unions().stream().map(UnionModel::id))
                .filter(this::isSent)
                .forEach(id -> order(id, begun, ordered));
        return new ArrayList<>(ordered);
    }

    private void order(String id, Set<String> begun, Set<String> ordered) {
        if (!begun.add(id)) {
            return;
        }
        channel.records().stream()
                .filter(record -> record.id().equals(id))
                .flatMap(record -> record.components().stream())
                .map(ComponentModel::type)
                .forEach(type -> order(type, begun, ordered));
        channel.unions().stream()
                .filter(union -> union.id().equals(id))
                .flatMap(union -> union.variants().stream())
                .map(VariantModel::record)
                .forEach(variant -> order(variant, begun, ordered));
        ordered.add(id);
    }

    private void order(TypeModel type, Set<String> begun, Set<String> ordered) {
        if (type.kind() == Kind.RECORD || type.kind() == Kind.UNION) {
            order(type.reference().orElseThrow(), begun, ordered);
        }
        type.arguments().forEach(argument -> order(argument, begun, ordered));
    }

    /** Returns the messages of the server that are not asks: clients listen to these. */
    List<MessageModel> events() {
        return channel.toClientMessages().stream()
                .filter(message -> !message.isAsk())
                .toList();
    }

    /** Returns the asks of the server: clients answer these. */
    List<MessageModel> asks() {
        return channel.toClientMessages().stream().filter(MessageModel::isAsk).toList();
    }
}
