package dev.strait.example.alepha;

import dev.strait.Channel;
import dev.strait.Type;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Real-time chat channel. */
@Channel("/ws/chat")
public interface AlephaChat {
    /** Corresponds to {@code out} in Alepha's schema. */
    sealed interface ToServer {}

    /** Corresponds to {@code in} in Alepha's schema. */
    sealed interface ToClient {}

    /** Corresponds to {@code roomId} in Alepha's schema. */
    record Room(@Pattern(regexp = "[a-z0-9-]{1,36}") String roomId) {}

    record Message(@NotBlank @Size(max = 500) String content) implements ToServer {}

    record Append(@Size(max = 500) String content, String username) implements ToClient {}

    @Type("system")
    record Notice(String message) implements ToClient {}
}
