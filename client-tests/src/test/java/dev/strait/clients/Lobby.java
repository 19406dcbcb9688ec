package dev.strait.clients;

import dev.strait.Channel;
import jakarta.validation.constraints.Size;

/** A channel whose clients join rooms, for the scenarios of clients. */
@Channel("/ws/lobby")
public interface Lobby {

    sealed interface ToServer {}

    sealed interface ToClient {}

    record Room(@Size(max = 40) String name) {}

    record Post(@Size(max = 20) String text) implements ToServer {}

    record Posted(String text) implements ToClient {}
}
