package dev.strait.runtime.spi;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who a message is for: the union of the targets without the exceptions. Values only, so that it can travel to other
 * nodes. Where several rooms name one connection, the first counts.
 *
 * @param rooms names of rooms, in the order of preference
 * @param users names of users
 * @param connections ids of connections
 * @param everyone whether it is all connections of the channel
 * @param exceptConnections ids of connections that get nothing
 * @param exceptUsers names of users that get nothing
 */
public record Selection(
        Set<String> rooms,
        Set<String> users,
        Set<String> connections,
        boolean everyone,
        Set<String> exceptConnections,
        Set<String> exceptUsers) {

    /** Keeps the order of what it is given. */
    public Selection {
        rooms = ordered(rooms);
        users = ordered(users);
        connections = ordered(connections);
        exceptConnections = ordered(exceptConnections);
        exceptUsers = ordered(exceptUsers);
    }

    /** The members of some rooms. */
    public static Selection ofRooms(Set<String> rooms) {
        return new Selection(rooms, Set.of(), Set.of(), false, Set.of(), Set.of());
    }

    /** The connections of some users. */
    public static Selection ofUsers(Set<String> users) {
        return new Selection(Set.of(), users, Set.of(), false, Set.of(), Set.of());
    }

    /** Some connections. */
    public static Selection ofConnections(Set<String> ids) {
        return new Selection(Set.of(), Set.of(), ids, false, Set.of(), Set.of());
    }

    /** All connections. */
    public static Selection ofEveryone() {
        return new Selection(Set.of(), Set.of(), Set.of(), true, Set.of(), Set.of());
    }

    /** Both together; what either excepts is excepted. */
    public Selection and(Selection other) {
        return new Selection(
                union(rooms, other.rooms),
                union(users, other.users),
                union(connections, other.connections),
                everyone || other.everyone,
                union(exceptConnections, other.exceptConnections),
                union(exceptUsers, other.exceptUsers));
    }

    /** Without these connections. */
    public Selection except(Set<String> ids) {
        return new Selection(rooms, users, connections, everyone, union(exceptConnections, ids), exceptUsers);
    }

    /** Without the connections of these users. */
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
