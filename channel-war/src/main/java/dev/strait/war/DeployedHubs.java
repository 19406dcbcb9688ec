package dev.strait.war;

import dev.strait.runtime.ChannelHub;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The hub of each application, by its class loader. The container creates the class that opens the hub and the one that
 * closes it, and gives them no common object, so this is the only static state of Strait. An entry stays until its
 * application is undeployed.
 */
final class DeployedHubs {

    private static final Map<ClassLoader, ChannelHub> HUBS = new ConcurrentHashMap<>();

    private DeployedHubs() {}

    static void put(ChannelHub hub) {
        HUBS.put(Thread.currentThread().getContextClassLoader(), hub);
    }

    /** Closes the hub of the current application, if there is one. */
    static void close() {
        ChannelHub hub = HUBS.remove(Thread.currentThread().getContextClassLoader());
        if (hub != null) {
            hub.close();
        }
    }
}
