package dev.strait.clients;

import dev.strait.Ask;
import dev.strait.Channel;
import jakarta.validation.constraints.Size;

/** A channel with large messages, and with asks in rooms. */
@Channel("/ws/notes")
public interface Notes {

    sealed interface ToServer {}

    sealed interface ToClient {}

    record Write(@Size(max = 200_000) String text) implements ToServer {}

    record Count(int from) implements ToServer, Ask<Count.Total> {

        public record Total(int notes) {}
    }

    record Written(int characters) implements ToClient {}
}
