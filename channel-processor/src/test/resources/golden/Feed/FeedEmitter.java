package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.spi.ChannelGateway;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Sends messages of {@link Feed} from any service, on any thread.
 *
 * <p>Targets are unions; each connection gets a frame once at most. An empty target reaches nobody.
 */
@Generated("dev.strait.processor.ChannelProcessor")
public final class FeedEmitter {
    private final ChannelGateway<String, Feed.ToClient> gateway;

    private FeedEmitter(ChannelGateway<String, Feed.ToClient> gateway) {
        this.gateway = gateway;
    }

    /**
     * The emitter of a hub; it may be made before the channel's endpoint is added.
     */
    public static FeedEmitter of(ChannelHub hub) {
        return new FeedEmitter(hub.channel(FeedCodec.CONTRACT));
    }

    /**
     * The members of a room.
     *
     * @throws IllegalArgumentException the key breaks its constraints
     */
    public FeedSender.RoomTarget room(String room) {
        return new FeedSender.RoomTarget(gateway.rooms(List.of(room)), gateway, room);
    }

    /**
     * The members of some rooms.
     *
     * @throws IllegalArgumentException a key breaks its constraints
     */
    public FeedSender.Target rooms(Collection<String> rooms) {
        return new FeedSender.Target(gateway.rooms(rooms));
    }

    /**
     * The connections of a user.
     */
    public FeedSender.Target user(String user) {
        return users(List.of(user));
    }

    /**
     * The connections of some users.
     */
    public FeedSender.Target users(Collection<String> users) {
        return new FeedSender.Target(gateway.users(users));
    }

    /**
     * One connection. An unknown id is no mistake: sending to it reaches nobody.
     */
    public FeedSender.ConnectionTarget connection(String connectionId) {
        return new FeedSender.ConnectionTarget(gateway.connections(List.of(connectionId)), gateway, connectionId);
    }

    /**
     * Some connections.
     */
    public FeedSender.Target connections(Collection<String> connectionIds) {
        return new FeedSender.Target(gateway.connections(connectionIds));
    }

    /**
     * All connections of the channel.
     */
    public FeedSender.Target everyone() {
        return new FeedSender.Target(gateway.everyone());
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
