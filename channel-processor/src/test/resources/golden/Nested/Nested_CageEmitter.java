package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.spi.ChannelGateway;
import dev.strait.runtime.spi.ChannelType;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.lang.Void;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Sends messages of {@link Nested.Cage} from code outside the handler, on any thread.
 *
 * <p>All kinds of animals.
 *
 * <p>A target is a union: each connection receives at most one frame. An empty target matches no connection.
 */
@ChannelType(
        endpoint = Nested_CageEndpoint.class,
        emitter = Nested_CageEmitter.class
)
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
final class Nested_CageEmitter {
    private final ChannelGateway<Nested.Cage.Room, Void> gateway;

    private Nested_CageEmitter(ChannelGateway<Nested.Cage.Room, Void> gateway) {
        this.gateway = gateway;
    }

    /**
     * Returns the emitter of a hub. It may be created before the channel's endpoint is added.
     */
    public static Nested_CageEmitter of(ChannelHub hub) {
        return new Nested_CageEmitter(hub.channel(Nested_CageCodec.CONTRACT));
    }

    /**
     * Returns the members of a room as a target.
     *
     * @throws IllegalArgumentException the key violates its constraints
     */
    public Nested_CageSender.RoomTarget room(Nested.Cage.Room room) {
        return new Nested_CageSender.RoomTarget(gateway.rooms(List.of(room)), gateway, room);
    }

    /**
     * Returns the members of a room as a target.
     *
     * @throws IllegalArgumentException the key violates its constraints
     */
    public Nested_CageSender.RoomTarget room(int cage, Nested.Cage.Kind kind) {
        return room(new Nested.Cage.Room(cage, kind));
    }

    /**
     * Returns the members of some rooms as a target.
     *
     * @throws IllegalArgumentException a key violates its constraints
     */
    public Nested_CageSender.Target rooms(Collection<? extends Nested.Cage.Room> rooms) {
        return new Nested_CageSender.Target(gateway.rooms(rooms));
    }

    /**
     * Returns the connections of a user as a target.
     */
    public Nested_CageSender.UserTarget user(String user) {
        return new Nested_CageSender.UserTarget(gateway.users(List.of(user)), gateway, user);
    }

    /**
     * Returns the connections of some users as a target.
     */
    public Nested_CageSender.Target users(Collection<String> users) {
        return new Nested_CageSender.Target(gateway.users(users));
    }

    /**
     * Returns one connection as a target. An unknown id is not an error: it matches no connection.
     */
    public Nested_CageSender.ConnectionTarget connection(String connectionId) {
        return new Nested_CageSender.ConnectionTarget(gateway.connections(List.of(connectionId)), gateway, connectionId);
    }

    /**
     * Returns some connections as a target.
     */
    public Nested_CageSender.Target connections(Collection<String> connectionIds) {
        return new Nested_CageSender.Target(gateway.connections(connectionIds));
    }

    /**
     * Returns all connections of the channel as a target.
     */
    public Nested_CageSender.Target everyone() {
        return new Nested_CageSender.Target(gateway.everyone());
    }

    /**
     * Returns a snapshot of the rooms that have a member on this node.
     */
    public List<Nested.Cage.Room> rooms() {
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
    public Nested_CageCluster everywhere() {
        return new Nested_CageCluster(gateway.everywhere());
    }
}
