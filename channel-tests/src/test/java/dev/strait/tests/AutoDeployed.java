package dev.strait.tests;

import dev.strait.Channel;

/** A channel whose room is loaded as a service, as in containers with automatic deployment. */
@Channel("/ws/auto-deployed")
interface AutoDeployed {
    sealed interface ToClient {}

    record Count(int value) implements ToClient {}
}
