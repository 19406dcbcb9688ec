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
 * One line of {@code hostile-inputs.jsonl}: what a connection that is in the room {@code lobby} sends, and what is to come of
 * it. There, {@code ⟨unit*n⟩} stands for a text n times, and a # in it for the number of the time.
 */
record HostileInput(String name, Set<String> expected, String text, String hex, int repeat) {

    private static final Pattern REPEATED = Pattern.compile("⟨(.*?)\\*(\\d+)⟩", Pattern.DOTALL);

    /** Those that are a text message each. */
    static List<HostileInput> texts() {
        return all(line -> line.has("frame"));
    }

    /** Those that are bytes on the wire. */
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
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
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

    /** Where no other will do. */
    String onlyExpected() {
        if (expected.size() != 1) {
            throw new IllegalStateException(name + " may end in several ways");
        }
        return expected.iterator().next();
    }

    /** The text of one of its repetitions. */
    String text(int number) {
        return text.replace("%d", Integer.toString(number));
    }

    @Override
    public String toString() {
        return name;
    }
}
