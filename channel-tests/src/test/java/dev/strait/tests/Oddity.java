package dev.strait.tests;

import dev.strait.Channel;

/** A record whose constructor objects, and sometimes fails in another way. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"}) // larger than a contract should be
@Channel("/ws/oddity")
interface Oddity {
    sealed interface ToServer {}

    record Sum(int a, int b) implements ToServer {
        public Sum {
            if (Math.addExact(a, b) < 0) {
                throw new IllegalArgumentException("must not be negative in all");
            }
        }
    }
}
