package dev.strait.tests.zoo;

import dev.strait.AsString;
import dev.strait.Channel;
import dev.strait.tests.elsewhere.Level;

/** Contracts that stand in a class, each with one direction and one message. */
final class Meter {

    private Meter() {}

    /** Clients only send, and need not say what. */
    @SuppressWarnings({"STRAIT-182", "STRAIT-183"})
    @Channel("/ws/meter/in")
    interface In {
        sealed interface ToServer {}

        record Measured(double value, Level level) implements ToServer {}
    }

    /** The server only sends. */
    @SuppressWarnings({"STRAIT-182", "STRAIT-183"})
    @Channel("/ws/meter/out/{shard}")
    interface Out {
        sealed interface ToClient {}

        record Room(long shard) {}

        record Mean(double value, @AsString long of) implements ToClient {}
    }
}
