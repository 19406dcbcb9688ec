package dev.strait.tests;

import dev.strait.Channel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A channel with dynamic rooms, which clients join and leave. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"}) // unlimited input, inexact numbers
@Channel("/ws/lobby")
interface Lobby {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Post(@NotBlank @Size(max = 2000) String content) implements ToServer {}

    record Nudge() implements ToServer {}

    record Posted(String content) implements ToClient {}

    record Nudged() implements ToClient {}
}
