package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.spi.ChannelGateway;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Sends messages of {@link Lobby} from any service, on any thread.
 *
 * <p>A channel without rooms in its path.
 *
 * <p>Targets are unions; each connection gets a frame once at most. An empty target reaches nobody.
 */
@SuppressWarnings({"deprecation", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class LobbyEmitter {
    private final ChannelGateway<String, Lobby.ToClient> gateway;

    private LobbyEmitter(ChannelGateway<String, Lobby.ToClient> gateway) {
        this.gateway = gateway;
    }

    /**
     * The emitter of a hub; it may be made before the channel's endpoint is added.
     */
    public static LobbyEmitter of(ChannelHub hub) {
        return new LobbyEmitter(hub.channel(LobbyCodec.CONTRACT));
    }

    /**
     * The members of a room.
     *
     * @throws IllegalArgumentException the key breaks its constraints
     */
    public LobbySender.RoomTarget room(String room) {
        return new LobbySender.RoomTarget(gateway.rooms(List.of(room)), gateway, room);
    }

    /**
     * The members of some rooms.
     *
     * @throws IllegalArgumentException a key breaks its constraints
     */
    public LobbySender.Target rooms(Collection<String> rooms) {
        return new LobbySender.Target(gateway.rooms(rooms));
    }

    /**
     * The connections of a user.
     */
    public LobbySender.Target user(String user) {
        return users(List.of(user));
    }

    /**
     * The connections of some users.
     */
    public LobbySender.Target users(Collection<String> users) {
        return new LobbySender.Target(gateway.users(users));
    }

    /**
     * One connection. An unknown id is no mistake: sending to it reaches nobody.
     */
    public LobbySender.ConnectionTarget connection(String connectionId) {
        return new LobbySender.ConnectionTarget(gateway.connections(List.of(connectionId)), gateway, connectionId);
    }

    /**
     * Some connections.
     */
    public LobbySender.Target connections(Collection<String> connectionIds) {
        return new LobbySender.Target(gateway.connections(connectionIds));
    }

    /**
     * All connections of the channel.
     */
    public LobbySender.Target everyone() {
        return new LobbySender.Target(gateway.everyone());
    }

    /**
     * The rooms that have a member on this node, as of now.
     */
    public List<String> rooms() {
        return gateway.rooms();
    }

    /**
     * The connections on this node, as of now.
     */
    public List<ConnectionInfo> connections() {
        return gateway.connections();
    }
}
