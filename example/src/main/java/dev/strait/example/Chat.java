package dev.strait.example;

import dev.strait.AsString;
import dev.strait.Channel;
import dev.strait.Type;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/** Team chat; one room per conversation. */
@Channel("/ws/chat/{room}")
public interface Chat {

    /** What people do. */
    sealed interface ToServer {}

    /** What they see. */
    sealed interface ToClient {}

    /** A conversation. */
    record Room(
            @Size(min = 1, max = 40) @Pattern(regexp = "[a-z0-9-]+")
            String room) {}

    /** Somebody says something. */
    record Say(@NotBlank @Size(max = 500) String text) implements ToServer {}

    /** Somebody begins or stops to type. */
    record Typing(boolean on) implements ToServer {}

    /** What was said, with a number that grows. */
    record Said(@AsString long id, String user, String text, Instant at) implements ToClient {}

    /** Who is typing. */
    record TypingNow(String user, boolean on) implements ToClient {}

    /** Everybody who is here; sent whenever that changes. */
    record Here(List<String> users) implements ToClient {}

    /** Something that the house has to say. */
    @Type("notice")
    record Announcement(String text) implements ToClient {}
}
