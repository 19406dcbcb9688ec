package com.acme;

import dev.strait.Channel;

/** The time of the server, once a second. */
@Channel("/ws/time/{zone}")
public interface Ticker {

    sealed interface ToClient {}

    record Room(String zone) {}

    record Tick(String time) implements ToClient {}
}
