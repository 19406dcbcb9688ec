package dev.strait.tests;

import dev.strait.Channel;
import dev.strait.Type;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The example of Alepha's documentation: one client message, without a type, and room ids that match a pattern. */
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
