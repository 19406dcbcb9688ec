package dev.strait.runtime.spi;

import dev.strait.runtime.ChannelDeploymentException;
import java.util.List;

/** Selects the handler of an endpoint that a container creates by scanning. */
public final class Handlers {

    private Handlers() {}

    /**
     * Returns the only element of a list of handlers of a channel without rooms.
     *
     * @param found the handlers that were found
     * @param handler the handler interface, for the message
     * @throws ChannelDeploymentException if there is no handler, or more than one
     */
    public static <B extends EndpointBinding<?, ?, ?, ?>> B only(List<B> found, Class<?> handler) {
        return only(found, handler, "META-INF/services/" + handler.getName());
    }

    /**
     * Returns the only element of a list of handlers.
     *
     * @param found the handlers that were found
     * @param handler the handler interface, for the message
     * @param room the interface of rooms with state, for the message
     * @throws ChannelDeploymentException if there is no handler, or more than one
     */
    public static <B extends EndpointBinding<?, ?, ?, ?>> B only(List<B> found, Class<?> handler, Class<?> room) {
        return only(
                found, handler, "META-INF/services/" + handler.getName() + " or META-INF/services/" + room.getName());
    }

    private static <B extends EndpointBinding<?, ?, ?, ?>> B only(List<B> found, Class<?> handler, String services) {
        if (found.size() == 1) {
            return found.get(0);
        }
        String problem = found.isEmpty()
                ? "No implementation of " + handler.getName() + " was found. Name one in " + services
                        + ", or deploy the endpoint in code with ChannelHub.add and deployTo."
                : "Several implementations of " + handler.getName() + " were found: "
                        + found.stream()
                                .map(binding -> binding.application().getClass().getName())
                                .toList()
                        + ". Keep one in " + services + ".";
        throw new ChannelDeploymentException(List.of(problem));
    }
}
