package dev.strait.tests.zoo;

/** What the server sends on contracts that name it. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
sealed interface Downstream permits Downstream.Ack, Both {
    record Ack(int count) implements Downstream {}
}
