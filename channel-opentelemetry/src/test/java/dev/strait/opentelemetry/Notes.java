package dev.strait.opentelemetry;

import dev.strait.Channel;

/** Notes of each connection. */
@SuppressWarnings("STRAIT-182")
@Channel(value = "/ws/notes", rooms = false)
public interface Notes {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Add(String text) implements ToServer {}

    record Added(String text) implements ToClient {}
}
