package dev.strait.processor.parse;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.DirectionModel;
import dev.strait.processor.model.MessageModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads the policies of messages, and reports those that have no effect. */
final class Policies {

    private static final String ALLOW = "dev.strait.Allow";
    private static final String VOLATILE = "dev.strait.Volatile";

    private final Diagnostics diagnostics;

    Policies(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Returns the roles of which a client needs one to send a message; empty if every client may send it. */
    static List<String> roles(TypeElement message) {
        return Mirrors.find(message, ALLOW).map(Policies::roles).orElse(List.of());
    }

    private static List<String> roles(AnnotationMirror allow) {
        return Mirrors.values(allow, "roles").stream()
                .map(role -> role.getValue().toString())
                .distinct()
                .toList();
    }

    static boolean isVolatile(TypeElement message) {
        return Mirrors.find(message, VOLATILE).isPresent();
    }

    /** Checks the types of a contract. */
    void check(TypeElement contract, Optional<DirectionModel> toServer, Optional<DirectionModel> toClient) {
        Set<TypeElement> fromClients = records(toServer);
        Set<TypeElement> fromServer = records(toClient);
        checkNested(contract, fromClients, fromServer);
        toServer.stream().flatMap(direction -> direction.messages().stream()).forEach(this::checkMessage);
        toClient.stream().flatMap(direction -> direction.messages().stream()).forEach(this::checkMessage);
    }

    private static Set<TypeElement> records(Optional<DirectionModel> direction) {
        return direction.stream()
                .flatMap(messages -> messages.messages().stream())
                .map(MessageModel::origin)
                .collect(Collectors.toSet());
    }

    private void checkNested(TypeElement type, Set<TypeElement> fromClients, Set<TypeElement> fromServer) {
        if (!fromClients.contains(type)) {
            String advice = fromServer.contains(type)
                    ? "Clients do not send it. Remove the annotation."
                    : "Write it on a message that clients send.";
            reportIgnored(type, ALLOW, advice);
        }
        if (!fromClients.contains(type) && !fromServer.contains(type)) {
            reportIgnored(type, VOLATILE, "Write it on a message.");
        }
        for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
            checkNested(nested, fromClients, fromServer);
        }
    }

    private void reportIgnored(TypeElement type, String name, String advice) {
        Mirrors.find(type, name)
                .ifPresent(annotation -> diagnostics.error(
                        Problem.ANNOTATION_IGNORED,
                        type,
                        annotation,
                        Mirrors.simpleNameOf(annotation),
                        type.getSimpleName(),
                        advice));
    }

    private void checkMessage(MessageModel message) {
        Mirrors.find(message.origin(), ALLOW)
                .filter(allow ->
                        message.roles().isEmpty() || message.roles().stream().anyMatch(String::isBlank))
                .ifPresent(allow -> diagnostics.error(
                        Problem.ALLOW_WITHOUT_ROLES, message.position(), allow, message.simpleName()));
        Mirrors.find(message.origin(), VOLATILE)
                .filter(annotation -> message.isAsk())
                .ifPresent(annotation ->
                        diagnostics.error(Problem.VOLATILE_ASK, message.position(), annotation, message.simpleName()));
    }
}
