package dev.strait.docs;

import dev.strait.Channel;

/** A channel whose endpoint has the default settings. */
@Channel("/ws/sample")
interface Sample {

    sealed interface ToServer {}

    sealed interface ToClient {}

    record Poke() implements ToServer {}

    record Poked() implements ToClient {}
}
