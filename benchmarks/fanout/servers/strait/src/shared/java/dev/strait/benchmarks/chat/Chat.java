package dev.strait.benchmarks.chat;

import dev.strait.Channel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The contract of the benchmark: each message goes to all members of its room. */
@Channel("/ws/chat/{room}")
public interface Chat {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Room(@Size(max = 40) @Pattern(regexp = "[A-Za-z0-9]+") String room) {}

    record Say(@NotBlank @Size(max = 2_000) String text) implements ToServer {}

    record Echo(@NotBlank @Size(max = 2_000) String text) implements ToServer {}

    record Said(String from, String text, long at) implements ToClient {}

    record Echoed(String text) implements ToClient {}
}
