package dev.strait.tests.zoo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.clients.Node;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import dev.strait.runtime.spi.codec.ChannelCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the rules in JavaScript with the codecs in Java, on random and mutated messages of all types. A browser must not
 * refuse what the server accepts; it may accept what only the server can check. {@code samples.agreement} is the number of
 * messages of each type.
 */
class BrowserAgreementTest {

    private static final int SAMPLES = Integer.getInteger("samples.agreement", 300);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Contract<?>> CONTRACTS = new LinkedHashMap<>();

    private record Contract<I>(ChannelCodec<?, I, ?> codec, Class<I> direction) {

        String encode(Object message) {
            return codec.encodeToServer(direction.cast(message));
        }
    }

    static {
        CONTRACTS.put("Board", new Contract<>(new BoardCodec(), Board.ToServer.class));
        CONTRACTS.put("Booking", new Contract<>(new BookingCodec(), Booking.ToServer.class));
        CONTRACTS.put("Bounded", new Contract<>(new BoundedCodec(), Bounded.ToServer.class));
        CONTRACTS.put("Directory", new Contract<>(new DirectoryCodec(), Directory.ToServer.class));
        CONTRACTS.put("Editor", new Contract<>(new EditorCodec(), Editor.ToServer.class));
        CONTRACTS.put("Logs", new Contract<>(new LogsCodec(), Upstream.class));
        CONTRACTS.put("Members", new Contract<>(new MembersCodec(), Members.ToServer.class));
        CONTRACTS.put("Meter.In", new Contract<>(new Meter_InCodec(), Meter.In.ToServer.class));
        CONTRACTS.put("Orders", new Contract<>(new OrdersCodec(), Orders.ToServer.class));
        CONTRACTS.put("Quiz", new Contract<>(new QuizCodec(), Quiz.ToServer.class));
    }

    @Test
    void browsersRefuseNothingThatTheServerAccepts() throws IOException {
        Path input = Path.of("target", "agreement-input.jsonl");
        Path output = Path.of("target", "agreement-output.jsonl");
        Files.write(input, samples());
        Node.run("src/test/node/agreement.mjs", input.toString(), output.toString());
        int same = 0;
        List<String> refused = new ArrayList<>();
        List<String> different = new ArrayList<>();
        List<String> lines = Files.readAllLines(output);
        for (String line : lines) {
            JsonNode sample = JSON.readTree(line);
            List<Violation> theirs = violations(sample.path("errors"));
            String text = sample.path("text").asText();
            Contract<?> contract =
                    requireNonNull(CONTRACTS.get(sample.path("contract").asText()));
            List<Violation> ours = judge(contract.codec(), text);
            if (ours.equals(theirs)) {
                same++;
            } else if (ours.isEmpty()) {
                refused.add(text + " " + theirs);
            } else if (!isPart(theirs, ours)) {
                different.add(text + " server " + ours + " browser " + theirs);
            }
        }
        System.out.printf(
                "%d messages: the same verdict, paths, rules and sentences for %d; refused here but valid there: %d; "
                        + "some of the violations found here: %d%n",
                lines.size(), same, refused.size(), lines.size() - same - refused.size() - different.size());
        assertThat(lines).hasSizeGreaterThan(10_000);
        assertThat(refused).isEmpty();
        assertThat(different).isEmpty();
        assertThat(same).isGreaterThan(lines.size() * 9 / 10);
    }

    /** Whether the violations that a browser finds are some of the server's, in the same order. */
    private static boolean isPart(List<Violation> part, List<Violation> all) {
        Iterator<Violation> rest = all.iterator();
        return part.stream().allMatch(each -> {
            while (rest.hasNext()) {
                if (rest.next().equals(each)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static List<String> samples() {
        List<String> samples = new ArrayList<>();
        CONTRACTS.forEach((name, contract) -> {
            for (Class<?> type : Records.permittedBy(contract.direction())) {
                Random random =
                        new Random(name.hashCode() + type.getSimpleName().hashCode());
                for (int i = 0; i < SAMPLES; i++) {
                    String frame = contract.encode(new Making(random, 0.15).make(type));
                    Stream.of(frame, Mutation.of(frame, random), Mutation.of(Mutation.of(frame, random), random))
                            .forEach(each -> samples.add(sample(name, each)));
                }
            }
        });
        return samples;
    }

    private static String sample(String contract, String frame) {
        ObjectNode sample = JSON.createObjectNode();
        sample.put("contract", contract).put("frame", frame);
        return sample.toString();
    }

    private static List<Violation> violations(JsonNode errors) {
        List<Violation> violations = new ArrayList<>();
        errors.forEach(error -> violations.add(new Violation(
                error.path("path").asText(),
                error.path("rule").asText(),
                error.path("message").asText())));
        return violations;
    }

    private static List<Violation> judge(ChannelCodec<?, ?, ?> codec, String text) {
        try {
            codec.decodeToServer(text);
            return List.of();
        } catch (FrameException refused) {
            return refused.violations().isEmpty()
                    ? List.of(new Violation("", refused.code(), String.valueOf(refused.getMessage())))
                    : refused.violations();
        }
    }
}
