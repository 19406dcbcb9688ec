package dev.strait.tests.zoo;

import dev.strait.AsString;
import dev.strait.Channel;
import dev.strait.tests.elsewhere.Level;

/** Contracts nested in a class, each with one direction and one message. */
final class Meter {

    private Meter() {}

    /** Only clients send. They may omit the type. */
    @SuppressWarnings({"STRAIT-182", "STRAIT-183"})
    @Channel("/ws/meter/in")
    interface In {
        sealed interface ToServer {}

        record Measured(double value, Level level) implements ToServer {}
    }

    /** Only the server sends. */
    @SuppressWarnings({"STRAIT-182", "STRAIT-183"})
    @Channel("/ws/meter/out/{shard}")
    interface Out {
        sealed interface ToClient {}

        record Room(long shard) {}

        record Mean(double value, @AsString long of) implements ToClient {}
    }
}
