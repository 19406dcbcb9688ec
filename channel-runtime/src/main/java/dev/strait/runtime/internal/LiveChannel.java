package dev.strait.runtime.internal;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.WireProtocol;
import dev.strait.runtime.spi.Audience;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.ChannelGateway;
import dev.strait.runtime.spi.Emission;
import dev.strait.runtime.spi.Relay;
import dev.strait.runtime.spi.RoomBinding;
import dev.strait.runtime.spi.Selection;
import dev.strait.runtime.spi.TextFrame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One channel of a node: its connections, its rooms, and the way for emits into them. */
final class LiveChannel<R, I, O> implements ChannelGateway<R, O> {

    private final ChannelContract<R, I, O> contract;
    private final Node node;
    private final Connections connections = new Connections();
    private final Rooms rooms;
    /** All that its connections may speak. None is added any more once it is deployed. */
    private final List<WireProtocol> protocols = new CopyOnWriteArrayList<>();
    /** Null before it is known that its rooms have one; guarded by this. */
    private @Nullable StatefulRooms<?, ?, R, I, O> states;
    /** Whether one of its endpoints has a handler without rooms with state, or with; guarded by this. */
    private boolean isServed;

    LiveChannel(ChannelContract<R, I, O> contract, Node node) {
        this.contract = contract;
        this.node = node;
        this.rooms = new Rooms(node.roomCount(), node.limits().maxRoomsPerNode());
    }

    ChannelContract<R, I, O> contract() {
        return contract;
    }

    /** The place of a protocol among those that its connections may speak. */
    synchronized int speak(WireProtocol protocol) {
        if (!protocols.contains(protocol)) {
            protocols.add(protocol);
        }
        return protocols.indexOf(protocol);
    }

    int protocolCount() {
        return protocols.size();
    }

    /**
     * The rooms with state of an object of the application's.
     *
     * @throws ChannelDeploymentException the channel has others, or none
     */
    @SuppressWarnings("unchecked") // of one object there are bindings of one type only
    synchronized <S, T> StatefulRooms<S, T, R, I, O> statesOf(RoomBinding<S, T, R, I, O> binding) {
        if (states == null && !isServed) {
            states = new StatefulRooms<>(binding, this, node);
        }
        if (states == null || !states.isOf(binding.application())) {
            throw new ChannelDeploymentException(List.of("All endpoints of " + contract.name()
                    + " share its rooms, so all of them need the same room object, and "
                    + binding.application().getClass().getName() + " is not the one before."));
        }
        return (StatefulRooms<S, T, R, I, O>) states;
    }

    /**
     * Notes how an endpoint is served, by rooms with state or without.
     *
     * @throws ChannelDeploymentException another is served otherwise
     */
    synchronized void serveBy(@Nullable StatefulRooms<?, ?, R, I, O> rooms) {
        if (states != rooms) {
            throw new ChannelDeploymentException(
                    List.of(
                            "All endpoints of " + contract.name()
                                    + " share its rooms, so either all of them have a handler or all of them have the same room object."));
        }
        isServed = true;
    }

    /** Whether its rooms have a state. Known once it is deployed. */
    boolean hasStates() {
        return states() != null;
    }

    /** Runs what waits, where an executor was once full. */
    void runEvents() {
        StatefulRooms<?, ?, R, I, O> rooms = states();
        if (rooms != null) {
            rooms.runEvents();
        }
    }

    /** The hub has closed. */
    void close() {
        StatefulRooms<?, ?, R, I, O> rooms = states();
        if (rooms != null) {
            rooms.close();
        }
    }

    private synchronized @Nullable StatefulRooms<?, ?, R, I, O> states() {
        return states;
    }

    Connections live() {
        return connections;
    }

    Rooms liveRooms() {
        return rooms;
    }

    Audience<O> audience(Selection selection) {
        return new Audience<>(selection, this::emit);
    }

    /** Delivers to the connections of this node. */
    Delivery deliver(Emission emission) {
        return new Broadcast(this, emission).run();
    }

    /** The message of an emission, as one JSON object; null for a relay that is none. */
    @Nullable
    TextFrame encoded(Emission emission) {
        Object content = emission.message() instanceof Relay relay ? relay.message() : emission.message();
        if (content == null) {
            return null;
        }
        @SuppressWarnings("unchecked") // the emission was made by this channel, or by its twin on another node
        O message = (O) content;
        return new TextFrame(emission.type(), contract.codec().encodeToClientUtf8(message));
    }

    /** What a member of a room sends to the others. */
    Delivery relay(Relay relay) {
        @SuppressWarnings("unchecked") // it was read as one
        O message = (O) relay.message();
        String type = message == null ? "broadcast" : contract.codec().typeOfToClient(message);
        Selection others = Selection.ofRooms(Set.of(relay.room())).except(Set.of(relay.from()));
        return node.publish(new Emission(contract.name(), others, type, relay));
    }

    private Delivery emit(Selection to, O message) {
        return node.publish(new Emission(contract.name(), to, contract.codec().typeOfToClient(message), message));
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
        Room<LiveConnection<?, ?, ?, ?>> found = rooms.find(contract.codec().roomName(room));
        return found == null ? List.of() : infos(found.members());
    }

    @Override
    public int size(R room) {
        Room<LiveConnection<?, ?, ?, ?>> found = rooms.find(contract.codec().roomName(room));
        return found == null ? 0 : found.size();
    }

    @Override
    public boolean join(R room, String connectionId) {
        String name = contract.codec().roomName(room);
        LiveConnection<?, ?, ?, ?> connection = connections.byId(connectionId);
        return connection != null
                && !contract.isPathBound()
                && connection.visits().joinByServer(name);
    }

    @Override
    public boolean leave(R room, String connectionId) {
        String name = contract.codec().roomName(room);
        LiveConnection<?, ?, ?, ?> connection = connections.byId(connectionId);
        return connection != null
                && !contract.isPathBound()
                && connection.visits().leaveByServer(name);
    }

    @Override
    public Optional<ConnectionInfo> info(String connectionId) {
        return Optional.ofNullable(connections.byId(connectionId)).map(LiveConnection::info);
    }

    @Override
    public boolean close(String connectionId, CloseReason reason) {
        LiveConnection<?, ?, ?, ?> connection = connections.byId(connectionId);
        return connection != null && connection.close(reason);
    }

    private static List<ConnectionInfo> infos(Collection<LiveConnection<?, ?, ?, ?>> connections) {
        List<ConnectionInfo> infos = new ArrayList<>();
        for (LiveConnection<?, ?, ?, ?> connection : connections) {
            infos.add(connection.info());
        }
        return List.copyOf(infos);
    }
}
