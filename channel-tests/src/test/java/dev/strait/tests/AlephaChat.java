package dev.strait.tests;

import dev.strait.Channel;
import dev.strait.Type;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What Alepha's pages show as an example: one message of clients, without a type, and names of rooms with a form. */
@Channel("/ws/alepha-chat")
interface AlephaChat {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Room(@Pattern(regexp = "[a-z0-9-]{1,36}") String roomId) {}

    record Say(@NotBlank @Size(max = 20_000) String content) implements ToServer {}

    record Append(@Size(max = 20_000) String content, String username) implements ToClient {}

    @Type("system")
    record Notice(String message) implements ToClient {}
}
