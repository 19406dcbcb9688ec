package dev.strait.spring.app;

import dev.strait.Channel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A chat with rooms, for users who have signed in. */
@Channel("/ws/chat/{room}")
public interface Chat {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Room(@Size(min = 1, max = 40) String room) {}

    record Say(@NotBlank @Size(max = 500) String text) implements ToServer {}

    /** For administrators. */
    record Announce(@NotBlank @Size(max = 500) String text) implements ToServer {}

    record Said(String user, String text) implements ToClient {}
}
