package dev.strait.war;

import dev.strait.Channel;

/** Echoes calls. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"}) // unlimited input, inexact numbers
@Channel("/ws/echo/{room}")
public interface Echo {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Room(String room) {}

    record Call(String text) implements ToServer {}

    record Answer(String text) implements ToClient {}
}
