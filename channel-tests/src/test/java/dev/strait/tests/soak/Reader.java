package dev.strait.tests.soak;

import org.jspecify.annotations.Nullable;

/**
 * A client that joins a room, and connects again if the server has too many handshakes. It expects {@link Numbered} messages
 * in order.
 */
final class Reader implements SoakClient.Events {

    private static final int UNAVAILABLE = 503;

    private final ClientLoop loop;
    private final String address;
    private final String target;
    private final @Nullable Latencies latencies;
    private volatile SoakClient client;
    private volatile boolean isInRoom;
    private volatile boolean hasGoodbye;
    private volatile long next;
    private volatile boolean hasGap;

    private Reader(ClientLoop loop, int number, String room, @Nullable Latencies latencies) {
        this.loop = loop;
        this.address = ClientLoop.addressOf(number);
        this.target = "/ws/crowd?room=" + room;
        this.latencies = latencies;
        this.client = loop.connect(address, target, this);
    }

    static Reader connect(ClientLoop loop, int number, String room) {
        return new Reader(loop, number, room, null);
    }

    /** Connects a client that measures how old its messages are. */
    static Reader connect(ClientLoop loop, int number, String room, Latencies latencies) {
        return new Reader(loop, number, room, latencies);
    }

    SoakClient client() {
        return client;
    }

    boolean isInRoom() {
        return isInRoom;
    }

    boolean hasGoodbye() {
        return hasGoodbye;
    }

    /** Returns the number of messages that have arrived, all of them in order; -1 if one was lost or repeated. */
    long numbers() {
        return hasGap ? -1 : next;
    }

    /** Expects that the numbers start at 0 again. */
    void restart() {
        next = 0;
    }

    @Override
    public void received(SoakClient from, String start) {
        if (start.startsWith("{\"type\":\"posted\"")) {
            long[] message = Numbered.parse(start);
            if (message[0] != next) {
                hasGap = true;
            }
            next = message[0] + 1;
            if (latencies != null) {
                latencies.add(System.nanoTime() - message[1]);
            }
        } else if (start.contains("$joined")) {
            isInRoom = true;
        } else if (start.contains("$bye")) {
            hasGoodbye = true;
        }
    }

    @Override
    public void ended(SoakClient ended) {
        if (ended.status() == UNAVAILABLE) {
            client = loop.connect(address, target, this);
        }
    }
}
