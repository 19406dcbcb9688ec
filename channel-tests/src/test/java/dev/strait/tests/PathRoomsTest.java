package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.tests.TestContainer.Quirk;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of rooms in paths, percent-encoded as browsers do. */
@Tag("container")
class PathRoomsTest {

    private final Running running = Running.start();

    @AfterEach
    void stop() {
        running.close();
    }

    @ParameterizedTest
    @CsvSource({
        "caf%C3%A9,            caf\u00e9",
        "a%20b,                a b",
        "a+b,                  a+b",
        "%F0%9F%98%80,         \ud83d\ude00",
        "%22quoted%22,         \"quoted\"",
        "@ann,                 @ann",
        "...,                  ..."
    })
    void aRoomMayHaveAnyVisibleName(String segment, String name) {
        running.joinChat(segment, "ann");
        assertThat(running.chat.rooms()).containsExactly(new Chat.Room(name));
    }

    @Test
    void aSlashMayBeEncoded() {
        expect(Quirk.REFUSES_ENCODED_SLASH, "a%2Fb", "a/b");
    }

    @ParameterizedTest
    @CsvSource({"50%25, 50%", "%255C, %5C"})
    void aPercentSignMayBeEncoded(String segment, String name) {
        expect(Quirk.REFUSES_ENCODED_PERCENT, segment, name);
    }

    private void expect(Quirk refusal, String segment, String name) {
        if (TestContainer.has(refusal)) {
            assertThatThrownBy(() -> running.joinChat(segment, "ann")).isInstanceOf(CompletionException.class);
        } else {
            running.joinChat(segment, "ann");
            assertThat(running.chat.rooms()).containsExactly(new Chat.Room(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%20a", "%C2%A0"})
    void aNameThatIsNotValidClosesTheConnection(String segment) {
        TestClient client = running.client("/ws/chat/" + segment + "?user=ann");
        client.expectError("room-invalid");
        assertThat(client.closeCode()).isEqualTo(1008);
        assertThat(running.chat.rooms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%0Ab", "%7F"})
    void controlCharactersAreNotValid(String segment) {
        if (TestContainer.has(Quirk.REFUSES_ENCODED_PERCENT)) {
            assertThatThrownBy(() -> running.joinChat(segment, "ann")).isInstanceOf(CompletionException.class);
        } else {
            aNameThatIsNotValidClosesTheConnection(segment);
        }
    }

    /** Containers ignore path parameters, and some resolve dots, before they choose the endpoint. */
    @ParameterizedTest
    @ValueSource(strings = {"/ws/chat;x=1/lobby", "/ws;x/chat/lobby", "/ws//chat/lobby", "/ws/./chat/lobby"})
    void aPathOfAnotherFormOpensNoConnection(String path) throws Exception {
        try (Running running = Running.start();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.server.port())) {
            socket.setSoTimeout(Await.TIMEOUT_MILLIS);
            socket.getOutputStream().write(TestFrames.handshake(path + "?user=ann"));
            String line = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
            boolean isServed = line != null && line.startsWith("HTTP/1.1 101");
            if (isServed) { // by a container that resolves the path for everyone, the runtime included
                Await.until(() -> running.chat.connections().size() == 1);
            }
            assertThat(running.chatService.calls).allMatch(call -> call.endsWith("lobby ann"));
        }
    }
}
