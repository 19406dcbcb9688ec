package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

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

    @ParameterizedTest
    @CsvSource({"a%2Fb, a/b", "50%25, 50%", "%255C, %5C"})
    void percentSignsAndSlashesMayBeEncoded(String segment, String name) {
        assumeThat(TestContainer.has(TestContainer.Quirk.RESTRICTS_PATHS)).isFalse();
        running.joinChat(segment, "ann");
        assertThat(running.chat.rooms()).containsExactly(new Chat.Room(name));
    }

    /** The other tests of this class do not hold there, so this one notices when they do. */
    @Test
    void someContainersRefuseEncodedSlashes() {
        assumeThat(TestContainer.has(TestContainer.Quirk.RESTRICTS_PATHS)).isTrue();
        assertThatThrownBy(() -> running.joinChat("a%2Fb", "ann")).isInstanceOf(Throwable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%20a", "a%0Ab", "%C2%A0", "%7F"})
    void aNameThatIsNotValidClosesTheConnection(String segment) {
        TestClient client = running.client("/ws/chat/" + segment + "?user=ann");
        client.expectError("room-invalid");
        assertThat(client.closeCode()).isEqualTo(1008);
        assertThat(running.chat.rooms()).isEmpty();
    }
}
