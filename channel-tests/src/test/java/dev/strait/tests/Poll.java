package dev.strait.tests;

import dev.strait.Ask;
import dev.strait.Channel;
import dev.strait.Type;
import jakarta.validation.constraints.Size;

/** A channel without rooms. */
@Channel(value = "/ws/poll", rooms = false)
interface Poll {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Vote(@Size(max = 20) String option) implements ToServer {}

    record Whisper(@Size(max = 20) String text) implements ToServer {}

    record Count(@Size(max = 20) String option) implements ToServer, Ask<Votes> {}

    record Votes(int votes) {}

    record Voted(
            @Size(max = 20) String user, @Size(max = 20) String option) implements ToClient {}

    /** Elsewhere, a record of this name is the key of rooms. */
    @Type("room")
    record Room(@Size(max = 20) String text) implements ToClient {}
}
