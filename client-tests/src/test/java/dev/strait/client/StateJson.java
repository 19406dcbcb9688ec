package dev.strait.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/** States as the scenarios write them. */
final class StateJson {

    private StateJson() {}

    static JsonNode of(ClientState state) {
        ObjectNode node = node(state);
        if (state instanceof ClientState.Connecting connecting) {
            node.put("attempt", connecting.attempt());
        } else if (state instanceof ClientState.Open open) {
            node.put("id", open.connectionId()).put("stale", open.isStale());
            open.user().ifPresent(user -> node.put("user", user));
        } else if (state instanceof ClientState.Waiting waiting) {
            node.put("attempt", waiting.attempt())
                    .put("retryMs", (int) waiting.retryAfter().toMillis());
            node.set("reason", reason(waiting.reason()));
        } else if (state instanceof ClientState.Closed closed) {
            node.set("reason", reason(closed.reason()));
        }
        return node;
    }

    static JsonNode of(RoomState state) {
        ObjectNode node = node(state);
        if (state instanceof RoomState.Refused refused) {
            node.set("error", error(refused.error()));
        }
        return node;
    }

    private static ObjectNode node(Object state) {
        String status = state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return JsonNodeFactory.instance.objectNode().put("status", status);
    }

    private static ObjectNode reason(ClientState.Reason reason) {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("code", reason.code()).put("reason", reason.text());
        Optional<ClientException> ofServer =
                reason.error().filter(ClientException.class::isInstance).map(ClientException.class::cast);
        ofServer.ifPresent(error -> node.set("error", error(error)));
        return node;
    }

    static ObjectNode error(ClientException error) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("code", error.code())
                .put("message", error.getMessage())
                .put("sent", error.isSent());
        error.retryAfter().ifPresent(delay -> node.put("retryMs", (int) delay.toMillis()));
        return node;
    }
}
