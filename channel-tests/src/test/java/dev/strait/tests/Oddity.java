package dev.strait.tests;

import dev.strait.Channel;

/** A message whose constructor rejects some values, and fails unexpectedly for others. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"}) // unlimited input, inexact numbers
@Channel("/ws/oddity")
interface Oddity {
    sealed interface ToServer {}

    record Sum(int a, int b) implements ToServer {
        public Sum {
            if (a == Integer.MIN_VALUE) {
                throw new AssertionError("a bug");
            }
            if (Math.addExact(a, b) < 0) {
                throw new IllegalArgumentException("must not be negative in all");
            }
        }
    }
}
