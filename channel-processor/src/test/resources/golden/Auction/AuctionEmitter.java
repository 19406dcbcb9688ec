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
 * Sends messages of {@link Auction} from code outside the handler, on any thread.
 *
 * <p>One lot.
 *
 * <p>A target is a union: each connection receives at most one frame. An empty target matches no connection.
 */
@ChannelType(
        endpoint = AuctionEndpoint.class,
        emitter = AuctionEmitter.class
)
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class AuctionEmitter {
    private final ChannelGateway<Auction.Room, Auction.ToClient> gateway;

    private AuctionEmitter(ChannelGateway<Auction.Room, Auction.ToClient> gateway) {
        this.gateway = gateway;
    }

    /**
     * Returns the emitter of a hub. It may be created before the channel's endpoint is added.
     */
    public static AuctionEmitter of(ChannelHub hub) {
        return new AuctionEmitter(hub.channel(AuctionCodec.CONTRACT));
    }

    /**
     * Returns the members of a room as a target.
     *
     * @throws IllegalArgumentException the key violates its constraints
     */
    public AuctionSender.RoomTarget room(Auction.Room room) {
        return new AuctionSender.RoomTarget(gateway.rooms(List.of(room)), gateway, room);
    }

    /**
     * Returns the members of a room as a target.
     *
     * @throws IllegalArgumentException the key violates its constraints
     */
    public AuctionSender.RoomTarget room(long lot) {
        return room(new Auction.Room(lot));
    }

    /**
     * Returns the members of some rooms as a target.
     *
     * @throws IllegalArgumentException a key violates its constraints
     */
    public AuctionSender.Target rooms(Collection<? extends Auction.Room> rooms) {
        return new AuctionSender.Target(gateway.rooms(rooms));
    }

    /**
     * Returns the connections of a user as a target.
     */
    public AuctionSender.UserTarget user(String user) {
        return new AuctionSender.UserTarget(gateway.users(List.of(user)), gateway, user);
    }

    /**
     * Returns the connections of some users as a target.
     */
    public AuctionSender.Target users(Collection<String> users) {
        return new AuctionSender.Target(gateway.users(users));
    }

    /**
     * Returns one connection as a target. An unknown id is not an error: it matches no connection.
     */
    public AuctionSender.ConnectionTarget connection(String connectionId) {
        return new AuctionSender.ConnectionTarget(gateway.connections(List.of(connectionId)), gateway, connectionId);
    }

    /**
     * Returns some connections as a target.
     */
    public AuctionSender.Target connections(Collection<String> connectionIds) {
        return new AuctionSender.Target(gateway.connections(connectionIds));
    }

    /**
     * Returns all connections of the channel as a target.
     */
    public AuctionSender.Target everyone() {
        return new AuctionSender.Target(gateway.everyone());
    }

    /**
     * Returns a snapshot of the rooms that have a member on this node.
     */
    public List<Auction.Room> rooms() {
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
    public AuctionCluster everywhere() {
        return new AuctionCluster(gateway.everywhere());
    }
}
