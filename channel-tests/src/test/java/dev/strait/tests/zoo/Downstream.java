package dev.strait.tests.zoo;

/** Messages from the server, for contracts that refer to them. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
sealed interface Downstream permits Downstream.Ack, Both {
    record Ack(int count) implements Downstream {}
}
