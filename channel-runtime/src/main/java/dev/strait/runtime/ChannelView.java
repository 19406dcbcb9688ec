package dev.strait.runtime;

import java.util.List;
import java.util.Objects;

/** The state of one channel of a hub at one moment, for health checks, metrics and tools. Immutable. */
public final class ChannelView {

    private final String name;
    private final List<String> paths;
    private final String fingerprint;
    private final int connections;
    private final int rooms;
    private final int waitingMessages;
    private final long waitingBytes;
    private final int slowConnections;
    private final int openAsks;

    private ChannelView(Builder builder) {
        this.name = builder.name;
        this.paths = builder.paths;
        this.fingerprint = builder.fingerprint;
        this.connections = builder.connections;
        this.rooms = builder.rooms;
        this.waitingMessages = builder.waitingMessages;
        this.waitingBytes = builder.waitingBytes;
        this.slowConnections = builder.slowConnections;
        this.openAsks = builder.openAsks;
    }

    /** Returns a builder, for tests of code that reads views. All numbers are 0 by default. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Returns the qualified name of the contract. */
    public String name() {
        return name;
    }

    /** Returns the paths of its endpoints; empty if this hub only emits on the channel. */
    public List<String> paths() {
        return paths;
    }

    /** Returns a short hash of everything in the contract that affects the wire format. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Returns the number of open connections. */
    public int connections() {
        return connections;
    }

    /** Returns the number of rooms with members. */
    public int rooms() {
        return rooms;
    }

    /** Returns the number of messages that wait to be written, over all connections. */
    public int waitingMessages() {
        return waitingMessages;
    }

    /** Returns the bytes that wait to be written or are being written, with 64 for each message. */
    public long waitingBytes() {
        return waitingBytes;
    }

    /** Returns the number of connections whose queue is more than half full. */
    public int slowConnections() {
        return slowConnections;
    }

    /** Returns the number of asks of the server that clients have not answered yet. */
    public int openAsks() {
        return openAsks;
    }

    @Override
    public String toString() {
        return "ChannelView[" + name + ", paths " + paths + ", " + connections + " connections, " + rooms + " rooms, "
                + waitingMessages + " waiting messages of " + waitingBytes + " bytes, " + slowConnections
                + " slow connections, " + openAsks + " open asks]";
    }

    /** Builds a {@link ChannelView}. */
    public static final class Builder {

        private final String name;
        private List<String> paths = List.of();
        private String fingerprint = "";
        private int connections;
        private int rooms;
        private int waitingMessages;
        private long waitingBytes;
        private int slowConnections;
        private int openAsks;

        private Builder(String name) {
            this.name = Objects.requireNonNull(name, "name");
        }

        /** Sets the paths of its endpoints. */
        public Builder paths(List<String> paths) {
            this.paths = List.copyOf(paths);
            return this;
        }

        /** Sets the fingerprint of the contract. */
        public Builder fingerprint(String fingerprint) {
            this.fingerprint = Objects.requireNonNull(fingerprint, "fingerprint");
            return this;
        }

        /** Sets the number of rooms with members. */
        public Builder rooms(int rooms) {
            this.rooms = rooms;
            return this;
        }

        /**
         * Adds an open connection.
         *
         * @param waitingMessages the messages that wait to be written
         * @param waitingBytes their bytes
         * @param isSlow whether its queue is more than half full
         * @param openAsks the asks that the client has not answered yet
         */
        public Builder connection(int waitingMessages, long waitingBytes, boolean isSlow, int openAsks) {
            this.connections++;
            this.waitingMessages += waitingMessages;
            this.waitingBytes += waitingBytes;
            this.slowConnections += isSlow ? 1 : 0;
            this.openAsks += openAsks;
            return this;
        }

        /** Builds the view. */
        public ChannelView build() {
            return new ChannelView(this);
        }
    }
}
