package dev.strait.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of {@code hostile-inputs.jsonl}: the input of a connection in the room {@code lobby}, and the expected result.
 * {@code ⟨unit*n⟩} in it repeats a text n times; a # in the text is the index of the repetition.
 */
record HostileInput(String name, Set<String> expected, String text, String hex, int repeat) {

    private static final Pattern REPEATED = Pattern.compile("⟨(.*?)\\*(\\d+)⟩", Pattern.DOTALL);

    /** The inputs that are text messages. */
    static List<HostileInput> texts() {
        return all(line -> line.has("frame"));
    }

    /** The inputs that are bytes on the wire. */
    static List<HostileInput> bytesOnTheWire() {
        return all(line -> line.has("hex"));
    }

    private static List<HostileInput> all(Predicate<JsonNode> filter) {
        ObjectMapper json = new ObjectMapper();
        List<HostileInput> inputs = new ArrayList<>();
        try (InputStream lines = HostileInput.class.getResourceAsStream("hostile-inputs.jsonl")) {
            json.readerFor(JsonNode.class)
                    .<JsonNode>readValues(Objects.requireNonNull(lines))
                    .forEachRemaining(line -> {
                        if (filter.test(line)) {
                            inputs.add(of(line));
                        }
                    });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return inputs;
    }

    private static HostileInput of(JsonNode line) {
        return new HostileInput(
                line.path("name").asText(),
                Set.of(line.path("expect").asText().split("\\|")),
                expand(line.path("frame").asText()),
                line.path("hex").asText(),
                line.path("repeat").asInt(1));
    }

    private static String expand(String text) {
        return REPEATED.matcher(text).replaceAll(repeated -> {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < Integer.parseInt(repeated.group(2)); i++) {
                all.append(repeated.group(1).replace("#", Integer.toString(i)));
            }
            return Matcher.quoteReplacement(all.toString());
        });
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** The expected result, if there is only one. */
    String onlyExpected() {
        if (expected.size() != 1) {
            throw new IllegalStateException(name + " has several expected results");
        }
        return expected.iterator().next();
    }

    /** The text of one repetition. */
    String text(int number) {
        return text.replace("%d", Integer.toString(number));
    }

    @Override
    public String toString() {
        return name;
    }
}
