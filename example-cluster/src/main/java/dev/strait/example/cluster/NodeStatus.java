package dev.strait.example.cluster;

import dev.strait.runtime.Answer;
import dev.strait.runtime.BackplaneView;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ConnectionInfo;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Tells the connections of this node how it is. */
final class NodeStatus {

    private final ChannelHub hub;
    private final TeamEmitter team;

    NodeStatus(ChannelHub hub) {
        this.hub = hub;
        this.team = TeamEmitter.of(hub);
    }

    void sendAll() {
        team.rooms().forEach(this::send);
    }

    /** Asks all nodes for the number of members, and sends it to those of this node. */
    void send(Team.Room room) {
        CompletionStage<Void> unused = team.everywhere().size(room).thenAccept(people -> send(room, people));
    }

    private void send(Team.Room room, Answer<Integer> people) {
        BackplaneView backplane = hub.backplane();
        List<String> here =
                team.room(room).members().stream().map(ConnectionInfo::id).toList();
        List<String> others =
                backplane.peers().stream().map(BackplaneView.Peer::name).toList();
        team.connections(here)
                .status(backplane.name(), others, !backplane.isDegraded(), people.value(), people.isComplete());
    }
}
