package dev.strait.runtime;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A snapshot of one connection, for listeners and queries. Immutable. */
public final class ConnectionInfo {

    private final String id;
    private final String channel;
    private final String path;
    private final @Nullable String user;
    private final Set<String> rooms;
    private final Instant since;

    private ConnectionInfo(Builder builder) {
        this.id = builder.id;
        this.channel = builder.channel;
        this.path = builder.path;
        this.user = builder.user;
        this.rooms = builder.rooms.size() < 2
                ? Set.copyOf(builder.rooms)
                : Collections.unmodifiableSet(new LinkedHashSet<>(builder.rooms)); // in their order
        this.since = builder.since;
    }

    /**
     * Returns a builder, for the runtime and for tests of listeners.
     *
     * @param id the connection id
     * @param channel the qualified name of the contract
     */
    public static Builder builder(String id, String channel) {
        return new Builder(id, channel);
    }

    /** Returns the connection id, which is unique across all nodes. */
    public String id() {
        return id;
    }

    /** Returns the qualified name of the contract. */
    public String channel() {
        return channel;
    }

    /** Returns the path of the handshake request. */
    public String path() {
        return path;
    }

    /** Returns the user id, if the handler's {@code user} returned one. */
    public Optional<String> user() {
        return Optional.ofNullable(user);
    }

    /** Returns the wire names of the rooms that the connection is in, in the order of joining. */
    public Set<String> rooms() {
        return rooms;
    }

    /** Returns the time at which the connection was opened. */
    public Instant since() {
        return since;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConnectionInfo that
                && id.equals(that.id)
                && channel.equals(that.channel)
                && path.equals(that.path)
                && Objects.equals(user, that.user)
                && rooms.equals(that.rooms)
                && since.equals(that.since);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "ConnectionInfo[id=" + id + ", channel=" + channel + ", path=" + path + ", user=" + user + ", rooms="
                + rooms + ", since=" + since + "]";
    }

    /** Builds a {@link ConnectionInfo}. */
    public static final class Builder {

        private final String id;
        private final String channel;
        private String path = "/";
        private @Nullable String user;
        private Collection<String> rooms = Set.of();
        private Instant since = Instant.EPOCH;

        private Builder(String id, String channel) {
            this.id = Objects.requireNonNull(id, "id");
            this.channel = Objects.requireNonNull(channel, "channel");
        }

        /** Sets the path of the handshake request. The default is {@code /}. */
        public Builder path(String path) {
            this.path = Objects.requireNonNull(path, "path");
            return this;
        }

        /** Sets the user id; null for none, which is the default. */
        public Builder user(@Nullable String user) {
            this.user = user;
            return this;
        }

        /** Sets the wire names of the rooms, in the order of joining. The default is none. */
        public Builder rooms(Collection<String> rooms) {
            this.rooms = Objects.requireNonNull(rooms, "rooms");
            return this;
        }

        /** Sets the time at which the connection was opened. The default is {@link Instant#EPOCH}. */
        public Builder since(Instant since) {
            this.since = Objects.requireNonNull(since, "since");
            return this;
        }

        /** Builds the snapshot. */
        public ConnectionInfo build() {
            return new ConnectionInfo(this);
        }
    }
}
