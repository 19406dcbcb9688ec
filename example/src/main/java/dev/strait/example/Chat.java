package dev.strait.example;

import dev.strait.AsString;
import dev.strait.Channel;
import dev.strait.Type;
import dev.strait.Volatile;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/** Team chat; one room per conversation. */
@Channel("/ws/chat/{room}")
public interface Chat {

    /** Messages from users. */
    sealed interface ToServer {}

    /** Messages to users. */
    sealed interface ToClient {}

    /** A conversation. */
    record Room(
            @Size(min = 1, max = 40) @Pattern(regexp = "[a-z0-9-]+")
            String room) {}

    /** Says something in the room. */
    record Say(@NotBlank @Size(max = 500) String text) implements ToServer {}

    /** The user started or stopped typing. */
    @Volatile
    record Typing(boolean on) implements ToServer {}

    /** A user said something. Ids increase. */
    record Said(@AsString long id, String user, String text, Instant at) implements ToClient {}

    /** A user started or stopped typing. */
    record TypingNow(String user, boolean on) implements ToClient {}

    /** The users in the room; sent whenever they change. */
    record Here(List<String> users) implements ToClient {}

    /** An announcement of the server. */
    @Type("notice")
    record Announcement(String text) implements ToClient {}
}
