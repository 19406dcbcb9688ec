package dev.strait.benchmarks.peers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/** The messages, encoded and decoded with Jackson. */
final class Json {

    record Incoming(String type, String text) {
        boolean isSay() {
            return type.equals("say");
        }
    }

    record Said(String type, String from, String text, long at) {}

    record Echoed(String type, String text) {}

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static Incoming read(String text) {
        try {
            return MAPPER.readValue(text, Incoming.class);
        } catch (JsonProcessingException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    static String said(String from, String text) {
        return write(new Said("said", from, text, System.currentTimeMillis()));
    }

    static String echoed(String text) {
        return write(new Echoed("echoed", text));
    }

    private static String write(Object message) {
        try {
            return MAPPER.writeValueAsString(message);
        } catch (JsonProcessingException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
