package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.strait.test.TestClient;
import java.util.ArrayDeque;
import java.util.Deque;

/** A client of a test kit that a test drives by frames. Single quotes stand for double quotes. */
final class FrameClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestClient<?, ?, ?> client;
    private final Deque<String> frames = new ArrayDeque<>();

    FrameClient(TestClient<?, ?, ?> client) {
        this.client = client;
    }

    FrameClient send(String frame) {
        return sendRaw(frame.replace('\'', '"'));
    }

    FrameClient sendRaw(String frame) {
        client.raw(frame);
        return this;
    }

    String next() {
        frames.addAll(client.frames());
        assertThat(frames).as("the frames that have arrived").isNotEmpty();
        return frames.remove();
    }

    JsonNode nextJson() {
        String frame = next();
        try {
            return JSON.readTree(frame);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError("Not JSON: " + frame, noJson);
        }
    }

    FrameClient expect(String frame) {
        assertThat(next()).isEqualTo(frame.replace('\'', '"'));
        return this;
    }

    JsonNode expectError(String code) {
        JsonNode error = nextJson();
        assertThat(error.path("type").asText()).as(error.toString()).isEqualTo("$error");
        assertThat(error.path("code").asText()).as(error.toString()).isEqualTo(code);
        return error;
    }

    FrameClient expectNothing() {
        frames.addAll(client.frames());
        assertThat(frames).isEmpty();
        return this;
    }

    String closeCodeAndReason() {
        return client.closed()
                .map(reason -> reason.code() + " " + reason.text())
                .orElse("open");
    }

    void disconnect() {
        client.leave();
    }

    void vanish() {
        client.vanish();
    }
}
