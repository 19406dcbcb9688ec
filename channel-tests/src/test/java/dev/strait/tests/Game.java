package dev.strait.tests;

import dev.strait.Channel;
import jakarta.validation.constraints.Positive;

/** Rooms with a typed key of several components, in the path. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"}) // unlimited input, inexact numbers
@Channel("/ws/game/{kind}/{table}")
interface Game {
    sealed interface ToClient {}

    enum Kind {
        CHESS,
        GO
    }

    record Room(Kind kind, @Positive int table) {}

    record Moved(String move) implements ToClient {}
}
