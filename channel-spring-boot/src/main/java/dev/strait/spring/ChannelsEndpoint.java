package dev.strait.spring;

import dev.strait.runtime.BackplaneView;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelView;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** Shows the channels of the hub at {@code /actuator/channels}: numbers only, and no names of rooms or users. */
@Endpoint(id = "channels")
public final class ChannelsEndpoint {

    private final ChannelHub hub;

    ChannelsEndpoint(ChannelHub hub) {
        this.hub = hub;
    }

    /** Returns the state of the hub and of each channel. */
    @ReadOperation
    public Hub hub() {
        return new Hub(
                hub.state(),
                Backplane.of(hub.backplane()),
                hub.channels().stream().map(Channel::of).toList());
    }

    /** The hub, with its channels in the order of their names. */
    public record Hub(ChannelHub.State state, Backplane backplane, List<Channel> channels) {}

    /** The connection to other nodes, with their names; see {@link BackplaneView}. */
    public record Backplane(
            BackplaneView.State state,
            String reason,
            String node,
            List<String> peers,
            int topics,
            int unconfirmedTopics,
            int inFlight) {

        static Backplane of(BackplaneView view) {
            return new Backplane(
                    view.state(),
                    view.reason(),
                    view.name(),
                    view.peers().stream().map(BackplaneView.Peer::name).toList(),
                    view.topics(),
                    view.unconfirmedTopics(),
                    view.inFlight());
        }
    }

    /** A channel; see {@link ChannelView}. */
    public record Channel(
            String name,
            List<String> paths,
            String fingerprint,
            int connections,
            int rooms,
            int waitingMessages,
            long waitingBytes,
            int slowConnections,
            int openAsks) {

        static Channel of(ChannelView view) {
            return new Channel(
                    view.name(),
                    view.paths(),
                    view.fingerprint(),
                    view.connections(),
                    view.rooms(),
                    view.waitingMessages(),
                    view.waitingBytes(),
                    view.slowConnections(),
                    view.openAsks());
        }
    }
}
