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

/** The methods that are generated for messages must not be keywords or conflict with other methods. */
final class MethodsAreDistinct {

    /** With varargs, javac would resolve calls with one argument or none to the method of the message. */
    private static final Set<List<String>> EXCEPTIONS = Set.of(
            List.of("java.util.Collection<java.lang.String>"),
            List.of("java.lang.String[]"),
            List.of("java.lang.String"),
            List.of());

    /** The methods of senders, their targets and Object, with their parameter types. */
    private static final Map<String, Set<List<String>>> RESERVED = Map.ofEntries(
            Map.entry("notify", Set.of(List.of())),
            Map.entry("notifyAll", Set.of(List.of())),
            Map.entry("getClass", Set.of(List.of())),
            Map.entry("hashCode", Set.of(List.of())),
            Map.entry("toString", Set.of(List.of())),
            Map.entry("clone", Set.of(List.of())),
            Map.entry("finalize", Set.of(List.of())),
            Map.entry("wait", Set.of(List.of(), List.of("long"), List.of("long", "int"))),
            Map.entry("except", EXCEPTIONS),
            Map.entry("exceptUsers", EXCEPTIONS),
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
                continue; // asks have no sender method
            }
            String method = message.senderMethod();
            boolean isConflict = SourceVersion.isKeyword(method)
                    || (isComplete(message)
                            && RESERVED.getOrDefault(method, Set.of()).contains(parameters(message)))
                    || senders.putIfAbsent(method, message) != null;
            if (isConflict) {
                diagnostics.error(
                        Problem.SENDER_METHOD_CONFLICT,
                        message.position(),
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
                        message.position(),
                        message.handlerMethod(),
                        other.type().canonicalName(),
                        message.type().canonicalName(),
                        other.wireName().equals(message.wireName())
                                ? ""
                                : ", and keep its wire name with @Type(\"" + message.wireName() + "\")");
            }
        }
    }

    /** Returns whether the components of the message are known. */
    private static boolean isComplete(MessageModel message) {
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
