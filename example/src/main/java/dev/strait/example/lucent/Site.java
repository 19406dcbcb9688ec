package dev.strait.example.lucent;

import dev.strait.Channel;
import dev.strait.Type;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** The events of a site. */
@Channel("/ws")
public interface Site {
    sealed interface ToServer {}

    sealed interface ToClient {}

    /** An author publishes a post. */
    @Type("post:create")
    record CreatePost(@NotBlank @Size(max = 80) String title) implements ToServer {}

    /** A post was stored. */
    @Type("post:created")
    record PostCreated(Post doc) implements ToClient {}

    record Post(int id, String title, Instant createdAt) {}
}
