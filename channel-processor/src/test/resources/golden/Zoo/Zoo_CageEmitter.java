package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.spi.ChannelGateway;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Sends messages of {@link Zoo.Cage} from any service, on any thread.
 *
 * <p>All kinds of animals.
 *
 * <p>Targets are unions; each connection gets a frame once at most. An empty target reaches nobody.
 */
@Generated("dev.strait.processor.ChannelProcessor")
final class Zoo_CageEmitter {
    private final ChannelGateway<Zoo.Cage.Room, Zoo.Cage.ToClient> gateway;

    private Zoo_CageEmitter(ChannelGateway<Zoo.Cage.Room, Zoo.Cage.ToClient> gateway) {
        this.gateway = gateway;
    }

    /**
     * The emitter of a hub; it may be made before the channel's endpoint is added.
     */
    public static Zoo_CageEmitter of(ChannelHub hub) {
        return new Zoo_CageEmitter(hub.channel(Zoo_CageCodec.CONTRACT));
    }

    /**
     * The members of a room.
     *
     * @throws IllegalArgumentException the key breaks its constraints
     */
    public Zoo_CageSender.RoomTarget room(Zoo.Cage.Room room) {
        return new Zoo_CageSender.RoomTarget(gateway.rooms(List.of(room)), gateway, room);
    }

    /**
     * The members of a room.
     *
     * @throws IllegalArgumentException the key breaks its constraints
     */
    public Zoo_CageSender.RoomTarget room(int cage, Zoo.Cage.Kind kind) {
        return room(new Zoo.Cage.Room(cage, kind));
    }

    /**
     * The members of some rooms.
     *
     * @throws IllegalArgumentException a key breaks its constraints
     */
    public Zoo_CageSender.Target rooms(Collection<? extends Zoo.Cage.Room> rooms) {
        return new Zoo_CageSender.Target(gateway.rooms(rooms));
    }

    /**
     * The connections of a user.
     */
    public Zoo_CageSender.Target user(String user) {
        return users(List.of(user));
    }

    /**
     * The connections of some users.
     */
    public Zoo_CageSender.Target users(Collection<String> users) {
        return new Zoo_CageSender.Target(gateway.users(users));
    }

    /**
     * One connection. An unknown id is no mistake: sending to it reaches nobody.
     */
    public Zoo_CageSender.ConnectionTarget connection(String connectionId) {
        return new Zoo_CageSender.ConnectionTarget(gateway.connections(List.of(connectionId)), gateway, connectionId);
    }

    /**
     * Some connections.
     */
    public Zoo_CageSender.Target connections(Collection<String> connectionIds) {
        return new Zoo_CageSender.Target(gateway.connections(connectionIds));
    }

    /**
     * All connections of the channel.
     */
    public Zoo_CageSender.Target everyone() {
        return new Zoo_CageSender.Target(gateway.everyone());
    }

    /**
     * The rooms that have a member on this node, as of now.
     */
    public List<Zoo.Cage.Room> rooms() {
        return gateway.rooms();
    }

    /**
     * The connections on this node, as of now.
     */
    public List<ConnectionInfo> connections() {
        return gateway.connections();
    }
}
