package dev.strait.runtime.spi.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.json.FrameException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomNameTest {

    @Test
    void aKeyWithOneComponentHasItAsItsName() {
        assertThat(RoomName.join("50% a/b")).isEqualTo("50% a/b");
        assertThat(RoomName.split("50% a/b", 1)).containsExactly("50% a/b");
    }

    @Test
    void severalComponentsAreEscapedSoThatEachNameStandsForOneKey() {
        assertThat(RoomName.join("a/b", "50%", "%2F")).isEqualTo("a%2Fb/50%25/%252F");
        assertThat(RoomName.split("a%2Fb/50%25/%252F", 3)).containsExactly("a/b", "50%", "%2F");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b/c", "a/", "/b", "a%2fb/c", "a/%41", "a/b%"})
    void otherSpellingsOfSeveralComponentsAreRefused(String name) {
        assertThatThrownBy(() -> RoomName.split(name, 2)).isInstanceOf(FrameException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " a", "a ", "a\nb", "\u0000", "\u007f", "\u0085", "\u00a0", "\u2028a", "\ud800", "a\udc00b"})
    void controlCharactersUnpairedSurrogatesAndOuterWhiteSpaceAreRefused(String text) {
        assertThatThrownBy(() -> RoomName.join(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RoomName.split(text, 1)).isInstanceOf(FrameException.class);
    }

    @Test
    void lengthIsCountedInCodePoints() {
        String longest = "\ud83d\ude00".repeat(128);
        assertThat(RoomName.join(longest)).isEqualTo(longest);
        assertThatThrownBy(() -> RoomName.join(longest + "x")).isInstanceOf(IllegalArgumentException.class);
        assertThat(RoomName.split(longest + "/" + longest, 2)).isEqualTo(List.of(longest, longest));
    }

    @Test
    void dotsAreValidExceptInPaths() {
        assertThat(RoomName.join("..")).isEqualTo("..");
        assertThat(RoomName.splitInPath("...", 1)).containsExactly("...");
        for (String dots : List.of(".", "..")) {
            assertThatThrownBy(() -> RoomName.joinInPath("a", dots)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> RoomName.splitInPath(dots, 1)).isInstanceOf(FrameException.class);
        }
    }
}
