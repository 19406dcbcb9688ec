package dev.strait.spring.app;

import dev.strait.Allow;
import dev.strait.Channel;
import jakarta.validation.constraints.Size;

/** A board for clients with tokens. */
@Channel(value = "/ws/board", rooms = false)
public interface Board {
    sealed interface ToServer {}

    sealed interface ToClient {}

    @Allow(roles = "writer")
    record Post(@Size(max = 100) String text) implements ToServer {}

    record Posted(String by, String text) implements ToClient {}
}
