package dev.strait.tests;

import dev.strait.Channel;
import dev.strait.Discriminator;
import jakarta.validation.constraints.Size;

/** A discriminator that is a field of Alepha's envelope. */
@Channel("/ws/wrapped")
@Discriminator("message")
interface Wrapped {
    sealed interface ToServer {}

    record Say(@Size(max = 100) String text) implements ToServer {}
}
