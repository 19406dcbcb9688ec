package dev.strait.example.lucent;

import dev.strait.Channel;
import dev.strait.Type;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** What happens on the site. */
@Channel("/ws")
public interface Site {
    sealed interface ToServer {}

    sealed interface ToClient {}

    /** An author writes. */
    @Type("post:create")
    record CreatePost(@NotBlank @Size(max = 80) String title) implements ToServer {}

    /** A row was stored. */
    @Type("post:created")
    record PostCreated(Post doc) implements ToClient {}

    record Post(int id, String title, Instant createdAt) {}
}
