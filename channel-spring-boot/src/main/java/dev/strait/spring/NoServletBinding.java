package dev.strait.spring;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import java.util.List;
import java.util.Optional;

/** Says what a WebFlux application needs. */
final class NoServletBinding implements ServerBinding {

    static final String ADVICE =
            "WebFlux has no container for WebSocket endpoints. Use spring-boot-starter-web, or add the"
                    + " dependency dev.strait:channel-server and set strait.server.port, to serve the channels on a port of their own.";

    @Override
    public boolean hasOwnPort() {
        return true;
    }

    @Override
    public void serve(ChannelHub hub) {
        throw new ChannelDeploymentException(List.of(ADVICE));
    }

    @Override
    public Optional<String> base() {
        return Optional.empty();
    }
}
