package dev.strait.spring;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.runtime.spi.ChannelGateway;
import dev.strait.runtime.spi.HandlerInterceptor;
import dev.strait.runtime.spi.HandshakeAttributes;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import jakarta.websocket.server.HandshakeRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The connections of each HTTP session. They close with 4401 when their session ends, because the user has signed out or it
 * has timed out. Safe for all threads.
 */
final class SessionConnections
        implements HandshakeAttributes, HandlerInterceptor, HttpSessionListener, HttpSessionIdListener {

    private static final CloseReason SIGNED_OUT = new CloseReason(4401, "signed out");

    /** How long an ended session is remembered. A handshake reaches {@code open} within that time. */
    private static final long MEMORY_NANOS = TimeUnit.SECONDS.toNanos(30);

    private record Connection(String channel, String id) {}

    /** The sessions, by their {@linkplain SessionKey key}. */
    private final Map<String, Set<Connection>> sessions = new ConcurrentHashMap<>();
    /** The session of each connection, by its id. */
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    /** When sessions have ended, by their key. */
    private final Map<String, Long> ended = new ConcurrentHashMap<>();

    private final ObjectProvider<ChannelHub> hub;
    private final ObjectProvider<ChannelEndpoint> endpoints;

    SessionConnections(ObjectProvider<ChannelHub> hub, ObjectProvider<ChannelEndpoint> endpoints) {
        this.hub = hub;
        this.endpoints = endpoints;
    }

    @Override
    public Map<String, String> read(HandshakeRequest request) {
        return request.getHttpSession() instanceof HttpSession session
                ? Map.of(SessionKey.ATTRIBUTE, SessionKey.of(session))
                : Map.of();
    }

    /** Every connection that {@code open} has admitted ends with {@code closed}. */
    @Override
    public @Nullable Object around(Call call, Next next) {
        String id = call.connection().orElse("");
        return switch (call.method()) {
            case "open" -> {
                Optional<String> key = call.handshake().flatMap(handshake -> handshake.attribute(SessionKey.ATTRIBUTE));
                yield key.isPresent() ? open(key.get(), new Connection(call.channel(), id), next) : next.proceed();
            }
            case "closed" -> {
                try {
                    yield next.proceed();
                } finally {
                    remove(new Connection(call.channel(), id));
                }
            }
            default -> next.proceed();
        };
    }

    private @Nullable Object open(String key, Connection connection, Next next) {
        add(key, connection);
        try {
            requireLive(key, connection); // it may have ended since the handshake
            Object state = next.proceed();
            requireLive(key, connection);
            return state;
        } catch (RuntimeException | Error refused) {
            remove(connection);
            throw refused;
        }
    }

    private void requireLive(String key, Connection connection) {
        Long endedAt = ended.get(key);
        boolean hasEnded = endedAt != null && System.nanoTime() - endedAt < MEMORY_NANOS;
        if (hasEnded || !keys.containsKey(connection.id())) {
            throw Refusal.unauthenticated("Sign in first.");
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        CompletableFuture<?> unused = end(SessionKey.of(event.getSession()));
    }

    /** Spring Security changes the id of a session when its user signs in. */
    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        Set<Connection> moved = sessions.remove(SessionKey.of(oldId));
        if (moved != null) {
            moved.forEach(connection -> add(SessionKey.of(event.getSession()), connection));
        }
    }

    /** Closes the connections of a session. Returns a stage that completes when all have ended. */
    CompletableFuture<Void> end(String key) {
        long now = System.nanoTime();
        ended.values().removeIf(endedAt -> now - endedAt > MEMORY_NANOS);
        ended.put(key, now);
        Set<Connection> connections = sessions.remove(key);
        if (connections == null) {
            return CompletableFuture.completedFuture(null);
        }
        List<CompletableFuture<?>> closes = new ArrayList<>();
        for (Connection connection : connections) {
            keys.remove(connection.id());
            closes.add(close(connection));
        }
        return CompletableFuture.allOf(closes.toArray(CompletableFuture<?>[]::new));
    }

    /** Returns a stage that completes when the connection has ended. */
    private CompletableFuture<Void> close(Connection connection) {
        return endpoints.stream()
                .map(endpoint -> endpoint.binding().contract())
                .filter(contract -> contract.name().equals(connection.channel()))
                .findFirst()
                .map(contract -> close(contract, connection.id()))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private <R, O> CompletableFuture<Void> close(ChannelContract<R, ?, O> contract, String id) {
        ChannelGateway<R, O> channel = hub.getObject().channel(contract);
        CompletableFuture<Void> end = channel.ended(id).toCompletableFuture();
        channel.close(id, SIGNED_OUT);
        return end;
    }

    private void add(String key, Connection connection) {
        keys.put(connection.id(), key);
        sessions.compute(key, (any, known) -> {
            Set<Connection> all = known == null ? new HashSet<>() : new HashSet<>(known);
            all.add(connection);
            return all;
        });
    }

    private void remove(Connection connection) {
        String key = keys.remove(connection.id());
        if (key != null) {
            sessions.computeIfPresent(key, (any, known) -> {
                Set<Connection> left = new HashSet<>(known);
                left.remove(connection);
                return left.isEmpty() ? null : left;
            });
        }
    }
}
