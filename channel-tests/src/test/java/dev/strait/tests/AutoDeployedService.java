package dev.strait.tests;

import dev.strait.runtime.Handshake;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts joins. */
public final class AutoDeployedService implements AutoDeployedRoom<String, AtomicInteger> {

    @Override
    public String open(Handshake handshake) {
        return "";
    }

    @Override
    public AtomicInteger create(String room) {
        return new AtomicInteger();
    }

    @Override
    public void joined(AtomicInteger count, AutoDeployedConnection<String> connection) {
        connection.toRoom().count(count.incrementAndGet());
    }
}
