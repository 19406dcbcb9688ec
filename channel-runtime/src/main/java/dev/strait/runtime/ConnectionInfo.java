package dev.strait.runtime;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A connection as it was at one moment.
 *
 * @param id its id, unique among all nodes
 * @param channel the contract's qualified name
 * @param path the path that it came in by
 * @param user who it is for, if the handler said so
 * @param rooms the names of its rooms on the wire, in the order of joining
 * @param since when it was opened
 */
public record ConnectionInfo(
        String id, String channel, String path, Optional<String> user, Set<String> rooms, Instant since) {}
