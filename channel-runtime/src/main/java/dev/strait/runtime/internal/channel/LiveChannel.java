package dev.strait.runtime.internal.channel;

import dev.strait.runtime.ChannelView;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionClosedException;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.WireProtocol;
import dev.strait.runtime.internal.cluster.Findings;
import dev.strait.runtime.internal.cluster.Inquiry;
import dev.strait.runtime.internal.connection.ChannelScope;
import dev.strait.runtime.internal.connection.LiveConnection;
import dev.strait.runtime.internal.membership.Connections;
import dev.strait.runtime.internal.membership.Membership;
import dev.strait.runtime.internal.membership.Occupancy;
import dev.strait.runtime.internal.membership.Room;
import dev.strait.runtime.internal.membership.Rooms;
import dev.strait.runtime.spi.Audience;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.ChannelGateway;
import dev.strait.runtime.spi.ClusterGateway;
import dev.strait.runtime.spi.Emission;
import dev.strait.runtime.spi.Relay;
import dev.strait.runtime.spi.Selection;
import dev.strait.runtime.spi.TextFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One channel of a node: its connections, its rooms, and the gateway for emitters. Safe for all threads. */
public final class LiveChannel<R, I, O> implements ChannelGateway<R, O>, ChannelScope<R, I, O> {

    private static final CloseReason UNKNOWN = new CloseReason(1006, "no such connection on this node");

    private final ChannelContract<R, I, O> contract;
    private final Emissions emissions;
    private final Connections<LiveConnection<?, ?, ?, ?>> connections;
    private final Rooms<LiveConnection<?, ?, ?, ?>> rooms;
    private final Membership.Directory<LiveConnection<?, ?, ?, ?>> directory;
    /** The protocols that its connections may use. None is added once the hub is deployed. */
    private final List<WireProtocol> protocols = new CopyOnWriteArrayList<>();

    public LiveChannel(ChannelContract<R, I, O> contract, Emissions emissions) {
        Occupancy occupancy = emissions.cluster().occupancy(contract.name());
        this.contract = contract;
        this.emissions = emissions;
        this.connections = new Connections<>(occupancy);
        this.rooms = new Rooms<>(occupancy);
        this.directory = new Membership.Directory<>(connections, rooms);
    }

    @Override
    public ChannelContract<R, I, O> contract() {
        return contract;
    }

    @Override
    public Membership.Directory<LiveConnection<?, ?, ?, ?>> directory() {
        return directory;
    }

    /** Adds a protocol, and returns its index among those of the channel. */
    public synchronized int addProtocol(WireProtocol protocol) {
        if (!protocols.contains(protocol)) {
            protocols.add(protocol);
        }
        return protocols.indexOf(protocol);
    }

    int protocolCount() {
        return protocols.size();
    }

    @Override
    public Audience<O> audience(Selection selection) {
        return new Audience<>(selection, this::emit);
    }

    private Delivery emit(Selection to, O message) {
        return emissions.publish(
                this, new Emission(contract.name(), to, contract.codec().typeOfToClient(message), message));
    }

    @Override
    public Delivery relay(Relay relay) {
        @SuppressWarnings("unchecked") // it was decoded with this codec
        O message = (O) relay.message();
        String type = message == null ? "broadcast" : contract.codec().typeOfToClient(message);
        Selection others = Selection.ofRooms(Set.of(relay.room())).except(Set.of(relay.from()));
        return emissions.publish(this, new Emission(contract.name(), others, type, relay));
    }

    /** Returns the message of an emission as one JSON object; null for a relay whose payload is not a message. */
    @Nullable
    TextFrame encode(Emission emission) {
        Object content = emission.message() instanceof Relay relay ? relay.message() : emission.message();
        if (content == null) {
            return null;
        }
        return new TextFrame(emission.type(), utf8(content));
    }

    private byte[] utf8(Object content) {
        if (content instanceof Emission.Encoded encoded) {
            return encoded.utf8();
        }
        @SuppressWarnings("unchecked") // the emission was made by this channel
        O message = (O) content;
        return contract.codec().encodeToClientUtf8(message);
    }

    /** Returns an emission with its message encoded. */
    Emission encoded(Emission emission) {
        Object content = emission.message();
        if (content instanceof Relay relay) {
            Object message = relay.message() == null ? null : new Emission.Encoded(utf8(relay.message()));
            content = new Relay(relay.room(), relay.from(), relay.payload(), message);
        } else {
            content = new Emission.Encoded(utf8(content));
        }
        return new Emission(emission.channel(), emission.to(), emission.type(), content);
    }

    @Override
    public CompletableFuture<Void> holdRoom(String room) {
        return emissions.cluster().holdRoom(contract.name(), room);
    }

    @Override
    public void releaseRoom(String room) {
        emissions.cluster().releaseRoom(contract.name(), room);
    }

    @Override
    public CompletableFuture<Void> holdUser(String user) {
        return emissions.cluster().holdUser(contract.name(), user);
    }

    @Override
    public void releaseUser(String user) {
        emissions.cluster().releaseUser(contract.name(), user);
    }

    @Override
    public Audience<O> rooms(Collection<? extends R> keys) {
        Set<String> names = new LinkedHashSet<>();
        for (R key : keys) {
            names.add(contract.codec().roomName(key));
        }
        return audience(Selection.ofRooms(names));
    }

    @Override
    public Audience<O> users(Collection<String> users) {
        return audience(Selection.ofUsers(new LinkedHashSet<>(users)));
    }

    @Override
    public Audience<O> connections(Collection<String> ids) {
        return audience(Selection.ofConnections(new LinkedHashSet<>(ids)));
    }

    @Override
    public Audience<O> everyone() {
        return audience(Selection.ofEveryone());
    }

