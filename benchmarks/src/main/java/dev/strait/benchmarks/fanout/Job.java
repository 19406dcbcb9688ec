package dev.strait.benchmarks.fanout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A workload that servers are measured with. */
enum Job {
    W1("w1", "One room of 500, one message in flight", Mode.FANOUT, 1, 500, 1),
    W16("w16", "One room of 500, 16 messages in flight", Mode.FANOUT, 1, 500, 16),
    ROOMS_W1("rooms-w1", "50 rooms of 10, one message in flight per room", Mode.FANOUT, 50, 10, 1),
    ROOMS_W4("rooms-w4", "50 rooms of 10, 4 messages in flight per room", Mode.FANOUT, 50, 10, 4),
    ECHO("echo", "Echo: 50 connections, one message in flight per connection", Mode.ECHO, 50, 1, 1),
    RATE("rate", "Latency: one room of 500, 20,000 deliveries per second", Mode.RATE, 1, 500, 1),
    IDLE("idle", "5,000 idle connections", Mode.IDLE, 100, 50, 1),
    SCALE_100("scale-100", "One room of 100, 4 messages in flight", Mode.FANOUT, 1, 100, 4),
    SCALE_1000("scale-1000", "One room of 1,000, 4 messages in flight", Mode.FANOUT, 1, 1000, 4),
    SCALE_5000("scale-5000", "One room of 5,000, 4 messages in flight", Mode.FANOUT, 1, 5000, 4),
    SCALE_ROOMS("scale-rooms", "1,000 rooms of 5, 4 messages in flight per room", Mode.FANOUT, 1000, 5, 4);

    /** The mode of the load client, whose option has the same name in lower case. */
    enum Mode {
        FANOUT,
        ECHO,
        RATE,
        IDLE
    }

    final String id;
    final String title;
    final Mode mode;
    final int rooms;
    final int members;
    final int window;

    Job(String id, String title, Mode mode, int rooms, int members, int window) {
        this.id = id;
        this.title = title;
        this.mode = mode;
        this.rooms = rooms;
        this.members = members;
        this.window = window;
    }

    int connections() {
        return rooms * members;
    }

    /** The C servers that the ratios refer to. They run first in each round. */
    List<String> references() {
        return switch (mode) {
            case FANOUT -> List.of(Servers.C_WRITE, Servers.C_COALESCE);
            case ECHO -> List.of(Servers.C_ECHO);
            case RATE, IDLE -> List.of(Servers.C_WRITE);
        };
    }

    /** Parses {@code all} or a list of ids; {@code scale} stands for all jobs whose id starts with it. */
    static List<Job> named(String names) {
        if (names.equals("all")) {
            return List.of(values());
        }
        List<Job> jobs = new ArrayList<>();
        for (String name : names.split(",")) {
            List<Job> found = Arrays.stream(values())
                    .filter(job -> job.id.equals(name) || job.id.startsWith(name + "-") && name.equals("scale"))
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("unknown job: " + name);
            }
            jobs.addAll(found);
        }
        return jobs;
    }
}
