package dev.strait.runtime.spi;

import dev.strait.runtime.spi.codec.ChannelCodec;
import dev.strait.runtime.spi.codec.PercentEncoding;
import dev.strait.runtime.spi.codec.RoomName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A contract, as the runtime needs it. Immutable. Generated code creates one for each channel.
 *
 * @param <R> the room key
 * @param <I> the client's messages
 * @param <O> the server's messages
 */
public final class ChannelContract<R, I, O> {

    /** For the fields of the protocol, white space, and fields of newer contracts. */
    private static final int FRAME_OVERHEAD = 4_096;

    private final String name;
    private final ChannelCodec<R, I, O> codec;
    private final String path;
    private final boolean hasRooms;
    private final List<String> roomComponents;
    private final String fingerprint;
    private final long maxMessageBytes;
    private final String largestMessage;
    private final Map<String, Set<String>> roles;
    private final boolean asksClients;
    private final String toServerDiscriminator;
    private final String toClientDiscriminator;
    private final List<WireMessage> toServer;
    private final List<WireMessage> toClient;

    private ChannelContract(Builder<R, I, O> builder) {
        this.name = builder.name;
        this.codec = builder.codec;
        this.path = builder.path;
        this.hasRooms = builder.hasRooms;
        this.roomComponents = builder.roomComponents;
        this.fingerprint = builder.fingerprint;
        this.maxMessageBytes = builder.maxMessageBytes;
        this.largestMessage = builder.largestMessage;
        this.roles = Map.copyOf(builder.roles);
        this.asksClients = builder.asksClients;
        this.toServerDiscriminator = builder.toServerDiscriminator;
        this.toClientDiscriminator = builder.toClientDiscriminator;
        this.toServer = builder.toServer;
        this.toClient = builder.toClient;
    }

    /**
     * Returns a builder.
     *
     * @param name the qualified name of the contract
     * @param codec the codec of its messages
     */
    public static <R, I, O> Builder<R, I, O> builder(String name, ChannelCodec<R, I, O> codec) {
        return new Builder<>(name, codec);
    }

    /** Returns the qualified name of the contract. */
    public String name() {
        return name;
    }

    /** Returns the codec of its messages. */
    public ChannelCodec<R, I, O> codec() {
        return codec;
    }

    /** Returns the path template. */
    public String path() {
        return path;
    }

    /**
     * Returns the path of a room, with its components in percent-encoded form (RFC 3986, section 2.1).
     *
     * @throws IllegalArgumentException if the key violates its constraints
     * @throws IllegalStateException if the path does not name a room
     */
    public String pathOf(R room) {
        return pathOf(path, room);
    }

