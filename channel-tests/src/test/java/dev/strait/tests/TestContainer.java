package dev.strait.tests;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Limits;
import java.net.URI;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What serves a hub in the tests: the embedded server, or what a module of container-tests brings as a service. The tests
 * are the same for all.
 */
public interface TestContainer {

    /**
     * Where a container does otherwise than the others, and we cannot help it. The tests assert that it still does. Seen
     * with Tomcat 11.0.27 and 10.1.59, Jetty 12.1.14, Undertow 2.3.24 and Tyrus 2.2.2; none of these is a known issue of
     * theirs, since the specification leaves all of it open.
     */
    enum Quirk {
        /** A handshake that is refused for its origin is answered by 500, not 403 (the container's own for exceptions). */
        REFUSES_BY_500,
        /** A handshake that is refused for its origin ends in a dropped connection. */
        REFUSES_BY_DROPPING,
        /** A handshake beyond the rate is not refused but closed with 1013 (a container knows no way to answer 503). */
        RATE_CLOSES,
        /** It does not tell the peer's address. */
        NO_ADDRESS,
        /**
         * Frames that cross a client's close may come in any order, unless the transport is the portable one. It is a race, so
         * no test asserts that they do.
         */
        MIXES_UP_AFTER_GOODBYE,
        /**
         * It closes the socket with input that it has not read, and TCP then resets the connection: a client that still sends
         * may lose the close frame. Grizzly does so for every code, Jetty for all but 1000, 1005 and those from 3000.
         */
        RESETS_UNREAD
    }

    /** A container that listens on loopback and serves a hub. */
    interface Started extends AutoCloseable {

        int port();

        /** The address of a WebSocket. */
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

    /** Starts whatever is there; it may be closed twice. */
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
            throw new IllegalStateException("the container does not start", failed);
        }
    }

    static boolean has(Quirk quirk) {
        return find().quirks().contains(quirk);
    }

    private static TestContainer find() {
        return ServiceLoader.load(TestContainer.class).findFirst().orElseGet(EmbeddedContainer::new);
    }

    /** Whether the run is for the transport that works everywhere. */
    static boolean isPortable() {
        return Boolean.getBoolean("strait.tests.portable");
    }

    /** Whether what crosses a client's goodbye may come in another order, in this run. */
    static boolean mixesUpAfterGoodbye() {
        return has(Quirk.MIXES_UP_AFTER_GOODBYE) && !isPortable();
    }

    /** Limits whose times do not run out while a test waits for something else, and a drain that takes little time. */
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

    /** A builder for hubs, with the transports that the run is for. */
    static ChannelHub.Builder hub() {
        return isPortable() ? ChannelHub.builder().standardApiOnly() : ChannelHub.builder();
    }
}
