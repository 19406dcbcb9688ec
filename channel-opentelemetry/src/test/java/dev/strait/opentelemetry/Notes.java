package dev.strait.opentelemetry;

import dev.strait.Ask;
import dev.strait.Channel;

/** Notes of each connection. */
@SuppressWarnings("STRAIT-182")
@Channel(value = "/ws/notes", rooms = false)
public interface Notes {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Add(String text) implements ToServer {}

    /** Asks the sender whether to delete all. */
    record Clear() implements ToServer {}

    record Added(String text) implements ToClient {}

    record ConfirmClear() implements ToClient, Ask<Confirmed> {}

    record Confirmed(boolean isSure) {}
}
