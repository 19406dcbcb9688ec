package dev.strait.tests;

import dev.strait.Channel;

/** A channel whose room is found as a service, as containers do that deploy by themselves. */
@Channel("/ws/auto-deployed")
interface AutoDeployed {
    sealed interface ToClient {}

    record Count(int value) implements ToClient {}
}
