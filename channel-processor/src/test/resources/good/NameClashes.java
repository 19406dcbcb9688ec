package com.acme;

import dev.strait.Channel;

/** Component names that generated code also uses. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
@Channel("/ws/nameclashes")
public interface NameClashes {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Locals(int in, int seen, int sound, int out, int field, String value, int start, int before, int message) implements ToServer, ToClient {}

    record New(String in) implements ToServer {}
}
