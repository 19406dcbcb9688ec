package dev.strait.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Jackson 3 databind, with or without Hibernate Validator. */
final class Jackson3Contender implements Contender {

    private final ObjectReader reader;
    private final ObjectWriter writer;
    private final @Nullable Hibernate hibernate;

    Jackson3Contender(boolean isValidating) {
        JsonMapper mapper = JsonMapper.builder()
                .addMixIn(Messages.ToServer.class, JacksonMixin.class)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .changeDefaultPropertyInclusion(before -> before.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
        reader = mapper.readerFor(Messages.ToServer.class);
        writer = mapper.writerFor(Messages.ToServer.class);
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
    public String encode(Messages.ToServer message) {
        return writer.writeValueAsString(message);
    }

    @Override
    public byte[] encodeUtf8(Messages.ToServer message) {
        return writer.writeValueAsBytes(message);
    }
}
