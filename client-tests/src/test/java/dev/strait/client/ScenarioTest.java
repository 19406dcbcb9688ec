package dev.strait.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the scenarios that are made for Java. They are those of the client for browsers, apart from what only one has. */
class ScenarioTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Named<JsonNode>> scenarios() throws IOException {
        JsonNode file = JSON.readTree(Files.readString(Path.of("src/test/resources/scenarios.json")));
        List<Named<JsonNode>> all = new ArrayList<>();
        for (JsonNode scenario : file.get("scenarios")) {
            if (scenario.has("clients") && !scenario.get("clients").toString().contains("java")) {
                continue;
            }
            String name =
                    scenario.get("row").asText() + ": " + scenario.get("name").asText();
            if (!scenario.has("each")) {
                all.add(Named.of(name, scenario));
                continue;
            }
            for (JsonNode value : scenario.get("each")) {
                all.add(Named.of(name + " " + value, fill(scenario, value)));
            }
        }
        return all.stream();
    }

    /** Replaces "@" and "@code" by the values of one case. */
    private static JsonNode fill(JsonNode node, JsonNode value) {
        Map<String, JsonNode> values =
                value.isArray() ? Map.of("@", value.get(0), "@code", value.get(1)) : Map.of("@", value);
        String text = node.toString();
        for (Map.Entry<String, JsonNode> each : values.entrySet()) {
            text = text.replace(
                    new TextNode(each.getKey()).toString(), each.getValue().toString());
        }
        try {
            return JSON.readTree(text);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void scenario(JsonNode scenario) {
        try (Steps steps = new Steps(scenario.path("channel").asText("auction"))) {
            int count = 0;
            for (JsonNode step : scenario.get("steps")) {
                count++;
                assertThat(step.isArray()).isTrue();
                try {
                    steps.run(step);
                } catch (AssertionError | RuntimeException failure) {
                    throw new AssertionError("step " + count + " " + step + ": " + failure.getMessage(), failure);
                }
            }
        }
    }
}
