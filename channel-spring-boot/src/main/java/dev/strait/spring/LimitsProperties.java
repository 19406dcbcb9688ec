package dev.strait.spring;

import dev.strait.runtime.LimitSettings;
import dev.strait.runtime.Limits;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Limits as properties. Those that are not set keep Strait's defaults; see {@link Limits}.
 *
 * @param maxMessageBytes Maximum size of a client's message.
 * @param maxMessageFragments Maximum number of fragments of one message.
 * @param messageTimeout Maximum time to receive one message.
 * @param maxMessagesPerSecond Maximum rate of messages of one connection.
 * @param maxMessageBurst Maximum number of messages of one connection at once.
 * @param maxJoinsPerSecond Maximum rate of joins of one connection.
 * @param maxRoomsPerConnection Maximum number of rooms of one connection.
 * @param maxErrorsPerSecond Maximum rate of error frames to one connection.
 * @param maxBadFrames Maximum number of bad frames of one connection in ten seconds.
 * @param maxHandlerQueueMessages Maximum number of messages of one connection that wait for the handler.
 * @param maxHandlerQueueBytes Maximum size of the messages of one connection that wait for the handler.
 * @param maxAsksPerConnection Maximum number of unanswered asks to one connection.
 * @param maxQueuedMessages Maximum number of messages that wait to be written to one connection.
 * @param maxQueuedBytes Maximum size of the messages that wait to be written to one connection.
 * @param writeTimeout Maximum time of one write.
 * @param pingInterval Time between two pings to a connection.
 * @param idleTimeout Maximum time without any frame from the client.
 * @param closeTimeout Maximum time for the client to answer a close. Of the hub only.
 * @param drainTimeout Maximum time over which a stopping hub spreads the closes of its connections. Of the hub only.
 * @param maxRoomsPerNode Maximum number of rooms. Of the hub only.
 * @param maxHandshakesPerSecond Maximum rate of handshakes. Of the hub only.
 * @param maxConnections Maximum number of connections. Of the hub only.
 * @param maxHandlerThreads Maximum number of threads for handlers on JDKs without virtual threads. Of the hub only.
 */
record LimitsProperties(
        @Nullable DataSize maxMessageBytes,
        @Nullable Integer maxMessageFragments,
        @Nullable Duration messageTimeout,
        @Nullable Integer maxMessagesPerSecond,
        @Nullable Integer maxMessageBurst,
        @Nullable Integer maxJoinsPerSecond,
        @Nullable Integer maxRoomsPerConnection,
        @Nullable Integer maxErrorsPerSecond,
        @Nullable Integer maxBadFrames,
        @Nullable Integer maxHandlerQueueMessages,
        @Nullable DataSize maxHandlerQueueBytes,
        @Nullable Integer maxAsksPerConnection,
        @Nullable Integer maxQueuedMessages,
        @Nullable DataSize maxQueuedBytes,
        @Nullable Duration writeTimeout,
        @Nullable Duration pingInterval,
        @Nullable Duration idleTimeout,
        @Nullable Duration closeTimeout,
        @Nullable Duration drainTimeout,
        @Nullable Integer maxRoomsPerNode,
        @Nullable Integer maxHandshakesPerSecond,
        @Nullable Integer maxConnections,
        @Nullable Integer maxHandlerThreads) {

    /** Sets the limits of a hub. */
    void applyToHub(Limits.Builder hub) {
        applyTo(hub);
        set(closeTimeout, hub::closeTimeout);
        set(drainTimeout, hub::drainTimeout);
        set(maxRoomsPerNode, hub::maxRoomsPerNode);
        set(maxHandshakesPerSecond, hub::maxHandshakesPerSecond);
        set(maxConnections, hub::maxConnections);
        set(maxHandlerThreads, hub::maxHandlerThreads);
    }

    /** Sets the limits of connections. */
    void applyTo(LimitSettings<?> settings) {
        set(maxMessageBytes, size -> settings.maxMessageBytes(Math.toIntExact(size.toBytes())));
        set(maxMessageFragments, settings::maxMessageFragments);
        set(messageTimeout, settings::messageTimeout);
        set(maxMessagesPerSecond, settings::maxMessagesPerSecond);
        set(maxMessageBurst, settings::maxMessageBurst);
        set(maxJoinsPerSecond, settings::maxJoinsPerSecond);
        set(maxRoomsPerConnection, settings::maxRoomsPerConnection);
        set(maxErrorsPerSecond, settings::maxErrorsPerSecond);
        set(maxBadFrames, settings::maxBadFrames);
        set(maxHandlerQueueMessages, settings::maxHandlerQueueMessages);
        set(maxHandlerQueueBytes, size -> settings.maxHandlerQueueBytes(size.toBytes()));
        set(maxAsksPerConnection, settings::maxAsksPerConnection);
        set(maxQueuedMessages, settings::maxQueuedMessages);
        set(maxQueuedBytes, size -> settings.maxQueuedBytes(size.toBytes()));
        set(writeTimeout, settings::writeTimeout);
        set(pingInterval, settings::pingInterval);
        set(idleTimeout, settings::idleTimeout);
    }

    /** Returns whether a limit is set that only a hub has. */
    boolean hasLimitOfHub() {
        return closeTimeout != null
                || drainTimeout != null
                || maxRoomsPerNode != null
                || maxHandshakesPerSecond != null
                || maxConnections != null
                || maxHandlerThreads != null;
    }

    private static <T> void set(@Nullable T value, Consumer<? super T> setting) {
        if (value != null) {
            setting.accept(value);
        }
    }
}
