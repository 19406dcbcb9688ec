package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.spi.ChannelGateway;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Sends messages of {@link Auction} from any service, on any thread.
 *
 * <p>One lot.
 *
 * <p>Targets are unions; each connection gets a frame once at most. An empty target reaches nobody.
 */
@Generated("dev.strait.processor.ChannelProcessor")
public final class AuctionEmitter {
    private final ChannelGateway<Auction.Room, Auction.ToClient> gateway;

    private AuctionEmitter(ChannelGateway<Auction.Room, Auction.ToClient> gateway) {
        this.gateway = gateway;
    }

    /**
     * The emitter of a hub; it may be made before the channel's endpoint is added.
     */
    public static AuctionEmitter of(ChannelHub hub) {
        return new AuctionEmitter(hub.channel(AuctionCodec.CONTRACT));
    }

    /**
     * The members of a room.
     *
     * @throws IllegalArgumentException the key breaks its constraints
     */
    public AuctionSender.RoomTarget room(Auction.Room room) {
        return new AuctionSender.RoomTarget(gateway.rooms(List.of(room)), gateway, room);
    }

    /**
     * The members of a room.
     *
     * @throws IllegalArgumentException the key breaks its constraints
     */
    public AuctionSender.RoomTarget room(long lot) {
        return room(new Auction.Room(lot));
    }

    /**
     * The members of some rooms.
     *
     * @throws IllegalArgumentException a key breaks its constraints
     */
    public AuctionSender.Target rooms(Collection<? extends Auction.Room> rooms) {
        return new AuctionSender.Target(gateway.rooms(rooms));
    }

    /**
     * The connections of a user.
     */
    public AuctionSender.Target user(String user) {
        return users(List.of(user));
    }

    /**
     * The connections of some users.
     */
    public AuctionSender.Target users(Collection<String> users) {
        return new AuctionSender.Target(gateway.users(users));
    }

    /**
     * One connection. An unknown id is no mistake: sending to it reaches nobody.
     */
    public AuctionSender.ConnectionTarget connection(String connectionId) {
        return new AuctionSender.ConnectionTarget(gateway.connections(List.of(connectionId)), gateway, connectionId);
    }

    /**
     * Some connections.
     */
    public AuctionSender.Target connections(Collection<String> connectionIds) {
        return new AuctionSender.Target(gateway.connections(connectionIds));
    }

    /**
     * All connections of the channel.
     */
    public AuctionSender.Target everyone() {
        return new AuctionSender.Target(gateway.everyone());
    }

    /**
     * The rooms that have a member on this node, as of now.
     */
    public List<Auction.Room> rooms() {
        return gateway.rooms();
    }

    /**
     * The connections on this node, as of now.
     */
    public List<ConnectionInfo> connections() {
        return gateway.connections();
    }
}
