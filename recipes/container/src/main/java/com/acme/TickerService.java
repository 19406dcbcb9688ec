package com.acme;

import dev.strait.runtime.Handshake;

/** The handler. */
public final class TickerService implements TickerHandler<String> {

    @Override
    public String open(Ticker.Room room, Handshake handshake) {
        return "";
    }
}
