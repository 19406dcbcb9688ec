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
 * Sends messages of {@link Feed} from code outside the handler, on any thread.
 *
 * <p>A target is a union: each connection receives at most one frame. An empty target matches no connection.
 */
@ChannelType(
        endpoint = FeedEndpoint.class,
        emitter = FeedEmitter.class
)
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class FeedEmitter {
    private final ChannelGateway<String, Feed.ToClient> gateway;

    private FeedEmitter(ChannelGateway<String, Feed.ToClient> gateway) {
        this.gateway = gateway;
    }

    /**
     * Returns the emitter of a hub. It may be created before the channel's endpoint is added.
     */
    public static FeedEmitter of(ChannelHub hub) {
        return new FeedEmitter(hub.channel(FeedCodec.CONTRACT));
    }

    /**
     * Returns the members of a room as a target.
     *
     * @throws IllegalArgumentException the key violates its constraints
     */
    public FeedSender.RoomTarget room(String room) {
        return new FeedSender.RoomTarget(gateway.rooms(List.of(room)), gateway, room);
    }

    /**
     * Returns the members of some rooms as a target.
     *
     * @throws IllegalArgumentException a key violates its constraints
     */
    public FeedSender.Target rooms(Collection<String> rooms) {
        return new FeedSender.Target(gateway.rooms(rooms));
    }

    /**
     * Returns the connections of a user as a target.
     */
    public FeedSender.UserTarget user(String user) {
        return new FeedSender.UserTarget(gateway.users(List.of(user)), gateway, user);
    }

    /**
     * Returns the connections of some users as a target.
     */
    public FeedSender.Target users(Collection<String> users) {
        return new FeedSender.Target(gateway.users(users));
    }

    /**
     * Returns one connection as a target. An unknown id is not an error: it matches no connection.
     */
    public FeedSender.ConnectionTarget connection(String connectionId) {
        return new FeedSender.ConnectionTarget(gateway.connections(List.of(connectionId)), gateway, connectionId);
    }

    /**
     * Returns some connections as a target.
     */
    public FeedSender.Target connections(Collection<String> connectionIds) {
        return new FeedSender.Target(gateway.connections(connectionIds));
    }

    /**
     * Returns all connections of the channel as a target.
     */
    public FeedSender.Target everyone() {
        return new FeedSender.Target(gateway.everyone());
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
    public FeedCluster everywhere() {
        return new FeedCluster(gateway.everywhere());
    }
}
