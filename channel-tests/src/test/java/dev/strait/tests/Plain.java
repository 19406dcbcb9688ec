package dev.strait.tests;

import dev.strait.Channel;
import dev.strait.Type;
import jakarta.validation.constraints.Size;

/** Messages of another system, which have no type. */
@Channel("/ws/plain")
interface Plain {
    sealed interface ToServer {}

    sealed interface ToClient {}

    @Type("")
    record Say(@Size(max = 100) String content) implements ToServer {}

    @Type("")
    record Line(
            @Size(max = 20) String username,
            @Size(max = 100) String content) implements ToClient {}
}
