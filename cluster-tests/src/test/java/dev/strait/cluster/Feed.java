package dev.strait.cluster;

import dev.strait.Ask;
import dev.strait.Channel;
import jakarta.validation.constraints.Size;

/** What the clients of the fault tests send. */
@Channel("/ws/feed/{room}")
interface Feed {

    sealed interface ToServer {}

    sealed interface ToClient {}

    record Room(@Size(max = 40) String room) {}

    /** The next number of a client, for the room. */
    record Say(int client, int number) implements ToServer {}

    /** Answered when the client is in its room. */
    record Check() implements ToServer, Ask<Check.Done> {
        public record Done() {}
    }

    record Said(int client, int number) implements ToClient {}
}
