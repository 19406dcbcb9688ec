package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.spi.ChannelGateway;
import dev.strait.runtime.spi.ChannelType;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Sends messages of {@link Lobby} from code outside the handler, on any thread.
 *
 * <p>A channel without rooms in its path.
 *
 * <p>A target is a union: each connection receives at most one frame. An empty target matches no connection.
 */
@ChannelType(
        endpoint = LobbyEndpoint.class,
        emitter = LobbyEmitter.class
)
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class LobbyEmitter {
    private final ChannelGateway<String, Lobby.ToClient> gateway;

    private LobbyEmitter(ChannelGateway<String, Lobby.ToClient> gateway) {
        this.gateway = gateway;
    }

    /**
     * Returns the emitter of a hub. It may be created before the channel's endpoint is added.
     */
    public static LobbyEmitter of(ChannelHub hub) {
        return new LobbyEmitter(hub.channel(LobbyCodec.CONTRACT));
    }

    /**
     * Returns the members of a room as a target.
     *
     * @throws IllegalArgumentException the key violates its constraints
     */
    public LobbySender.RoomTarget room(String room) {
        return new LobbySender.RoomTarget(gateway.rooms(List.of(room)), gateway, room);
    }

    /**
     * Returns the members of some rooms as a target.
     *
     * @throws IllegalArgumentException a key violates its constraints
     */
    public LobbySender.Target rooms(Collection<String> rooms) {
        return new LobbySender.Target(gateway.rooms(rooms));
    }

    /**
     * Returns the connections of a user as a target.
     */
    public LobbySender.UserTarget user(String user) {
        return new LobbySender.UserTarget(gateway.users(List.of(user)), gateway, user);
    }

    /**
     * Returns the connections of some users as a target.
     */
    public LobbySender.Target users(Collection<String> users) {
        return new LobbySender.Target(gateway.users(users));
    }

    /**
     * Returns one connection as a target. An unknown id is not an error: it matches no connection.
     */
    public LobbySender.ConnectionTarget connection(String connectionId) {
        return new LobbySender.ConnectionTarget(gateway.connections(List.of(connectionId)), gateway, connectionId);
    }

    /**
     * Returns some connections as a target.
     */
    public LobbySender.Target connections(Collection<String> connectionIds) {
        return new LobbySender.Target(gateway.connections(connectionIds));
    }

    /**
     * Returns all connections of the channel as a target.
     */
    public LobbySender.Target everyone() {
        return new LobbySender.Target(gateway.everyone());
    }

    /**
     * Returns a snapshot of the rooms that have a member on this node.
     */
    public List<String> rooms() {
        return gateway.rooms();
    }

    /**
     * Returns a snapshot of the connections on this node.
     */
    public List<ConnectionInfo> connections() {
        return gateway.connections();
    }

    /**
     * Returns what asks all nodes about their connections.
     */
    public LobbyCluster everywhere() {
        return new LobbyCluster(gateway.everywhere());
    }
}
