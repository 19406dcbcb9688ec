package dev.strait.test;

import dev.strait.runtime.CloseReason;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A virtual client of a test kit. Generated clients add a method for each message that clients send.
 *
 * <p>Methods that read take what has arrived since the last read. They fail with an {@link AssertionError} that lists what
 * arrived instead, and what the handler has thrown.
 *
 * @param <R> the room key
 * @param <I> the client's messages
 * @param <O> the server's messages
 */
public abstract class TestClient<R, I, O> {

    private final ClientConnection<R, I, O> connection;
    /** Null if messages name no room. */
    private final @Nullable R room;

    /** Creates a client whose messages name no room. */
    protected TestClient(ClientConnection<R, I, O> connection) {
        this(connection, null);
    }

    /** Creates a view of a client whose messages name a room. */
    protected TestClient(ClientConnection<R, I, O> connection, @Nullable R room) {
        this.connection = connection;
        this.room = room;
    }

    // Sending

    /**
     * Sends a message. The server checks it; so the test can send one that violates its constraints. For what cannot be a
     * message, such as a required component that is null, there is {@link #raw}.
     *
     * @throws NullPointerException if a required component is null
     * @throws IllegalStateException if the connection has ended
     */
    protected final void submit(I message) {
        sendFrame(connection.protocol().message(message, roomName(), null));
    }

    /** Asks the server. */
    protected final <A> CompletableFuture<A> submitAsk(I message) {
        CompletableFuture<A> answer = connection.ask(message, roomName());
        connection.world().stepped();
        return answer;
    }

    /** Asks the server, and returns its answer. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // generated code knows the type of the answer
    protected final <A> A answerOf(I message) {
        CompletableFuture<A> answer = submitAsk(message);
        connection.world().settle();
        if (!answer.isDone()) {
            throw failed("The server has not answered " + message + ".");
        }
        try {
            return answer.join();
        } catch (CompletionException refused) {
            Throwable cause = refused.getCause() == null ? refused : refused.getCause();
            throw failed(
                    cause instanceof RefusedAsk
                            ? "The server has refused " + message + ": " + cause.getMessage() + "."
                            : String.valueOf(cause.getMessage()));
        }
    }

    /**
     * Sends a text as it is, for frames that no generated client sends.
     *
     * @throws IllegalStateException if the connection has ended
     */
    public final void raw(String frame) {
        sendFrame(frame);
    }

    private void sendFrame(String frame) {
        connection.send(frame);
        connection.world().stepped();
    }

    private @Nullable String roomName() {
        return room == null ? null : connection.contract().codec().roomName(room);
    }

    // Rooms

    /** Joins a room. */
    protected final void joinRoom(R key) {
        sendFrame(connection.protocol().join(connection.contract().codec().roomName(key)));
    }

    /** Leaves a room. */
    protected final void leaveRoom(R key) {
        sendFrame(connection.protocol().leave(connection.contract().codec().roomName(key)));
    }

    // Reading

    /** Takes the messages that have arrived, without asks. */
    public final List<O> received() {
        return receivedWithRooms().stream().map(Received::message).toList();
    }

    /** Takes the messages that have arrived, with the rooms that their frames name. */
    public final List<Received<R, O>> receivedWithRooms() {
        connection.world().reading();
        return connection.arrivals().takeMessages();
    }

    /** Takes the messages that have arrived with the name of a room, and leaves the others. */
    protected final List<O> takeReceivedIn(R key) {
        connection.world().reading();
        return connection.arrivals().takeMessagesIn(key);
    }

    /**
     * Takes the next message.
     *
     * @throws AssertionError if no message has arrived, or if the next one has another type
     */
    public final <M extends O> M next(Class<M> type) {
        connection.world().reading();
        Received<R, O> next = connection.arrivals().peekMessage();
        if (next == null || !type.isInstance(next.message())) {
            throw failed("Expected " + type.getSimpleName() + ", but " + connection.name() + " has received "
                    + connection.arrivals().describe() + ".");
        }
        connection.arrivals().removeMessage();
        return type.cast(next.message());
    }

    /**
     * Takes the next error that the server has sent, other than those of asks.
     *
     * @throws AssertionError if no error has arrived
     */
    public final ErrorFrame refusal() {
        connection.world().reading();
        ErrorFrame error = connection.arrivals().pollError();
        if (error == null) {
            throw failed("Expected a refusal, but " + connection.name() + " has received "
                    + connection.arrivals().describe() + ".");
        }
        return error;
    }

    /** Takes the asks of the server that have arrived, whether they were answered or not. */
    public final List<O> asks() {
        connection.world().reading();
        return connection.arrivals().takeAsks();
    }

    /** Takes the last 10,000 frames that have arrived, of all kinds, as they are on the wire. */
    public final List<String> frames() {
        connection.world().reading();
        return connection.arrivals().takeFrames();
    }

    /** Returns why the connection has ended, as the server sees it; empty while it is open. */
    public final Optional<CloseReason> closed() {
        connection.world().reading();
        return connection.arrivals().closed();
    }

    /**
     * Returns the id of the connection, for targets such as {@code emitter.connection(id)}.
     *
     * @throws IllegalStateException if the client does not know it: its protocol does not tell, or it was connected as a
     *     {@linkplain Who#plain plain} client
     */
    public final String id() {
        connection.world().reading();
        return connection
                .id()
                .orElseThrow(() -> new IllegalStateException(
                        "The server has not told this client the id of its connection, because its protocol does not, or"
                                + " because it was connected as a plain() client."));
    }

    // Asks of the server

    /** Answers asks of a type from now on. */
    @SuppressWarnings("unchecked") // asks of the type are what it is called with
    protected final <M extends O> void answerWith(Class<M> type, Function<? super M, ?> answer) {
        connection.answering(type, ask -> answer.apply((M) ask));
    }

    /** Leaves asks of a type unanswered from now on, as all asks are by default. */
    public final void ignoring(Class<? extends O> type) {
        connection.ignoring(type);
    }

    // The network

    /**
     * Takes nothing any more that the server sends, until {@link #resume()}. The server's first write does not end, so what
     * follows waits in the queue of the connection, which has limits.
     */
    public final void stall() {
        connection.socket().stall();
    }

    /** Takes what the server has sent meanwhile. */
    public final void resume() {
        connection.socket().resume();
        connection.world().stepped();
    }

    /** Closes the connection, with 1000. Nothing happens if it has ended. */
    public final void leave() {
        leave(CloseReason.NORMAL);
    }

    /** Closes the connection. Nothing happens if it has ended. */
    public final void leave(CloseReason reason) {
        connection.socket().leave(reason);
        connection.world().stepped();
    }

    /**
     * Becomes unreachable, like a device that has lost its network. The server does not know, and finds out by its timeouts
     * when the clock advances. {@link #closed} then has the reason.
     */
    public final void vanish() {
        connection.socket().vanish();
    }

    /** Returns the connection, for views of this client. */
    protected final ClientConnection<R, I, O> connection() {
        return connection;
    }

    private AssertionError failed(String message) {
        return connection
                .failures()
                .explain(message
                        + connection.socket().obstacle()
                        + connection.world().seedSentence());
    }

    @Override
    public final String toString() {
        return connection.name();
    }
}
