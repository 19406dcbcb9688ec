package dev.strait.tests;

import dev.strait.Channel;

/** A channel whose room is found as a service, as containers do that deploy by themselves. */
@Channel("/ws/tally")
interface Tally {
    sealed interface ToClient {}

    record Count(int value) implements ToClient {}
}
