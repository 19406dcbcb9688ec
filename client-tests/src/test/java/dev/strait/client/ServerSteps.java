package dev.strait.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.client.World.FakeSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The steps of the scenarios that are about the server. */
final class ServerSteps {

    private final Steps steps;
    private final Bindings bindings = new Bindings();
    private FakeSocket socket;
    private FakeSocket old;
    private int seen;
    private String fingerprint = "";

    ServerSteps(Steps steps) {
        this.steps = steps;
    }

    /** Runs a step, if it is one of these. */
    boolean run(String verb, List<JsonNode> values) {
        switch (verb) {
            case "connects" -> connects(values);
            case "connectsNot" -> assertThat(steps.world.sockets).hasSize(seen);
            case "accepts" -> accepts();
            case "refuses" -> socket.events.failed(new IOException("refused"));
            case "refusesWith" -> refusesWith(values);
            case "ready" -> ready(values);
            case "opens" -> opens(values);
            case "opensLast" -> {
                seen = steps.world.sockets.size() - 1;
                opens(values);
            }
            case "serves" -> serves(values.get(0));
            case "servesText" -> socket.events.text(values.get(0).asText());
            case "servesOld" -> old.events.text(values.get(0).toString());
            case "closes" ->
                socket.events.closed(
                        values.get(0).asInt(), values.size() > 1 ? values.get(1).asText() : "");
            case "sends" -> values.forEach(this::sends);
            case "sendsNothing" -> assertThat(socket.sent).isEmpty();
            case "sent" -> sent(values);
            case "leaves" -> assertThat(socket.isLeft).isTrue();
            case "pinged" -> {
                assertThat(socket.pings).isEqualTo(values.get(0).asInt());
                socket.pings = 0;
            }
            case "pongs" -> socket.events.heard();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void connects(List<JsonNode> values) {
        assertThat(steps.world.sockets).hasSizeGreaterThan(seen);
        old = socket;
        socket = steps.world.sockets.get(seen++);
        if (!values.isEmpty()) {
            assertThat(socket.uri.toString())
                    .startsWith("wss://example.com/")
                    .endsWith(values.get(0).asText());
        }
    }

    private void accepts() {
        socket.events.opened();
        JsonNode hello = Subject.tree(socket.sent.element());
        fingerprint = hello.get("contract").asText();
        bindings.set("#contract", hello.get("contract"));
    }

    private void refusesWith(List<JsonNode> values) {
        Duration retryAfter =
                values.size() > 1 ? Duration.ofSeconds(values.get(1).asLong()) : null;
        socket.events.failed(
                new Transport.RefusedHandshake(values.get(0).asInt(), retryAfter, new IOException("refused")));
    }

    private void ready(List<JsonNode> values) {
        ObjectNode ready = JsonNodeFactory.instance
                .objectNode()
                .put("type", "$ready")
                .put("v", 1)
                .put("conn", "c1")
                .put("contract", fingerprint);
        values.forEach(fields -> ready.setAll((ObjectNode) fields));
        serves(ready);
    }

    private void opens(List<JsonNode> values) {
        connects(List.of());
        accepts();
        assertThat(Subject.tree(socket.sent.remove()).get("type").asText()).isEqualTo("$hello");
        ready(values);
    }

    private void serves(JsonNode frame) {
        socket.events.text(bindings.fill(frame).toString());
        steps.world.settle();
    }

    private void sends(JsonNode frame) {
        assertThat(socket.sent).isNotEmpty();
        JsonNode sent = Subject.tree(socket.sent.remove());
        assertThat(bindings.matches(frame, sent)).as("%s is %s", sent, frame).isTrue();
    }

    /** The number of frames of a type that were sent. Joins are answered, but for the room of one name. */
    private void sent(List<JsonNode> values) {
        List<JsonNode> those = socket.sent.stream()
                .map(Subject::tree)
                .filter(frame -> frame.get("type").equals(values.get(0)))
                .toList();
        assertThat(those).hasSize(values.get(1).asInt());
        socket.sent.removeIf(frame -> Subject.tree(frame).get("type").equals(values.get(0)));
        for (JsonNode join : values.size() > 2 ? those : List.<JsonNode>of()) {
            String room = join.get("room").asText();
            if (!room.equals(values.get(2).asText() + values.get(3).asText())) {
                serves(JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "$joined")
                        .put("room", room)
                        .set("$re", join.get("$id")));
            }
        }
    }
}