    /**
     * Returns the path of a room on an endpoint with a path of its own.
     *
     * @param template a path with the same variables
     */
    public String pathOf(String template, R room) {
        if (!isPathBound()) {
            throw new IllegalStateException("The path of " + name + " does not name a room.");
        }
        List<String> values = RoomName.splitInPath(codec.roomName(room), Math.max(1, roomComponents.size()));
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            int component = Math.max(0, roomComponents.indexOf(template.substring(open + 1, close)));
            text.append(template, from, open).append(PercentEncoding.encode(values.get(component)));
            from = close + 1;
        }
        return text.append(template.substring(from)).toString();
    }

    /** Returns whether the path names the one room of each connection. */
    public boolean isPathBound() {
        return path.indexOf('{') >= 0;
    }

    /** Returns whether the channel has rooms. */
    public boolean hasRooms() {
        return hasRooms;
    }

    /** Returns the names of the room key's components, in order; empty if rooms are strings. */
    public List<String> roomComponents() {
        return roomComponents;
    }

    /** Returns a short hash of everything in the contract that affects the wire format. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Returns the maximum size of a client's message in bytes of UTF-8, without white space; 0 if it is unbounded. */
    public long maxMessageBytes() {
        return maxMessageBytes;
    }

    /** Returns the maximum size of a client's frame in bytes, which may have more than its message; 0 if it is unbounded. */
    public long maxFrameBytes() {
        return maxMessageBytes == 0 ? 0 : maxMessageBytes + FRAME_OVERHEAD;
    }

    /** Returns the wire name of the client's message or answer with the maximum size; empty if it is not known. */
    public String largestMessage() {
        return largestMessage;
    }

    /** Returns the roles that messages require. */
    public Set<String> roles() {
        return roles.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the roles of which a client needs one to send a message; empty if every client may send it. */
    public Set<String> rolesFor(I message) {
        return roles.isEmpty() ? Set.of() : roles.getOrDefault(codec.typeOfToServer(message), Set.of());
    }

    /** Returns whether the server has messages that ask clients. */
    public boolean asksClients() {
        return asksClients;
    }

    /** Returns the property that names a client's message. */
    public String toServerDiscriminator() {
        return toServerDiscriminator;
    }

    /** Returns the property that names a message of the server. */
    public String toClientDiscriminator() {
        return toClientDiscriminator;
    }

    /** Returns the messages that clients send. */
    public List<WireMessage> toServer() {
        return toServer;
    }

    /** Returns the messages that the server sends. */
    public List<WireMessage> toClient() {
        return toClient;
    }

    /** Builds a {@link ChannelContract}. */
    public static final class Builder<R, I, O> {

        private final String name;
        private final ChannelCodec<R, I, O> codec;
        private String path = "/";
        private boolean hasRooms = true;
        private List<String> roomComponents = List.of();
        private String fingerprint = "";
        private long maxMessageBytes;
        private String largestMessage = "";
        private final Map<String, Set<String>> roles = new HashMap<>();
        private boolean asksClients;
        private String toServerDiscriminator = "type";
        private String toClientDiscriminator = "type";
        private List<WireMessage> toServer = List.of();
        private List<WireMessage> toClient = List.of();

        private Builder(String name, ChannelCodec<R, I, O> codec) {
            this.name = Objects.requireNonNull(name, "name");
            this.codec = Objects.requireNonNull(codec, "codec");
        }

        /** Sets the path template. The default is {@code /}. */
        public Builder<R, I, O> path(String template) {
            this.path = Objects.requireNonNull(template, "template");
            return this;
        }

        /** Sets whether the channel has rooms. The default is true. */
        public Builder<R, I, O> rooms(boolean rooms) {
            this.hasRooms = rooms;
            return this;
        }

        /** Sets the names of the room key's components. The default is none: rooms are strings. */
        public Builder<R, I, O> roomComponents(String... names) {
            this.roomComponents = List.of(names);
            return this;
        }

        /** Sets the fingerprint. */
        public Builder<R, I, O> fingerprint(String hash) {
            this.fingerprint = Objects.requireNonNull(hash, "hash");
            return this;
        }

        /** Sets the maximum size of a client's message in bytes of UTF-8; 0, the default, for unbounded. */
        public Builder<R, I, O> maxMessageBytes(long bytes) {
            this.maxMessageBytes = bytes;
            return this;
        }

        /**
         * Sets the maximum size of a client's message in bytes of UTF-8.
         *
         * @param largest the wire name of the message that may have this size
         */
        public Builder<R, I, O> maxMessageBytes(long bytes, String largest) {
            this.largestMessage = Objects.requireNonNull(largest, "largest");
            return maxMessageBytes(bytes);
        }

        /** Lets only clients with one of these roles send a message. */
        public Builder<R, I, O> allow(String type, String... anyOf) {
            this.roles.put(type, Set.of(anyOf));
            return this;
        }

        /** Sets whether the server has messages that ask clients. The default is false. */
        public Builder<R, I, O> asksClients(boolean asks) {
            this.asksClients = asks;
            return this;
        }

        /** Sets the property that names a client's message. The default is {@code type}. */
        public Builder<R, I, O> toServerDiscriminator(String property) {
            this.toServerDiscriminator = Objects.requireNonNull(property, "property");
            return this;
        }

        /** Sets the property that names a message of the server. The default is {@code type}. */
        public Builder<R, I, O> toClientDiscriminator(String property) {
            this.toClientDiscriminator = Objects.requireNonNull(property, "property");
            return this;
        }

        /** Sets the messages that clients send. */
        public Builder<R, I, O> toServer(WireMessage... messages) {
            this.toServer = List.of(messages);
            return this;
        }

        /** Sets the messages that the server sends. */
        public Builder<R, I, O> toClient(WireMessage... messages) {
            this.toClient = List.of(messages);
            return this;
        }

        /** Builds the contract. */
        public ChannelContract<R, I, O> build() {
            return new ChannelContract<>(this);
        }
    }
}
