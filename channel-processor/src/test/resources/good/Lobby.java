package com.acme;

import dev.strait.Channel;

/** A channel without rooms in its path. */
@Channel("/ws/lobby")
public interface Lobby {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Post(String content) implements ToServer {}

    record Posted(String from, String content) implements ToClient {}
}
