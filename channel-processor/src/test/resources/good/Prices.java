package com.acme;

import dev.strait.Ask;
import dev.strait.Channel;
import jakarta.validation.constraints.Size;

/** Prices of shares. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"}) // unlimited input, inexact numbers
@Channel(value = "/ws/prices", rooms = false)
public interface Prices {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Watch(@Size(max = 10) String symbol) implements ToServer {}

    record Latest(@Size(max = 10) String symbol) implements ToServer, Ask<Price> {}

    record Price(@Size(max = 10) String symbol, long cents) implements ToClient {}
}
