package dev.strait.processor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ChannelModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What an application says of itself in AsyncAPI documents, such as its licence: the JSON object in the file that
 * {@code -Astrait.info=FILE} names.
 */
final class DocumentInfo {

    static final String FILE = "strait.info";

    private final Optional<String> file;

    DocumentInfo(Map<String, String> options) {
        this.file = Optional.ofNullable(options.get(FILE));
    }

    /** Returns the object; empty if it cannot be read, which is reported. */
    Optional<ObjectNode> read(ChannelModel channel, Diagnostics diagnostics) {
        if (file.isEmpty()) {
            return Optional.of(JsonNodeFactory.instance.objectNode());
        }
        try {
            JsonNode info = new ObjectMapper().readTree(Files.readString(Path.of(file.get())));
            if (info instanceof ObjectNode object) {
                return Optional.of(object);
            }
            diagnostics.error(Problem.INFO_UNREADABLE, channel.origin(), file.get(), "it is not a JSON object");
        } catch (IOException e) {
            diagnostics.error(Problem.INFO_UNREADABLE, channel.origin(), file.get(), e.toString());
        }
        return Optional.empty();
    }
}
