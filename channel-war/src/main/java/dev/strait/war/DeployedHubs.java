package dev.strait.war;

import dev.strait.runtime.ChannelHub;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The hub of each application, by its class loader. The container creates both the one who makes the hub and the one who
 * closes it, and gives them nothing in common: so this is the one place of Strait that has to be static. An entry stays
 * for as long as its application does.
 */
final class DeployedHubs {

    private static final Map<ClassLoader, ChannelHub> HUBS = new ConcurrentHashMap<>();

    private DeployedHubs() {}

    static void put(ChannelHub hub) {
        HUBS.put(Thread.currentThread().getContextClassLoader(), hub);
    }

    /** Closes the application's hub, if it has one. */
    static void close() {
        ChannelHub hub = HUBS.remove(Thread.currentThread().getContextClassLoader());
        if (hub != null) {
            hub.close();
        }
    }
}
