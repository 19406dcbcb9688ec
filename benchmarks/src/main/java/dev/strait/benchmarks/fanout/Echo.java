package dev.strait.benchmarks.fanout;

import dev.strait.Channel;
import jakarta.validation.constraints.Size;

/** What the clients of the benchmark send and get back. */
@Channel(value = "/ws/echo", rooms = false)
public interface Echo {

    sealed interface ToServer {}

    sealed interface ToClient {}

    record Say(int number, @Size(max = 200) String text) implements ToServer {}

    record Said(int number, String text) implements ToClient {}
}
