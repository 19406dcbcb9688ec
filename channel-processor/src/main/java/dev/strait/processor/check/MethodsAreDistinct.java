package dev.strait.processor.check;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.MessageModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** The methods that senders and handlers get from the messages are no keywords, and clash with no others. */
final class MethodsAreDistinct {

    /** Methods that a sender, its targets or every object has, with their parameters. */
    private static final Map<String, Set<List<String>>> TAKEN = Map.ofEntries(
            Map.entry("notify", Set.of(List.of())),
            Map.entry("notifyAll", Set.of(List.of())),
            Map.entry("getClass", Set.of(List.of())),
            Map.entry("hashCode", Set.of(List.of())),
            Map.entry("toString", Set.of(List.of())),
            Map.entry("clone", Set.of(List.of())),
            Map.entry("finalize", Set.of(List.of())),
            Map.entry("wait", Set.of(List.of(), List.of("long"), List.of("long", "int"))),
            // Java would take a call with one or none for the message's.
            Map.entry("except", Set.of(List.of("java.lang.String[]"), List.of("java.lang.String"), List.of())),
            Map.entry("exceptUsers", Set.of(List.of("java.lang.String[]"), List.of("java.lang.String"), List.of())),
            Map.entry("members", Set.of(List.of())),
            Map.entry("size", Set.of(List.of())),
            Map.entry("info", Set.of(List.of())),
            Map.entry("join", Set.of(List.of("java.lang.String"))),
            Map.entry("leave", Set.of(List.of("java.lang.String"))));

    private final Diagnostics diagnostics;

    MethodsAreDistinct(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(ChannelModel channel) {
        Map<String, MessageModel> senders = new HashMap<>();
        for (MessageModel message : channel.toClientMessages()) {
            if (message.isAsk()) {
                continue; // the sender has none for it
            }
            String method = message.senderMethod();
            boolean isTaken = SourceVersion.isKeyword(method)
                    || (isWhole(message) && TAKEN.getOrDefault(method, Set.of()).contains(parameters(message)))
                    || senders.putIfAbsent(method, message) != null;
            if (isTaken) {
                diagnostics.error(
                        Problem.SENDER_METHOD_CONFLICT,
                        message.place(),
                        method,
                        message.simpleName(),
                        message.wireName());
            }
        }
        Map<String, MessageModel> handlers = new HashMap<>();
        for (MessageModel message : channel.toServerMessages()) {
            MessageModel other = handlers.putIfAbsent(message.handlerMethod(), message);
            if (other != null) {
                diagnostics.error(
                        Problem.HANDLER_METHOD_CONFLICT,
                        message.place(),
                        message.handlerMethod(),
                        other.type().canonicalName(),
                        message.type().canonicalName());
            }
        }
    }

    /** Of a message that was refused, the components are not known. */
    private static boolean isWhole(MessageModel message) {
        return message.record().components().size()
                == message.origin().getRecordComponents().size();
    }

    private static List<String> parameters(MessageModel message) {
        return message.record().components().stream()
                .map(ComponentModel::type)
                .map(type -> type.name().toString())
                .toList();
    }
}
