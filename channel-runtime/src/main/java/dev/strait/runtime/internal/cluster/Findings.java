package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.ConnectionInfo;
import java.util.List;

/**
 * What one node answers to an inquiry.
 *
 * @param count the number of members; of a join or leave, 1 if it has happened
 * @param rooms wire names
 */
public record Findings(int count, List<String> rooms, List<ConnectionInfo> connections) {

    /** Nothing. */
    public static final Findings NONE = count(0);

    public static Findings count(int count) {
        return new Findings(count, List.of(), List.of());
    }

    public static Findings rooms(List<String> rooms) {
        return new Findings(0, rooms, List.of());
    }

    public static Findings connections(List<ConnectionInfo> connections) {
        return new Findings(0, List.of(), connections);
    }
}
