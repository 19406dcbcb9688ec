package com.acme;

import dev.strait.Channel;

/** A channel without rooms in its path. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"}) // unlimited input, inexact numbers
@Channel("/ws/lobby")
public interface Lobby {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Post(String content) implements ToServer {}

    /** Once it was said so. */
    @Deprecated
    record Shouted(String content) implements ToClient {}

    @Deprecated
    record Shout(String content) implements ToServer {}

    record Posted(String from, String content) implements ToClient {}
}
