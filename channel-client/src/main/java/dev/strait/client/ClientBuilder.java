package dev.strait.client;

import dev.strait.runtime.spi.ChannelContract;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a client. Generated builders, such as {@code ChatClient.Builder}, extend it. For one thread.
 *
 * @param <R> the keys of rooms
 * @param <I> the messages of the client
 * @param <O> the messages of the server
 * @param <C> the client
 * @param <B> the builder itself
 */
public abstract class ClientBuilder<R, I, O, C extends ChannelClient<R, I, O>, B extends ClientBuilder<R, I, O, C, B>> {

    private final URI base;
    private final List<Consumer<Connection<R, I, O>>> registrations = new ArrayList<>();
    private final Map<String, String> fixedHeaders = new LinkedHashMap<>();
    private Map<String, String> fixedQuery = Map.of();
    private @Nullable Supplier<Map<String, String>> headers;
    private @Nullable Supplier<Map<String, String>> query;
    private @Nullable TokenSource token;
    private @Nullable R room;
    private int maxQueued = 128;
    private Duration maxAge = Duration.ofSeconds(30);
    private Duration askTimeout = Duration.ofSeconds(10);
    private @Nullable TraceContext traceContext;
    private @Nullable HttpClient http;
    private @Nullable Executor handlers;
    private @Nullable Environment environment;

    /**
     * Creates a builder. Called by generated code.
     *
     * @throws IllegalArgumentException the base is not the URL of a server
     */
    protected ClientBuilder(URI base) {
        this.base = Address.requireBase(base);
    }

    /** Returns this. */
    protected abstract B self();

    /** Builds a client that is not open yet. Messages that are sent before it is open wait in its queue. */
    public abstract C build();

    /** Builds a client and opens it. It connects in the background; see {@link ChannelClient#ready}. */
    public C open() {
        C client = build();
        client.open();
        return client;
    }

    /**
     * Adds a header to the handshake, such as a cookie.
     *
     * @throws IllegalArgumentException the JDK does not allow the header
     */
    public B header(String name, String value) {
        HttpRequest.newBuilder().header(name, value); // which checks both
        fixedHeaders.put(name, value);
        return self();
    }

    /**
     * Adds these headers to the handshake. The function is called before each connect, where {@link #token(TokenSource)} is,
     * and may block.
     */
    public B headers(Supplier<Map<String, String>> source) {
        headers = Objects.requireNonNull(source, "source");
        return self();
    }

    /** Adds these pairs to the query of the URL. */
    public B query(Map<String, String> pairs) {
        fixedQuery = new LinkedHashMap<>(pairs);
        return self();
    }

    /**
     * Adds these pairs to the query of the URL. The function is called before each connect, where {@link
     * #token(TokenSource)} is, and may block.
     */
    public B query(Supplier<Map<String, String>> pairs) {
        query = Objects.requireNonNull(pairs, "pairs");
        return self();
    }

    /**
     * Tells the server who the client is. The function returns a token, and is called before each connect and before a token
     * expires, on a thread where it may block.
     */
    public B token(Supplier<String> source) {
        Objects.requireNonNull(source, "source");
        return token(isRefused -> CompletableFuture.completedStage(source.get()));
    }

    /** Tells the server who the client is. */
    public B token(TokenSource source) {
        token = Objects.requireNonNull(source, "source");
        return self();
    }

    /**
     * Sets how many messages wait for the connection, and how long each waits. The default is 128 messages, each for 30
     * seconds.
     *
     * @throws IllegalArgumentException a value is negative
     */
    public B queue(int maxMessages, Duration maxWait) {
        if (maxMessages < 0 || maxWait.isNegative()) {
            throw new IllegalArgumentException("The maximums of the queue must not be negative.");
        }
        maxQueued = maxMessages;
        maxAge = maxWait;
        return self();
    }

    /**
     * Sets how long an ask takes at most, with the time in the queue. The default is 10 seconds.
     *
     * @throws IllegalArgumentException the timeout is not positive
     */
    public B askTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("The timeout of an ask must be positive.");
        }
        askTimeout = timeout;
        return self();
    }

    /** Sends traces with messages, so that the spans of the server belong to them. By default, none are sent. */
    public B traceContext(TraceContext context) {
        traceContext = Objects.requireNonNull(context, "context");
        return self();
    }

    /**
     * Sets the HTTP client, for its TLS settings or its proxy. By default, the clients of this process share one.
     *
     * @throws IllegalArgumentException the HTTP client follows redirects, so a token might go to another server
     */
    public B http(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "The HTTP client follows redirects, and so might send a token to another server. Use Redirect.NEVER.");
        }
        http = client;
        return self();
    }

    /**
     * Sets where handlers are called, such as {@code SwingUtilities::invokeLater}. They are called one at a time and in order
     * on any executor. By default, they are called on threads that the clients of this process share.
     */
    public B handlersOn(Executor executor) {
        handlers = Objects.requireNonNull(executor, "executor");
        return self();
    }

    /** Calls a function with the state of the client, and with each change. */
    public B onState(Consumer<? super ClientState> handler) {
        Objects.requireNonNull(handler, "handler");
        registrations.add(connection -> connection.onState(handler));
        return self();
    }

    /** Calls a function with each error of the server, and the message that was refused if it is known. */
    public B onError(BiConsumer<ClientException, Optional<I>> handler) {
        Objects.requireNonNull(handler, "handler");
        registrations.add(connection -> connection.events().onError(handler));
        return self();
    }

    /** Sets the room in the path. Called by generated methods. */
    protected final B roomInPath(R key) {
        room = Objects.requireNonNull(key, "room");
        return self();
    }

    /** For tests, which move the clock by hand. */
    B environment(Environment given) {
        environment = given;
        return self();
    }

    Duration askTimeout() {
        return askTimeout;
    }

    Connection<R, I, O> connection(ChannelContract<R, I, O> contract) {
        boolean isFixed = headers == null && query == null && token == null;
        Settings settings = new Settings(
                base,
                merged(Map.copyOf(fixedHeaders), headers),
                merged(fixedQuery, query),
                token,
                maxQueued,
                maxAge,
                askTimeout,
                traceContext,
                isFixed);
        Environment used = environment == null ? SharedResources.environment(http, handlers) : environment;
        return new Connection<>(contract, used, settings, path(contract));
    }

    private static Supplier<Map<String, String>> merged(
            Map<String, String> fixed, @Nullable Supplier<Map<String, String>> more) {
        if (more == null) {
            return () -> fixed;
        }
        return () -> {
            Map<String, String> all = new LinkedHashMap<>(fixed);
            all.putAll(more.get());
            return all;
        };
    }

    void register(Connection<R, I, O> connection) {
        registrations.forEach(registration -> registration.accept(connection));
    }

    private String path(ChannelContract<R, I, O> contract) {
        if (!contract.isPathBound()) {
            return contract.path();
        }
        R key = room;
        if (key == null) {
            throw new IllegalStateException("The path of this channel names a room. Call room(...) on the builder.");
        }
        try {
            return contract.pathOf(key);
        } catch (IllegalArgumentException noRoom) {
            throw new ClientException("room-invalid", String.valueOf(noRoom.getMessage()), noRoom);
        }
    }
}
