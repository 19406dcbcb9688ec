package com.acme;

import dev.strait.Channel;
import jakarta.validation.constraints.Size;

/** Sends back what it gets. */
@Channel(value = "/ws/echo", rooms = false)
public interface Echo {

    sealed interface ToServer {}

    sealed interface ToClient {}

    record Say(@Size(max = 100) String text) implements ToServer {}

    record Said(String text) implements ToClient {}
}
