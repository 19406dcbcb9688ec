package dev.strait.tests;

import dev.strait.Channel;

/** A record whose constructor objects, and sometimes fails in another way. */
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
