package dev.strait.runtime;

import java.util.List;
import java.util.Objects;

/** The connection of a hub to the other nodes at one moment, for health checks, metrics and tools. Immutable. */
public final class BackplaneView {

    /** Whether the other nodes can be reached. */
    public enum State {
        /** There are no others: the hub has no backplane. */
        ALONE,
        /** The hub has just started. */
        CONNECTING,
        /** The engine is reachable. */
        CONNECTED,
        /** The engine is not reachable at the moment. */
        DISCONNECTED,
        /** The engine takes what this node publishes, but it does not come back. */
        UNHEARD
    }

    /**
     * Another node.
     *
     * @param id its id, which is new with each start
     * @param name its name: see {@link ChannelHub.Builder#node}
     */
    public record Peer(String id, String name) {}

    private final State state;
    private final String reason;
    private final String id;
    private final String name;
    private final List<Peer> peers;
    private final int topics;
    private final int unconfirmedTopics;
    private final int inFlight;

    private BackplaneView(Builder builder) {
        this.state = builder.state;
        this.reason = builder.reason;
        this.id = builder.id;
        this.name = builder.name;
        this.peers = builder.peers;
        this.topics = builder.topics;
        this.unconfirmedTopics = builder.unconfirmedTopics;
        this.inFlight = builder.inFlight;
    }

    /**
     * Returns a builder, for tests of code that reads views.
     *
     * @param id the id of the node
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** Returns whether the other nodes can be reached. */
    public State state() {
        return state;
    }

    /** Returns whether messages of other nodes do not arrive, or not yet. Connections of this node are served. */
    public boolean isDegraded() {
        return state != State.ALONE && state != State.CONNECTED;
    }

    /** Returns why the engine is not reachable, for logs and tools; empty if it is, or if the hub has just started. */
    public String reason() {
        return reason;
    }

    /** Returns the id of this node, which is new with each start. The ids of its connections begin with it. */
    public String id() {
        return id;
    }

    /** Returns the name of this node: see {@link ChannelHub.Builder#node}. */
    public String name() {
        return name;
    }

    /**
     * Returns the other nodes that were heard in the last 15 s, in the order of their names and ids. While this node is not
     * connected, it keeps those that it knew before.
     */
    public List<Peer> peers() {
        return peers;
    }

    /** Returns the number of topics that this node is subscribed to: one for each room and user here, and a few others. */
    public int topics() {
        return topics;
    }

    /** Returns how many of the topics the engine has not confirmed. */
    public int unconfirmedTopics() {
        return unconfirmedTopics;
    }

    /** Returns the number of envelopes that the engine has not accepted yet. */
    public int inFlight() {
        return inFlight;
    }

    @Override
    public String toString() {
        return "BackplaneView[" + state + ", node " + id + " " + name + ", peers " + peers + ", " + topics + " topics, "
                + unconfirmedTopics + " unconfirmed, " + inFlight + " in flight]";
    }

    /** Builds a {@link BackplaneView}. */
    public static final class Builder {

        private final String id;
        private State state = State.ALONE;
        private String reason = "";
        private String name;
        private List<Peer> peers = List.of();
        private int topics;
        private int unconfirmedTopics;
        private int inFlight;

        private Builder(String id) {
            this.id = Objects.requireNonNull(id, "id");
            this.name = id;
        }

        /** Sets whether the other nodes can be reached. The default is {@link State#ALONE}. */
        public Builder state(State state) {
            this.state = Objects.requireNonNull(state, "state");
            return this;
        }

        /** Sets why the engine is not reachable. The default is empty. */
        public Builder reason(String reason) {
            this.reason = Objects.requireNonNull(reason, "reason");
            return this;
        }

        /** Sets the name of this node. The default is its id. */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /** Sets the other nodes. */
        public Builder peers(List<Peer> peers) {
            this.peers = List.copyOf(peers);
            return this;
        }

        /** Sets the number of topics, and how many of them are not confirmed. */
        public Builder topics(int topics, int unconfirmed) {
            this.topics = topics;
            this.unconfirmedTopics = unconfirmed;
            return this;
        }

        /** Sets the number of envelopes that the engine has not accepted yet. */
        public Builder inFlight(int inFlight) {
            this.inFlight = inFlight;
            return this;
        }

        /** Builds the view. */
        public BackplaneView build() {
            return new BackplaneView(this);
        }
    }
}