    @Override
    public List<R> rooms() {
        return rooms.names().stream().map(contract.codec()::room).toList();
    }

    @Override
    public List<ConnectionInfo> connections() {
        return infos(connections.all());
    }

    @Override
    public List<ConnectionInfo> members(R room) {
        return infos(membersOf(contract.codec().roomName(room)));
    }

    @Override
    public int size(R room) {
        return sizeOf(contract.codec().roomName(room));
    }

    private int sizeOf(String room) {
        Room<LiveConnection<?, ?, ?, ?>> found = rooms.find(room);
        return found == null ? 0 : found.size();
    }

    private Collection<LiveConnection<?, ?, ?, ?>> membersOf(String room) {
        Room<LiveConnection<?, ?, ?, ?>> found = rooms.find(room);
        return found == null ? List.of() : found.members();
    }

    @Override
    public boolean join(R room, String connectionId) {
        return joinNamed(contract.codec().roomName(room), connectionId);
    }

    @Override
    public boolean leave(R room, String connectionId) {
        return leaveNamed(contract.codec().roomName(room), connectionId);
    }

    private boolean joinNamed(String room, String connectionId) {
        LiveConnection<?, ?, ?, ?> connection = connections.byId(connectionId);
        return connection != null && !contract.isPathBound() && connection.joinByServer(room);
    }

    private boolean leaveNamed(String room, String connectionId) {
        LiveConnection<?, ?, ?, ?> connection = connections.byId(connectionId);
        return connection != null && !contract.isPathBound() && connection.leaveByServer(room);
    }

    @Override
    public Optional<ConnectionInfo> info(String connectionId) {
        return Optional.ofNullable(connections.byId(connectionId)).map(LiveConnection::info);
    }

    @Override
    public Delivery close(String connectionId, CloseReason reason) {
        return close(Selection.ofConnections(Set.of(connectionId)), reason);
    }

    @Override
    public Delivery closeUser(String user, CloseReason reason) {
        return close(Selection.ofUsers(Set.of(user)), reason);
    }

    private Delivery close(Selection to, CloseReason reason) {
        CloseReason sendable = reason.requireSendable();
        return closeHere(to, sendable, connection -> true)
                .withElsewhere(emissions.cluster().close(contract.name(), to, sendable));
    }

    /** Closes connections of this node: those of some users and ids that fulfil a condition. */
    Delivery closeHere(Selection to, CloseReason sendable, Predicate<LiveConnection<?, ?, ?, ?>> condition) {
        Stream<LiveConnection<?, ?, ?, ?>> byId =
                to.connections().stream().map(connections::byId).filter(Objects::nonNull);
        List<LiveConnection<?, ?, ?, ?>> matched = Stream.concat(
                        byId, to.users().stream().flatMap(user -> connections.of(user).stream()))
                .filter(condition)
                .toList();
        int closed = (int) matched.stream()
                .filter(connection -> connection.close(sendable))
                .count();
        return Delivery.of(matched.size(), closed, matched.size() - closed);
    }

    @Override
    public CompletionStage<Void> ended(String connectionId) {
        LiveConnection<?, ?, ?, ?> connection = connections.byId(connectionId);
        return connection == null ? CompletableFuture.completedStage(null) : connection.ended();
    }

    /** Answers what a node asks, also this one. */
    Findings answer(Inquiry inquiry) {
        return switch (inquiry.kind()) {
            case SIZE -> Findings.count(sizeOf(inquiry.room()));
            case MEMBERS -> infos(membersOf(inquiry.room()), inquiry.max());
            case ROOMS ->
                Findings.rooms(rooms.names().stream().limit(inquiry.max()).toList());
            case USER -> infos(connections.of(inquiry.subject()), inquiry.max());
            case INFO -> Findings.connections(info(inquiry.subject()).stream().toList());
            case JOIN -> Findings.count(joinNamed(inquiry.room(), inquiry.subject()) ? 1 : 0);
            case LEAVE -> Findings.count(leaveNamed(inquiry.room(), inquiry.subject()) ? 1 : 0);
        };
    }

    private static Findings infos(Collection<LiveConnection<?, ?, ?, ?>> connections, int max) {
        return Findings.connections(
                connections.stream().limit(max).map(LiveConnection::info).toList());
    }

    @Override
    public ClusterGateway<R> everywhere() {
        return new Everywhere<>(this, emissions.cluster());
    }

    @Override
    public <A> CompletionStage<A> ask(String connectionId, O message, Duration timeout) {
        LiveConnection<?, ?, ?, ?> connection = connections.byId(connectionId);
        if (connection == null) {
            return CompletableFuture.failedStage(new ConnectionClosedException(UNKNOWN));
        }
        return this.<A>askOf(connection, message, timeout);
    }

    @SuppressWarnings("unchecked") // all connections of a channel have its messages
    private <A> CompletionStage<A> askOf(LiveConnection<?, ?, ?, ?> connection, O message, Duration timeout) {
        return ((LiveConnection<?, R, I, O>) connection).ask(message, timeout);
    }

    /**
     * Returns the state of the channel.
     *
     * @param paths those of its endpoints
     */
    public ChannelView view(List<String> paths) {
        ChannelView.Builder view = ChannelView.builder(contract.name())
                .paths(paths)
                .fingerprint(contract.fingerprint())
                .rooms(rooms.names().size());
        connections.all().forEach(connection -> connection.addTo(view));
        return view.build();
    }

    private static List<ConnectionInfo> infos(Collection<LiveConnection<?, ?, ?, ?>> connections) {
        List<ConnectionInfo> infos = new ArrayList<>();
        for (LiveConnection<?, ?, ?, ?> connection : connections) {
            infos.add(connection.info());
        }
        return List.copyOf(infos);
    }
}
