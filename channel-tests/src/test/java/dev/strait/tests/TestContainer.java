package dev.strait.tests;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Limits;
import java.net.URI;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The container that serves a hub in the tests: the embedded server, or the one that a module of container-tests registers
 * as a service.
 */
public interface TestContainer {

    /**
     * Differences between containers that Strait cannot hide. The tests assert that they still exist. Observed with Tomcat
     * 11.0.27 and 10.1.59, Jetty 12.1.14, Undertow 2.3.24 and Tyrus 2.2.2. The specification permits all of them.
     */
    enum Quirk {
        /** A handshake with a refused origin is answered with 500, the container's default for exceptions, not 403. */
        REFUSES_ORIGIN_WITH_500,
        /** A handshake with a refused origin ends with a dropped connection. */
        REFUSES_ORIGIN_BY_DROPPING,
        /** A handshake over the rate limit is accepted and closed with 1013: the container cannot answer 503. */
        CLOSES_OVER_RATE,
        /** The handler decides after the upgrade, so a page of Alepha that it refuses gets a close code, not a status. */
        CLOSES_REFUSED_OPEN,
        /** A path with an encoded slash is refused. */
        REFUSES_ENCODED_SLASH,
        /** A path with an encoded percent sign or control character is refused. */
        REFUSES_ENCODED_PERCENT,
        /** Reading cannot be paused, so that messages over a limit are refused. */
        CANNOT_PAUSE_READING,
        /** The remote address is unknown. */
        NO_REMOTE_ADDRESS,
        /**
         * Frames that cross a client's close may arrive in any order, except with the portable transport. This is a race, so
         * no test asserts it.
         */
        REORDERS_AFTER_CLOSE,
        /**
         * The container closes the socket with unread input, so TCP resets the connection, and a client that is still sending
         * may lose the close frame. Grizzly does so for every code, Jetty for codes below 3000 except 1000 and 1005.
         */
        RESETS_WITH_UNREAD_INPUT
    }

    /** A container that listens on loopback and serves a hub. */
    interface Started extends AutoCloseable {

        int port();

        /** Returns the WebSocket URI of a path. */
        default URI uri(String path) {
            return URI.create("ws://127.0.0.1:" + port() + path);
        }

        /** Closes the hub, then the container. */
        @Override
        void close();
    }

    /** Deploys the hub and starts to listen. */
    Started start(ChannelHub hub) throws Exception;

    Set<Quirk> quirks();

    /** Starts the container under test. Closing the result twice has no effect. */
    static Started startAny(ChannelHub hub) {
        try {
            Started started = find().start(hub);
            int port = started.port();
            AtomicBoolean isClosed = new AtomicBoolean();
            return new Started() {
                @Override
                public int port() {
                    return port;
                }

                @Override
                public void close() {
                    if (isClosed.compareAndSet(false, true)) {
                        started.close();
                    }
                }
            };
        } catch (Exception failed) {
            throw new IllegalStateException("the container failed to start", failed);
        }
    }

    static boolean has(Quirk quirk) {
        return find().quirks().contains(quirk);
    }

    private static TestContainer find() {
        return ServiceLoader.load(TestContainer.class).findFirst().orElseGet(EmbeddedContainer::new);
    }

    /** Returns whether this run tests the portable transport. */
    static boolean isPortable() {
        return Boolean.getBoolean("strait.tests.portable");
    }

    /** Returns whether clients that send too much are held back in this run. */
    static boolean pausesReading() {
        return !has(Quirk.CANNOT_PAUSE_READING) && !isPortable();
    }

    /** Returns whether frames that cross a client's close may be reordered in this run. */
    static boolean reordersAfterClose() {
        return has(Quirk.REORDERS_AFTER_CLOSE) && !isPortable();
    }

    /** Limits whose timeouts do not expire during a test, and a short drain. */
    static Limits.Builder patientLimits() {
        Duration never = Duration.ofMinutes(10);
        return Limits.builder()
                .messageTimeout(never)
                .writeTimeout(never)
                .pingInterval(never)
                .idleTimeout(never)
                .closeTimeout(Await.TIMEOUT)
                .drainTimeout(Duration.ofMillis(200));
    }

    /**
     * A hub builder whose connections refuse messages over a limit, as on containers that cannot pause reading. With the
     * transports under test, the embedded server would hold them back.
     */
    static ChannelHub.Builder refusingHub() {
        return hub().standardApiOnly();
    }

    /** A hub builder with the transports under test. */
    static ChannelHub.Builder hub() {
        return isPortable() ? ChannelHub.builder().standardApiOnly() : ChannelHub.builder();
    }
}
