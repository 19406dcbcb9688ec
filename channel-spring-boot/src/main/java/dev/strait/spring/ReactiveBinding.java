package dev.strait.spring;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import dev.strait.server.ChannelServer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootVersion;

/** Serves channels beside a WebFlux application, on a server and a port of their own. */
final class ReactiveBinding implements ServerBinding, AutoCloseable {

    private final StraitProperties.@Nullable Server settings;
    private @Nullable ChannelServer server;

    ReactiveBinding(StraitProperties properties) {
        this.settings = properties.server();
    }

    @Override
    public boolean hasOwnPort() {
        return true;
    }

    @Override
    public void serve(ChannelHub hub) {
        if (settings == null || settings.port() == null) {
            throw new ChannelDeploymentException(List.of(NoServletBinding.ADVICE));
        }
        if (SpringBootVersion.getVersion().startsWith("3.")) {
            throw new ChannelDeploymentException(
                    List.of("strait.server.port needs Spring Boot 4: the Netty of Spring Boot 3"
                            + " is too old for the embedded server. Use spring-boot-starter-web instead of WebFlux."));
        }
        ChannelServer.Builder builder = ChannelServer.builder(hub).port(settings.port());
        if (settings.host() != null) {
            builder.host(settings.host());
        }
        server = builder.start();
    }

    @Override
    public Optional<String> base() {
        return server == null ? Optional.empty() : Optional.of(":" + server.port());
    }

    /** Returns the port that the server listens on, for tests; -1 if it does not run. */
    int port() {
        return server == null ? -1 : server.port();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
