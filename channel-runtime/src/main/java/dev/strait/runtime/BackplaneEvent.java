package dev.strait.runtime;

import java.time.Duration;

/**
 * An event of the backplane, which connects a hub to the other nodes. More kinds may be added.
 *
 * @see ChannelListener#backplane
 */
public sealed interface BackplaneEvent {

    /** The engine is reachable, and all subscriptions of this node are confirmed. */
    record Connected() implements BackplaneEvent {}

    /**
     * The engine is not reachable. This node goes on alone until {@link Connected}.
     *
     * @param cause a description for logs
     */
    record Disconnected(String cause) implements BackplaneEvent {}

    /**
     * The engine takes what this node publishes, but it does not come back. The backplane connects anew.
     *
     * @param silence for how long
     */
    record Unheard(Duration silence) implements BackplaneEvent {}

    /**
     * The engine has accepted an envelope of this node.
     *
     * @param time how long that took
     */
    record Published(Duration time) implements BackplaneEvent {}

    /** An envelope has arrived. */
    record Received(Origin origin) implements BackplaneEvent {}

    /** Where an envelope comes from. */
    enum Origin {
        /** Another node. */
        PEER,
        /** Another node; its copy for another topic has arrived before. */
        DUPLICATE,
        /** This node. */
        SELF
    }

    /**
     * Messages were lost, or may have been.
     *
     * @param count how many envelopes, or for {@link Loss#SUBSCRIPTION} how many topics
     */
    record Lost(Loss loss, int count) implements BackplaneEvent {}

    /** Why messages do not reach other nodes, or this node. */
    enum Loss {
        /** The engine was not reachable, so nothing was sent. */
        UNREACHABLE,
        /** The engine did not confirm that it has accepted an envelope, which may have been sent. */
        UNCONFIRMED,
        /** Subscriptions of this node were interrupted while the engine was reachable, and are confirmed again. */
        SUBSCRIPTION,
        /**
         * An envelope has arrived that its node had sent by a connection which has ended since, after what it sent by the next
         * one. It is discarded, so that what one node sends keeps its order.
         */
        LATE,
        /** More than 64 MiB of envelopes were waiting on this node, because it is too slow. */
        OVERFLOW,
        /** An envelope of another node cannot be read: its version of Strait is too different. */
        UNREADABLE
    }

    /**
     * Another node has appeared.
     *
     * @param id its id, which is new with each start
     * @param name its name: see {@link ChannelHub.Builder#node}
     */
    record PeerFound(String id, String name) implements BackplaneEvent {}

    /**
     * Another node has gone.
     *
     * @param hasStopped whether it said so; otherwise it was silent for 15 s
     */
    record PeerGone(String id, String name, boolean hasStopped) implements BackplaneEvent {}
}
