package dev.strait.example.cluster;

import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import java.util.Optional;

/** The chat of one node. The state of a connection is the name of its user. */
final class TeamService implements TeamHandler<String> {

    private static final int MAX_NAME_LENGTH = 24;

    private final String node;
    private final NodeStatus status;

    TeamService(String node, NodeStatus status) {
        this.node = node;
        this.status = status;
    }

    @Override
    public String open(Team.Room room, Handshake handshake) {
        return handshake
                .query("user")
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= MAX_NAME_LENGTH)
                .orElseThrow(
                        () -> Refusal.unauthenticated("Add your name to the URL: ?user=..., at most 24 characters."));
    }

    @Override
    public Optional<String> user(String name, Handshake handshake) {
        return Optional.of(name);
    }

    @Override
    public void joined(Team.Room room, TeamConnection<String> connection) {
        status.send(room);
    }

    /** Reaches the members on all nodes. */
    @Override
    public void onSay(Team.Say say, TeamConnection<String> from) {
        from.toRoom().said(from.state(), say.text(), node);
    }
}
