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
 * Sends messages of {@link Chat} from code outside the handler, on any thread.
 *
 * <p>Team chat; one room per conversation.
 *
 * <p>A target is a union: each connection receives at most one frame. An empty target matches no connection.
 */
@ChannelType(
        endpoint = ChatEndpoint.class,
        emitter = ChatEmitter.class
)
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class ChatEmitter {
    private final ChannelGateway<Chat.Room, Chat.ToClient> gateway;

    private ChatEmitter(ChannelGateway<Chat.Room, Chat.ToClient> gateway) {
        this.gateway = gateway;
    }

    /**
     * Returns the emitter of a hub. It may be created before the channel's endpoint is added.
     */
    public static ChatEmitter of(ChannelHub hub) {
        return new ChatEmitter(hub.channel(ChatCodec.CONTRACT));
    }

    /**
     * Returns the members of a room as a target.
     *
     * @throws IllegalArgumentException the key violates its constraints
     */
    public ChatSender.RoomTarget room(Chat.Room room) {
        return new ChatSender.RoomTarget(gateway.rooms(List.of(room)), gateway, room);
    }

    /**
     * Returns the members of a room as a target.
     *
     * @throws IllegalArgumentException the key violates its constraints
     */
    public ChatSender.RoomTarget room(String room) {
        return room(new Chat.Room(room));
    }

    /**
     * Returns the members of some rooms as a target.
     *
     * @throws IllegalArgumentException a key violates its constraints
     */
    public ChatSender.Target rooms(Collection<? extends Chat.Room> rooms) {
        return new ChatSender.Target(gateway.rooms(rooms));
    }

    /**
     * Returns the connections of a user as a target.
     */
    public ChatSender.UserTarget user(String user) {
        return new ChatSender.UserTarget(gateway.users(List.of(user)), gateway, user);
    }

    /**
     * Returns the connections of some users as a target.
     */
    public ChatSender.Target users(Collection<String> users) {
        return new ChatSender.Target(gateway.users(users));
    }

    /**
     * Returns one connection as a target. An unknown id is not an error: it matches no connection.
     */
    public ChatSender.ConnectionTarget connection(String connectionId) {
        return new ChatSender.ConnectionTarget(gateway.connections(List.of(connectionId)), gateway, connectionId);
    }

    /**
     * Returns some connections as a target.
     */
    public ChatSender.Target connections(Collection<String> connectionIds) {
        return new ChatSender.Target(gateway.connections(connectionIds));
    }

    /**
     * Returns all connections of the channel as a target.
     */
    public ChatSender.Target everyone() {
        return new ChatSender.Target(gateway.everyone());
    }

    /**
     * Returns a snapshot of the rooms that have a member on this node.
     */
    public List<Chat.Room> rooms() {
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
    public ChatCluster everywhere() {
        return new ChatCluster(gateway.everywhere());
    }
}
