package dev.strait.tests.zoo;

/** What the server sends on contracts that name it. */
sealed interface Downstream permits Downstream.Ack, Both {
    record Ack(int count) implements Downstream {}
}
