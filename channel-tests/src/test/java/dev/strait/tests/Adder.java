package dev.strait.tests;

import dev.strait.Ask;
import dev.strait.Channel;

/** A channel whose rooms have state: a sum of numbers. */
@Channel("/ws/adder")
interface Adder {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Add(int number) implements ToServer {}

    /** Blocks its room until the test releases it. */
    record Wait() implements ToServer {}

    record Total() implements ToServer, Ask<Total.Sum> {
        record Sum(int value, int members) {}
    }

    record Added(int value) implements ToClient {}
}
