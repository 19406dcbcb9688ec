package dev.strait.runtime.internal;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.spi.Audience;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.ChannelGateway;
import dev.strait.runtime.spi.Emission;
import dev.strait.runtime.spi.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One channel of a node: its connections, its rooms, and the way for emits into them. */
final class LiveChannel<R, I, O> implements ChannelGateway<R, O> {

    private final ChannelContract<R, I, O> contract;
    private final Node node;
    private final Connections connections = new Connections();
    private final Rooms rooms;
    private final Protocol<I, O> nativeProtocol;

    LiveChannel(ChannelContract<R, I, O> contract, Node node) {
        this.contract = contract;
        this.node = node;
        this.rooms = new Rooms(node.roomCount(), node.limits().roomsPerNode());
        this.nativeProtocol = new NativeProtocol<>(contract.codec(), contract.isPathBound());
    }

    ChannelContract<R, I, O> contract() {
        return contract;
    }

    Protocol<I, O> nativeProtocol() {
        return nativeProtocol;
    }

    /** All that its connections may speak. */
    List<Protocol<I, O>> protocols() {
        return List.of(nativeProtocol);
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
        @SuppressWarnings("unchecked") // the emission was made by this channel, or by its twin on another node
        O message = (O) emission.message();
        return new Broadcast<>(this, emission.to(), message, emission.type()).run();
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
