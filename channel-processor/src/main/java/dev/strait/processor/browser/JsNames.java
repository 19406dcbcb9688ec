package dev.strait.processor.browser;

import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.MessageModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.UnionModel;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The names that the module of a channel declares, beside those of its records. */
final class JsNames {

    /** Members of connections and rooms, which a method of a message must not replace. */
    private static final Set<String> MEMBERS = Set.of(
            "answer",
            "close",
            "constructor",
            "hasOwnProperty",
            "join",
            "leave",
            "messages",
            "name",
            "next",
            "on",
            "onDropped",
            "onError",
            "onUnknown",
            "open",
            "ready",
            "reauthenticate",
            "retain",
            "room",
            "state",
            "subscribe",
            "toJSON",
            "then", // await would call it
            "toString",
            "valueOf",
            "wake");

    /** ECMAScript 2024, 12.7.2, with the names that modules reserve and that Java allows for records. */
    private static final Set<String> RESERVED = Set.of(
            "arguments",
            "await",
            "debugger",
            "delete",
            "eval",
            "export",
            "function",
            "in",
            "let",
            "typeof",
            "var",
            "with",
            "yield");

    private final ChannelModel channel;

    JsNames(ChannelModel channel) {
        this.channel = channel;
    }

    /** Returns the names of the module's own exports and types, which a record must not have. */
    List<String> own() {
        return List.of(connection(), room(), connect(), "RoomKey", "ToClient", "ToServer", "Messages");
    }

    /** Returns whether a record of this name can be declared. */
    private static boolean isAllowed(String record) {
        return !RESERVED.contains(record)
                && !record.startsWith("$") // the module's own names do
                && record.codePoints().allMatch(JsNames::isPart);
    }

    /** Java allows more, such as currency symbols. */
    private static boolean isPart(int point) {
        return point == '$' || (Character.isUnicodeIdentifierPart(point) && !Character.isIdentifierIgnorable(point));
    }

    /**
     * Returns a record or union whose name cannot be declared in JavaScript, or is taken; empty if all names are possible.
     */
    static Optional<String> conflict(ChannelModel channel) {
        Travel travel = new Travel(channel);
        List<String> ids = Stream.concat(
                        channel.records().stream().map(RecordModel::id),
                        channel.unions().stream().map(UnionModel::id))
                .filter(id -> travel.isSent(id) || travel.isReceived(id))
                .toList();
        Set<String> taken = new HashSet<>(new JsNames(channel).own());
        channel.toServerMessages().stream()
                .filter(message -> message.answer()
                        .filter(answer -> answer.variants().size() > 1)
                        .isPresent())
                .forEach(message -> taken.add(message.simpleName() + "Outcome"));
        ids.stream()
                .map(travel::sentName)
                .filter(name -> name.endsWith("Input"))
                .forEach(name -> {
                    if (ids.contains(name)) {
                        taken.add(name);
                    }
                });
        Set<String> methods = new HashSet<>();
        Stream<String> sameMethods = channel.toServerMessages().stream()
                .filter(message -> !methods.add(method(message)))
                .map(MessageModel::simpleName);
        return Stream.concat(ids.stream().filter(id -> !isAllowed(id) || taken.contains(id)), sameMethods)
                .findFirst();
    }

    String connection() {
        return simpleName() + "Connection";
    }

    String room() {
        return simpleName() + "Room";
    }

    String connect() {
        return "connect" + simpleName();
    }

    String hook() {
        return "use" + simpleName();
    }

    String roomHook() {
        return hook() + "Room";
    }

    /** Returns the name of the constant that describes the channel. No record begins with a dollar sign. */
    String constant() {
        return "$" + simpleName().substring(0, 1).toLowerCase(Locale.ROOT)
                + simpleName().substring(1);
    }

    /** Returns the name of the function that marks what is not listed in a record or union. */
    static String marker(String id) {
        return "$mark" + id;
    }

    /** Returns the method that sends a message. */
    static String method(MessageModel message) {
        String name = message.senderMethod();
        return MEMBERS.contains(name) ? "send" + message.simpleName() : name;
    }

    private String simpleName() {
        return String.join("_", channel.contract().simpleNames());
    }
}
