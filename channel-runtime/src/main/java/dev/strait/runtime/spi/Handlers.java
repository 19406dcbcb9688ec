package dev.strait.runtime.spi;

import dev.strait.runtime.ChannelDeploymentException;
import java.util.ArrayList;
import java.util.List;

/** Finds the handler of an endpoint that a container deploys by itself. */
public final class Handlers {

    private Handlers() {}

    /**
     * The only one of the given providers.
     *
     * @param type the handler interface, for the message
     * @throws ChannelDeploymentException there is none, or there are several
     */
    public static <H> H only(Class<? super H> type, Iterable<? extends H> providers) {
        List<H> found = new ArrayList<>();
        providers.forEach(found::add);
        if (found.size() == 1) {
            return found.get(0);
        }
        String cure = found.isEmpty()
                ? "No handler for " + type.getName() + " was found. Name one in META-INF/services/" + type.getName()
                        + ", or deploy the endpoint yourself with ChannelHub.add and deployTo."
                : "Several handlers for " + type.getName() + " were found: "
                        + found.stream()
                                .map(handler -> handler.getClass().getName())
                                .toList()
                        + ". Keep one in META-INF/services/" + type.getName() + ".";
        throw new ChannelDeploymentException(List.of(cure));
    }
}
