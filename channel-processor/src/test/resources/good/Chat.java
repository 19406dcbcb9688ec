package com.acme;

import dev.strait.Channel;
import dev.strait.Volatile;
import dev.strait.Type;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/** Team chat; one room per conversation. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"}) // unlimited input, inexact numbers
@Channel("/ws/chat/{room}")
public interface Chat {

    sealed interface ToServer {}

    sealed interface ToClient {}

    record Room(@Size(min = 1, max = 40) String room) {}

    /**
     * Somebody has something to say.
     *
     * @param text what it is
     */
    record Say(@NotBlank @Size(max = 500) String text, @Size(max = 5) List<@Size(max = 20) String> tags)
            implements ToServer {}

    @Volatile
    record Typing(boolean on) implements ToServer {}

    record Said(long id, String user, String text, Instant at) implements ToClient {}

    record TypingNow(String user, boolean on) implements ToClient {}

    @Type("notice")
    record Announcement(String text) implements ToClient {}
}
