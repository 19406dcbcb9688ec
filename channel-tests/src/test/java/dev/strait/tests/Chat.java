package dev.strait.tests;

import dev.strait.Channel;
import dev.strait.Type;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** Team chat; one room per conversation. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"}) // unlimited input, inexact numbers
@Channel("/ws/chat/{room}")
public interface Chat {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Room(@Size(min = 1, max = 40) String room) {}

    /** To everyone in the room. */
    record Say(@NotBlank @Size(max = 500) String text, Optional<@Size(max = 5) List<@Size(max = 20) String>> tags)
            implements ToServer {}

    /** To the others in the room. */
    record Typing(boolean on) implements ToServer {}

    /** To the sender alone. */
    record Echo(String text) implements ToServer {}

    /** Makes the handler throw. */
    record Fail(String how) implements ToServer {}

    record Said(String user, String text) implements ToClient {}

    record TypingNow(String user, boolean on) implements ToClient {}

    record Echoed(String text) implements ToClient {}

    @Type("notice")
    record Announcement(String text) implements ToClient {}
}
