package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.spi.ChannelGateway;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Sends messages of {@link Chat} from any service, on any thread.
 *
 * <p>Team chat; one room per conversation.
 *
 * <p>Targets are unions; each connection gets a frame once at most. An empty target reaches nobody.
 */
@Generated("dev.strait.processor.ChannelProcessor")
public final class ChatEmitter {
    private final ChannelGateway<Chat.Room, Chat.ToClient> gateway;

    private ChatEmitter(ChannelGateway<Chat.Room, Chat.ToClient> gateway) {
        this.gateway = gateway;
    }

    /**
     * The emitter of a hub; it may be made before the channel's endpoint is added.
     */
    public static ChatEmitter of(ChannelHub hub) {
        return new ChatEmitter(hub.channel(ChatCodec.CONTRACT));
    }

    /**
     * The members of a room.
     *
     * @throws IllegalArgumentException the key breaks its constraints
     */
    public ChatSender.RoomTarget room(Chat.Room room) {
        return new ChatSender.RoomTarget(gateway.rooms(List.of(room)), gateway, room);
    }

    /**
     * The members of a room.
     *
     * @throws IllegalArgumentException the key breaks its constraints
     */
    public ChatSender.RoomTarget room(String room) {
        return room(new Chat.Room(room));
    }

    /**
     * The members of some rooms.
     *
     * @throws IllegalArgumentException a key breaks its constraints
     */
    public ChatSender.Target rooms(Collection<? extends Chat.Room> rooms) {
        return new ChatSender.Target(gateway.rooms(rooms));
    }

    /**
     * The connections of a user.
     */
    public ChatSender.Target user(String user) {
        return users(List.of(user));
    }

    /**
     * The connections of some users.
     */
    public ChatSender.Target users(Collection<String> users) {
        return new ChatSender.Target(gateway.users(users));
    }

    /**
     * One connection. An unknown id is no mistake: sending to it reaches nobody.
     */
    public ChatSender.ConnectionTarget connection(String connectionId) {
        return new ChatSender.ConnectionTarget(gateway.connections(List.of(connectionId)), gateway, connectionId);
    }

    /**
     * Some connections.
     */
    public ChatSender.Target connections(Collection<String> connectionIds) {
        return new ChatSender.Target(gateway.connections(connectionIds));
    }

    /**
     * All connections of the channel.
     */
    public ChatSender.Target everyone() {
        return new ChatSender.Target(gateway.everyone());
    }

    /**
     * The rooms that have a member on this node, as of now.
     */
    public List<Chat.Room> rooms() {
        return gateway.rooms();
    }

    /**
     * The connections on this node, as of now.
     */
    public List<ConnectionInfo> connections() {
        return gateway.connections();
    }
}
