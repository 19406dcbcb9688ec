package dev.strait.server;

import dev.strait.runtime.spi.PendingHandshake;
import io.netty.handler.codec.http.HttpHeaders;
import jakarta.websocket.server.HandshakeRequest;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.glassfish.tyrus.core.RequestContext;
import org.jspecify.annotations.Nullable;

/**
 * A valid handshake that Tyrus's engine is asked to upgrade. Tyrus passes it to the configurator as the HTTP session, which
 * is the only way to pass an object.
 *
 * @param headers for the engine
 * @param accepted what the application has accepted before; null in the first attempt
 */
record UpgradeAttempt(
        RequestTarget target,
        HttpHeaders headers,
        InetSocketAddress local,
        InetSocketAddress remote,
        SocketSink sink,
        @Nullable PendingHandshake accepted) {

    /** Returns the attempt after the application has accepted the handshake. */
    UpgradeAttempt accept(PendingHandshake handshake) {
        return new UpgradeAttempt(target, headers, local, remote, sink, handshake);
    }

    /** Returns the request for the engine. */
    RequestContext request() {
        RequestContext context = RequestContext.Builder.create()
                .requestURI(URI.create(target.path()))
                .queryString(target.query())
                .secure(sink.isSecure())
                .remoteAddr(remote.getAddress().getHostAddress())
                .serverAddr(local.getAddress().getHostAddress())
                .serverPort(local.getPort())
                .httpSession(this)
                .build();
        headers.forEach(header -> context.getHeaders()
                .computeIfAbsent(header.getKey(), name -> new ArrayList<>(1))
                .addAll(values(header.getKey(), header.getValue())));
        return context;
    }

    /** Tyrus expects one value for each subprotocol, and all other headers unchanged. */
    private static List<String> values(String name, String value) {
        if (!name.equalsIgnoreCase(HandshakeRequest.SEC_WEBSOCKET_PROTOCOL)) {
            return List.of(value);
        }
        return Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    }
}
