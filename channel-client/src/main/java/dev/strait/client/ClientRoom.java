package dev.strait.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * A room that a client has joined, or wants to. Generated clients extend it with methods for their messages. After a
 * reconnect, the client joins the room again. Two objects for the same room share one membership, which ends with the last of
 * them.
 *
 * <p>Safe for all threads. Handlers are called as those of the client are.
 *
 * @param <R> the keys of rooms
 * @param <I> the messages of the client
 * @param <O> the messages of the server
 */
public abstract class ClientRoom<R, I, O> {

    private static final int MAX_WAITING = 1_024;
    private final Connection<R, I, O> connection;
    private final R room;
    private final Duration askTimeout;
    private final Membership<R, O> membership;
    private final Seat<R, O> seat;
    /** Of a room that was left, although others may still be in it. */
    private final Seat<R, O> leftSeat;

    /**
     * Joins a room.
     *
     * @throws ClientException {@code room-invalid}: the key violates its constraints
     */
    protected ClientRoom(ChannelClient<R, I, O> client, R room) {
        this.connection = client.connection();
        this.room = room;
        this.askTimeout = client.askTimeout();
        this.membership = new Membership<>(connection.environment());
        String name = connection.roomName(room);
        this.leftSeat = new Seat<>(name);
        leftSeat.become(new RoomState.Left());
        this.seat = connection.enter(name, membership);
    }

    /** Returns the key of the room. */
    public R room() {
        return room;
    }

    /** Returns the state of the room. */
    public RoomState state() {
        return membership.state();
    }

    /** Calls a function with the current state, and with each change. */
    public Registration onState(Consumer<? super RoomState> handler) {
        return membership.onState(handler);
    }

    /** Completes when the room is joined. Fails with a {@link ClientException} when it never will be. */
    public CompletableFuture<Void> ready() {
        return membership.ready();
    }

    /** Leaves the room. Does nothing if it was left. */
    public void leave() {
        connection.leave(seat, membership);
    }

    /** Calls a function with each message of the server to this room. */
    public Registration onMessage(Consumer<? super O> handler) {
        return membership.feed().onAny(handler);
    }

    /**
     * Returns the messages of the server to this room. A subscriber for which more than 1,024 messages wait gets an error
     * {@code overflow}.
     */
    public Flow.Publisher<O> messages() {
        return membership.feed().publisher(MAX_WAITING, membership::isOver);
    }

    /** Listens to messages of a type. Called by generated methods. */
    protected final <M extends O> Registration on(Class<M> type, Consumer<? super M> handler) {
        return membership.feed().on(type, delivery -> handler.accept(type.cast(delivery.message())));
    }

    /** Sends a message to the room. Called by generated methods. */
    protected final Sent submit(I message) {
        return connection.send(message, currentSeat());
    }

    /**
     * Asks the server, in the room. Called by generated methods.
     *
     * @param <A> the answer that the ask declares
     */
    protected final <A> CompletableFuture<A> submitAsk(I message, Duration timeout) {
        return connection.ask(message, timeout, currentSeat());
    }

    /** Returns how long an ask takes at most, unless it says otherwise. */
    protected final Duration askTimeout() {
        return askTimeout;
    }

    private Seat<R, O> currentSeat() {
        return membership.state() instanceof RoomState.Left ? leftSeat : seat;
    }
}
