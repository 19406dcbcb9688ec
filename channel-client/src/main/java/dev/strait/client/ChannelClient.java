package dev.strait.client;

import dev.strait.runtime.spi.ChannelContract;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A client of one channel. Generated clients, such as {@code ChatClient}, extend it with methods for their messages.
 *
 * <p>A client connects when it is opened, and reconnects when the connection breaks. A message that cannot be sent at once
 * waits in a queue, by default at most 128 messages and each for 30 seconds. A message is sent at most once: what was sent
 * is not sent again after a reconnect, because the server may have received it.
 *
 * <p>Safe for all threads. Handlers are called one at a time and in order, by default on a thread that the clients of this
 * process share, and never on the threads of the HTTP client. An exception of a handler is logged. While 256 messages wait
 * for handlers, or a million characters, nothing is read from the server. Futures complete on the shared threads, in no
 * particular order, so that a handler may wait for an answer: eight times as much may wait before it.
 *
 * @param <R> the keys of rooms
 * @param <I> the messages of the client
 * @param <O> the messages of the server
 */
public abstract class ChannelClient<R, I, O> implements AutoCloseable {

    private static final int MAX_WAITING = 1_024;
    private static final long CLOSE_MILLIS = 1_000;

    private final Connection<R, I, O> connection;
    private final Duration askTimeout;

    /** Creates a client that is not open yet. Called by generated code. */
    protected ChannelClient(ChannelContract<R, I, O> contract, ClientBuilder<R, I, O, ?, ?> builder) {
        this.connection = builder.connection(contract);
        this.askTimeout = builder.askTimeout();
        builder.register(connection);
    }

    Connection<R, I, O> connection() {
        return connection;
    }

    /** Returns the current state. */
    public ClientState state() {
        return connection.state();
    }

    /** Calls a function with the current state, and with each change. */
    public Registration onState(Consumer<? super ClientState> handler) {
        return connection.onState(handler);
    }

    /** Completes when the connection is open. Fails with a {@link ClientException} when the client is closed. */
    public CompletableFuture<Void> ready() {
        return connection.ready();
    }

    /** Connects, unless the client is connected or connecting. Also opens a client again that was closed. */
    public void open() {
        connection.open();
    }

    /**
     * Closes the client. What was sent is written first, for at most a second; what waits in the queue is dropped. Asks that
     * were not answered fail.
     */
    @Override
    public void close() {
        CompletionStage<?> written = connection.close();
        try {
            written.toCompletableFuture().get(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException lost) {
            // The connection is given up in any case.
        }
    }

    /**
     * Requests a new token and sends it, such as after the user has logged in. This also happens by itself before a token
     * expires.
     *
     * @return completes when the token was sent; fails with the exception of the source of tokens
     */
    public CompletableFuture<Void> reauthenticate() {
        return connection.reauthenticate();
    }

    /** Calls a function with each message of the server. */
    public Registration onMessage(Consumer<? super O> handler) {
        return connection.feed().onAny(handler);
    }

    /**
     * Returns the messages of the server. Each subscriber gets those that arrive from then on, until the client is closed. A
     * subscriber for which more than 1,024 messages wait gets an error {@code overflow}.
     */
    public Flow.Publisher<O> messages() {
        return messages(MAX_WAITING);
    }

    Flow.Publisher<O> messages(int maxWaiting) {
        return connection.feed().publisher(maxWaiting, () -> connection.state() instanceof ClientState.Closed);
    }

    /** Calls a function with each error of the server, and the message that was refused if it is known. */
    public Registration onError(BiConsumer<ClientException, Optional<I>> handler) {
        return connection.events().onError(handler);
    }

    /** Calls a function with each frame that this client cannot read. */
    public Registration onUnknown(Consumer<UnknownFrame> handler) {
        return connection.events().onUnknown(handler);
    }

    /** Calls a function with each message that is not sent. */
    public Registration onDropped(Consumer<? super Dropped<I>> handler) {
        return connection.events().onDropped(handler);
    }

    /** Listens to messages of a type. Called by generated methods. */
    protected final <M extends O> Registration on(Class<M> type, Consumer<? super M> handler) {
        return connection.feed().on(type, delivery -> handler.accept(type.cast(delivery.message())));
    }

    /** Listens to messages of a type, with the rooms that they were sent to. Called by generated methods. */
    protected final <M extends O> Registration on(Class<M> type, BiConsumer<? super M, Optional<R>> handler) {
        return connection.feed().on(type, delivery -> handler.accept(type.cast(delivery.message()), delivery.room()));
    }

    /** Answers asks of a type. Called by generated methods. */
    protected final <M extends O> Registration answer(
            Class<M> type, Function<? super M, ? extends CompletionStage<?>> handler) {
        return connection.answers().answer(type, ask -> handler.apply(type.cast(ask)));
    }

    /** Sends a message. Called by generated methods. */
    protected final Sent submit(I message) {
        return connection.send(message, null);
    }

    /**
     * Asks the server. Called by generated methods.
     *
     * @param <A> the answer that the ask declares
     */
    protected final <A> CompletableFuture<A> submitAsk(I message, Duration timeout) {
        return connection.ask(message, timeout, null);
    }

    /** Returns how long an ask takes at most, unless it says otherwise. */
    protected final Duration askTimeout() {
        return askTimeout;
    }
}
