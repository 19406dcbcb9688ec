package dev.strait.runtime.internal.connection;

import dev.strait.runtime.Excess;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.outbound.Outboxes;
import dev.strait.runtime.internal.protocol.Protocol;
import dev.strait.runtime.internal.work.Environment;
import dev.strait.runtime.internal.work.Inbox;
import dev.strait.runtime.spi.ChannelBinding;
import java.util.List;

/**
 * A channel at one path, as its connections see it: its handler and its protocol.
 *
 * @param <S> the application's state of a connection
 * @param <R> the room key
 * @param <I> the client's messages
 * @param <O> the server's messages
 */
public interface Served<S, R, I, O> {

    Environment environment();

    ChannelScope<R, I, O> channel();

    ChannelBinding<S, R, I, O> binding();

    Protocol<I, O> protocol();

    /** Returns the index of the protocol among those of the channel. */
    int protocolIndex();

    /** Returns what runs the handler's calls that concern a room. */
    SerialExecutor<R> serialExecutor();

    /** Whether the rooms of the channel have state. */
    boolean hasRoomStates();

    Inbox.Settings inboxes();

    Outboxes outboxes();

    Registry registry();

    /** Returns the limits of the connections of this endpoint. */
    Limits limits();

    int maxConnectionsPerUser();

    /** Returns what happens to one connection of a user too many. */
    Excess excess();

    int maxMessageBytes();

    /** Returns the maximum size of a frame: that of a message, or that of a token if it is larger. */
    int maxFrameBytes();

    /** Whether a connection waits for the hello of its client before it opens. */
    boolean awaitsHello(Handshake handshake);

    /** Returns the name of the room in the path of a connection, if the contract binds its path to a room. */
    String roomOf(Handshake handshake);

    /** Returns the names of the rooms to join before the first message: that of the path, or those of the query. */
    List<String> roomsAtOpen(Handshake handshake);
}
