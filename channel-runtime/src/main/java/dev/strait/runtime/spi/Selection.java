package dev.strait.runtime.spi;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The recipients of a message: the union of the targets, without the exclusions. It consists of plain values, so that
 * it can be sent to other nodes. A connection that several rooms select gets the frame of the first.
 *
 * @param rooms wire names of rooms, in the order of preference
 * @param users user ids
 * @param connections connection ids
 * @param everyone whether all connections of the channel are selected
 * @param exceptConnections ids of excluded connections
 * @param exceptUsers ids of excluded users
 */
public record Selection(
        Set<String> rooms,
        Set<String> users,
        Set<String> connections,
        boolean everyone,
        Set<String> exceptConnections,
        Set<String> exceptUsers) {

    /** Copies the sets, and keeps their order. */
    public Selection {
        rooms = ordered(rooms);
        users = ordered(users);
        connections = ordered(connections);
        exceptConnections = ordered(exceptConnections);
        exceptUsers = ordered(exceptUsers);
    }

    /** Returns the members of some rooms. */
    public static Selection ofRooms(Set<String> rooms) {
        return new Selection(rooms, Set.of(), Set.of(), false, Set.of(), Set.of());
    }

    /** Returns the connections of some users. */
    public static Selection ofUsers(Set<String> users) {
        return new Selection(Set.of(), users, Set.of(), false, Set.of(), Set.of());
    }

    /** Returns some connections. */
    public static Selection ofConnections(Set<String> ids) {
        return new Selection(Set.of(), Set.of(), ids, false, Set.of(), Set.of());
    }

    /** Returns all connections of the channel. */
    public static Selection ofEveryone() {
        return new Selection(Set.of(), Set.of(), Set.of(), true, Set.of(), Set.of());
    }

    /** Returns the union of both targets. The exclusions of either apply. */
    public Selection and(Selection other) {
        return new Selection(
                union(rooms, other.rooms),
                union(users, other.users),
                union(connections, other.connections),
                everyone || other.everyone,
                union(exceptConnections, other.exceptConnections),
                union(exceptUsers, other.exceptUsers));
    }

    /** Returns this selection without these connections. */
    public Selection except(Set<String> ids) {
        return new Selection(rooms, users, connections, everyone, union(exceptConnections, ids), exceptUsers);
    }

    /** Returns this selection without the connections of these users. */
    public Selection exceptUsers(Set<String> names) {
        return new Selection(rooms, users, connections, everyone, exceptConnections, union(exceptUsers, names));
    }

    private static Set<String> ordered(Set<String> names) {
        return names.size() < 2 ? Set.copyOf(names) : Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        if (others.isEmpty()) {
            return some;
        }
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }
}
