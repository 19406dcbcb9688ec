package dev.strait.tests.soak;

import dev.strait.Channel;
import jakarta.validation.constraints.Size;

/** The channel of the soak programs. Clients choose their rooms. */
@Channel("/ws/crowd")
interface Crowd {
    sealed interface ToServer {}

    sealed interface ToClient {}

    /** To everyone in the room. */
    record Post(@Size(max = 500) String text) implements ToServer {}

    /** To the sender alone. */
    record Echo(@Size(max = 500) String text) implements ToServer {}

    /** Makes the server close the connection. */
    record Finish() implements ToServer {}

    record Posted(String text) implements ToClient {}

    record Echoed(String text) implements ToClient {}
}
