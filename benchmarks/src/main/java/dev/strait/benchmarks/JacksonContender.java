package dev.strait.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Jackson 2 databind, the most common choice today: with or without Blackbird and Hibernate Validator. */
final class JacksonContender implements Contender {

    private final ObjectReader reader;
    private final ObjectWriter writer;
    private final @Nullable Hibernate hibernate;

    JacksonContender(boolean withBlackbird, boolean isValidating) {
        JsonMapper.Builder mapper = JsonMapper.builder()
                .addMixIn(Messages.ToServer.class, JacksonMixin.class)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL));
        if (withBlackbird) {
            mapper.addModule(new BlackbirdModule());
        }
        reader = mapper.build().readerFor(Messages.ToServer.class);
        writer = mapper.build().writerFor(Messages.ToServer.class);
        hibernate = isValidating ? new Hibernate() : null;
    }

    @Override
    public Messages.ToServer decode(String frame) throws Exception {
        return valid(reader.readValue(frame));
    }

    @Override
    public Messages.ToServer decode(byte[] frame) throws Exception {
        return valid(reader.readValue(frame));
    }

    private Messages.ToServer valid(Messages.ToServer message) throws InvalidMessage {
        return hibernate == null ? message : hibernate.valid(message);
    }

    @Override
    public String encode(Messages.ToServer message) throws IOException {
        return writer.writeValueAsString(message);
    }

    @Override
    public byte[] encodeUtf8(Messages.ToServer message) throws IOException {
        return writer.writeValueAsBytes(message);
    }
}
