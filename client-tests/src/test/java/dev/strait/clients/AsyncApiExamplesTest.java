package dev.strait.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.codec.ChannelCodec;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of AsyncAPI documents are valid for the codec of the contract. */
class AsyncApiExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Path> FOLDERS = List.of(
            Path.of("target/test-classes/META-INF/resources/strait"),
            Path.of("../channel-tests/target/test-classes/META-INF/resources/strait"));

    static List<Path> documents() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".asyncapi.json"))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void examplesAreValid(Path file) throws Exception {
        JsonNode document = JSON.readTree(file.toFile());
        ChannelCodec<?, ?, ?> codec = codec(document.get("info").get("title").asText());
        for (JsonNode operation : document.get("operations")) {
            boolean isSent = operation.get("action").asText().equals("receive");
            String reference = operation.get("messages").get(0).get("$ref").asText();
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            for (JsonNode example :
                    document.get("components").get("messages").get(name).path("examples")) {
                String frame = example.get("payload").toString();
                assertThat(decode(codec, frame, isSent)).as(frame).isNotNull();
            }
        }
    }

    private static Object decode(ChannelCodec<?, ?, ?> codec, String frame, boolean isSent) {
        try {
            return isSent ? codec.decodeToServer(frame) : codec.decodeToClient(frame);
        } catch (FrameException invalid) {
            throw new AssertionError(frame, invalid);
        }
    }

    /** The codec stands beside the contract, whose name may have several parts. */
    private static ChannelCodec<?, ?, ?> codec(String contract) throws ReflectiveOperationException {
        String name = contract.replaceAll("\\.(?=[A-Z])", "_").replaceFirst("_", ".") + "Codec";
        Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (ChannelCodec<?, ?, ?>) constructor.newInstance();
    }
}
