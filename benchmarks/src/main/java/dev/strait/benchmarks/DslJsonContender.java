package dev.strait.benchmarks;

import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonReader;
import com.dslplatform.json.JsonWriter;
import com.dslplatform.json.runtime.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** dsl-json: generated code on its own tokenizer, without validation. It reads bytes only, so text is converted first. */
final class DslJsonContender implements Contender {

    private final DslJson<Object> json =
            new DslJson<>(Settings.basicSetup().includeServiceLoader().skipDefaultValues(false));
    private final JsonReader<Object> reader = json.newReader();
    private final JsonWriter writer = json.newWriter();
    private final JsonReader.ReadObject<Messages.ToServer> readObject = readObject();

    @SuppressWarnings("unchecked")
    private JsonReader.ReadObject<Messages.ToServer> readObject() {
        return (JsonReader.ReadObject<Messages.ToServer>) json.tryFindReader(Messages.ToServer.class);
    }

    @Override
    public Messages.ToServer decode(String frame) throws IOException {
        return decode(frame.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Messages.ToServer decode(byte[] frame) throws IOException {
        reader.process(frame, frame.length);
        reader.getNextToken();
        return readObject.read(reader);
    }

    @Override
    public String encode(Messages.ToServer message) throws IOException {
        write(message);
        return new String(writer.getByteBuffer(), 0, writer.size(), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] encodeUtf8(Messages.ToServer message) throws IOException {
        write(message);
        return writer.toByteArray();
    }

    private void write(Messages.ToServer message) {
        writer.reset();
        if (!json.serialize(writer, Messages.ToServer.class, message)) {
            throw new IllegalStateException("dsl-json cannot write " + message.getClass());
        }
    }
}
