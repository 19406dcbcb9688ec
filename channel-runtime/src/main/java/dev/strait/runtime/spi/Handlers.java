package dev.strait.runtime.spi;

import dev.strait.runtime.ChannelDeploymentException;
import java.util.List;

/** Finds what serves an endpoint that a container deploys by itself. */
public final class Handlers {

    private Handlers() {}

    /**
     * The only one of what was found.
     *
     * @param handler the interface of handlers, for the message
     * @param room the interface of rooms with state, for the message
     * @throws ChannelDeploymentException there is none, or there are several
     */
    public static <B extends EndpointBinding<?, ?, ?, ?>> B only(List<B> found, Class<?> handler, Class<?> room) {
        if (found.size() == 1) {
            return found.get(0);
        }
        String services = "META-INF/services/" + handler.getName() + " or META-INF/services/" + room.getName();
        String cure = found.isEmpty()
                ? "No handler for " + handler.getName() + " was found. Name one in " + services
                        + ", or deploy the endpoint yourself with ChannelHub.add and deployTo."
                : "Several handlers for " + handler.getName() + " were found: "
                        + found.stream()
                                .map(binding -> binding.application().getClass().getName())
                                .toList()
                        + ". Keep one in " + services + ".";
        throw new ChannelDeploymentException(List.of(cure));
    }
}
