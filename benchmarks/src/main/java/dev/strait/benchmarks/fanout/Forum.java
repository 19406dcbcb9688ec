package dev.strait.benchmarks.fanout;

import dev.strait.Channel;
import jakarta.validation.constraints.Size;

/** What a node publishes in the benchmark of a broker. */
@Channel("/ws/forum/{room}")
public interface Forum {

    sealed interface ToServer {}

    sealed interface ToClient {}

    record Room(@Size(max = 40) String room) {}

    record Post(@Size(max = 500) String text) implements ToServer {}

    record Posted(String text) implements ToClient {}
}
