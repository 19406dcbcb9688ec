package dev.strait.example.spring;

import dev.strait.Allow;
import dev.strait.Ask;
import dev.strait.Channel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** News, with a room for each topic. */
@Channel("/ws/news/{topic}")
public interface News {

    sealed interface ToServer {}

    sealed interface ToClient {}

    record Room(@Size(min = 1, max = 40) String topic) {}

    record Comment(@NotBlank @Size(max = 300) String text) implements ToServer {}

    /** For editors only. */
    @Allow(roles = "EDITOR")
    record Publish(@NotBlank @Size(max = 120) String headline) implements ToServer, Ask<Receipt> {}

    /** How many readers got the headline. */
    record Receipt(int readers) {}

    record Commented(String user, String text, Instant at) implements ToClient {}

    record Published(String editor, String headline, Instant at) implements ToClient {}

    /** How many read the topic now. */
    record Readers(int count) implements ToClient {}
}
