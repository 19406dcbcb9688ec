package dev.strait.tests.soak;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clients that connect, join and leave rooms, send, and disconnect, each at random. Some of them vanish: they no longer read
 * or answer, but their sockets stay open. For one thread.
 */
final class Churn {

    private static final int PLACES = 300;
    private static final int ROOMS = 60;
    private static final int USERS = 200;
    private static final int MAX_ROOMS = 4;
    /** Long enough for the server to notice a client that has vanished. */
    private static final long VANISHED_NANOS = TimeUnit.SECONDS.toNanos(8);

    private final ClientLoop loop;
    private final Random random;
    private final List<Visit> visits = new ArrayList<>();
    private final Deque<Vanished> vanished = new ArrayDeque<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final AtomicLong received = new AtomicLong();
    private long connects;
    private long joins;
    private long leaves;
    private long sends;
    private long closes;
    private long cuts;
    private long vanishedCount;

    /** A client whose server does not know yet that it is gone. */
    private record Vanished(SoakClient client, long at) {}

    Churn(ClientLoop loop, long seed) {
        this.loop = loop;
        this.random = new Random(seed);
        for (int i = 0; i < PLACES; i++) {
            visits.add(new Visit());
        }
    }

    /** Does some things. */
    void step(int count) {
        for (int i = 0; i < count; i++) {
            int place = random.nextInt(PLACES);
            Visit visit = visits.get(place);
            if (visit.client.isEnded()) {
                visits.set(place, new Visit());
            } else if (visit.client.isOpen()) {
                visit.step();
            }
        }
        long now = System.nanoTime();
        while (!vanished.isEmpty() && now - vanished.getFirst().at() > VANISHED_NANOS) {
            vanished.removeFirst().client().reset();
        }
    }

    /** Disconnects all clients. */
    void end() {
        visits.forEach(visit -> visit.client.reset());
        vanished.forEach(each -> each.client().reset());
    }

    Collection<String> errors() {
        return errors;
    }

    /** Returns the number of clients that have vanished for so long that the server has to notice. */
    long vanished() {
        return vanishedCount - vanished.size();
    }

    @Override
    public String toString() {
        return String.format(
                "%,d connects, %,d joins, %,d leaves, %,d messages sent and %,d received, %,d closes, %,d cuts, %,d vanished",
                connects, joins, leaves, sends, received.get(), closes, cuts, vanishedCount);
    }

    /** One connection. */
    private final class Visit implements SoakClient.Events {

        private final Set<String> rooms = new LinkedHashSet<>();
        private final SoakClient client;

        Visit() {
            connects++;
            String user = random.nextInt(3) == 0 ? "" : "&user=u" + random.nextInt(USERS);
            String room = room();
            rooms.add(room);
            String address = ClientLoop.addressOf(random.nextInt(1_000));
            this.client = loop.connect(address, "/ws/crowd?room=" + room + user, this);
        }

        private String room() {
            return "room" + random.nextInt(ROOMS);
        }

        private String anyRoom() {
            return List.copyOf(rooms).get(random.nextInt(rooms.size()));
        }

        void step() {
            int choice = random.nextInt(100);
            if (choice < 60) {
                sends++;
                client.post(anyRoom(), "some text of " + random.nextLong());
            } else if (choice < 70) {
                sends++;
                client.echo(anyRoom(), "some text");
            } else if (choice < 80 && rooms.size() < MAX_ROOMS) {
                joins++;
                String room = room();
                rooms.add(room);
                client.send("{\"type\":\"$join\",\"room\":\"" + room + "\"}");
            } else if (choice < 90 && rooms.size() > 1) {
                leaves++;
                String room = anyRoom();
                rooms.remove(room);
                client.send("{\"type\":\"$leave\",\"room\":\"" + room + "\"}");
            } else {
                disconnect(choice);
            }
        }

        private void disconnect(int choice) {
            if (choice < 96) {
                closes++;
                client.close(1000);
            } else if (choice < 97) {
                cuts++;
                client.reset();
            } else if (choice < 98) {
                cuts++;
                client.endInput();
            } else if (choice < 99) {
                vanishedCount++;
                client.pause(true);
                vanished.add(new Vanished(client, System.nanoTime()));
                visits.set(visits.indexOf(this), new Visit());
            }
        }

        @Override
        public void received(SoakClient from, String start) {
            received.incrementAndGet();
            if (start.contains("\"$error\"")) {
                errors.add(start);
            }
        }

        @Override
        public void ended(SoakClient ended) {
            if (ended.status() != 0 && ended.status() != SoakClient.SWITCHING_PROTOCOLS) {
                errors.add("status " + ended.status());
            }
        }
    }
}
