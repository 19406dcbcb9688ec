package dev.strait.cluster;

import dev.strait.client.ClientState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Many clients, four in each room, on different nodes. They record what they send and receive. */
final class Crowd implements AutoCloseable {

    static final int ROOM_SIZE = 4;

    /**
     * What a client has sent.
     *
     * @param at on the clock of this JVM, in nanoseconds
     */
    record Sent(int client, int number, long at) {}

    /** What a client has received. */
    record Got(int from, int number) {}

    /** A client of one node. */
    static final class Member {

        final int index;
        final int node;
        final FeedClient client;
        final ConcurrentLinkedQueue<Got> got = new ConcurrentLinkedQueue<>();
        final AtomicLong entries = new AtomicLong();
        private volatile boolean isIn;
        private final AtomicLong turn = new AtomicLong();
        private int lastNumber;

        Member(int index, int node, int port) {
            this.index = index;
            this.node = node;
            this.client = FeedClient.at("http://127.0.0.1:" + port)
                    .room("r" + index / ROOM_SIZE)
                    .query(Map.of("user", FeedService.userOf(index)))
                    .build();
            client.onSaid(said -> got.add(new Got(said.client(), said.number())));
            client.onState(this::changed);
            client.open();
        }

        /** The client is in its room when an ask is answered, because the server handles one thing after the other. */
        private void changed(ClientState state) {
            long now = turn.incrementAndGet();
            isIn = false;
            if (state instanceof ClientState.Open) {
                entries.incrementAndGet();
                var unused = client.check().whenComplete((done, failure) -> {
                    if (failure == null && turn.get() == now) {
                        isIn = true;
                    }
                });
            }
        }

        boolean isIn() {
            return isIn;
        }
    }

    private final List<Member> members = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();

    Crowd(int size, List<NodeProcess> nodes) {
        for (int i = 0; i < size; i++) {
            int node = (i + i / ROOM_SIZE) % nodes.size();
            members.add(new Member(i, node, nodes.get(node).port));
        }
    }

    /** A random client sends its next number to its room, if it is there. */
    void sendOne(Random random) {
        Member member = members.get(random.nextInt(members.size()));
        if (member.isIn()) {
            int number = ++member.lastNumber;
            sent.add(new Sent(member.index, number, System.nanoTime()));
            member.client.say(member.index, number);
        }
    }

    boolean areAllIn() {
        return members.stream().allMatch(Member::isIn);
    }

    List<Member> members() {
        return members;
    }

    /** Returns the members of the room of a client, itself included. */
    List<Member> roomOf(int client) {
        int first = client / ROOM_SIZE * ROOM_SIZE;
        return members.subList(first, Math.min(first + ROOM_SIZE, members.size()));
    }

    List<Sent> sent() {
        return sent;
    }

    @Override
    public void close() {
        members.forEach(member -> member.client.close());
    }
}
