package com.acme;

import dev.strait.Channel;
import jakarta.validation.constraints.PositiveOrZero;

/** A class around a contract. */
final class Nested {

    private Nested() {}

    /** A package-private contract with several components in its room key, and a union below a direction. */
    @Channel(value = "/ws/zoo/{cage}/{kind}", description = "All kinds of animals.")
    interface Cage {

        sealed interface ToServer {

            sealed interface Care extends ToServer {}
        }

        enum Kind {
            BIRD,
            FISH
        }

        record Room(@PositiveOrZero int cage, Kind kind) {}

        record Feed(int portions) implements ToServer.Care {}

        record Look() implements ToServer {}
    }
}
