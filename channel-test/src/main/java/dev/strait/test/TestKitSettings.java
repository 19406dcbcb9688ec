package dev.strait.test;

import dev.strait.runtime.Authenticator;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.Limits;
import dev.strait.runtime.WireProtocol;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.runtime.spi.HandlerInterceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a test kit.
 *
 * <pre>{@code
 * ChatTestKit.of(service, kit -> kit.limits(limits -> limits.idleTimeout(Duration.ofSeconds(30))))
 * }</pre>
 */
public final class TestKitSettings {

    /** So that a test may connect many clients at one moment. */
    private static final int MAX_HANDSHAKES = 1_000_000;

    private final List<Consumer<? super ChannelHub.Builder>> ofHub = new ArrayList<>();
    private final List<Consumer<? super ChannelEndpoint>> ofEndpoint = new ArrayList<>();
    private TestTime time = TestTime.create();
    private OptionalLong seed = OptionalLong.empty();
    private @Nullable World world;
    private @Nullable SharedBackplane backplane;
    private @Nullable Limits limits;
    private @Nullable Authenticator authenticator;

    TestKitSettings() {}

    /** Sets the limits of the hub. */
    public TestKitSettings limits(Limits hubLimits) {
        limits = Objects.requireNonNull(hubLimits, "limits");
        return this;
    }

    /** Sets single limits of the hub; the others keep their defaults. */
    public TestKitSettings limits(Consumer<? super Limits.Builder> settings) {
        Limits.Builder chosen = Limits.builder().maxHandshakesPerSecond(MAX_HANDSHAKES);
        settings.accept(chosen);
        return limits(chosen.build());
    }

    /** Adds a listener to the hub. */
    public TestKitSettings listener(ChannelListener listener) {
        return hub(hub -> hub.listener(listener));
    }

    /** Adds an interceptor to the hub. */
    public TestKitSettings around(HandlerInterceptor interceptor) {
        return hub(hub -> hub.around(interceptor));
    }

    /** Sets what turns tokens into identities. */
    public TestKitSettings authenticator(Authenticator authenticator) {
        this.authenticator = Objects.requireNonNull(authenticator, "authenticator");
        return this;
    }

    /** Sets the protocol of the clients. The default is Strait's own. */
    public TestKitSettings protocol(WireProtocol protocol) {
        return endpoint(endpoint -> endpoint.protocol(protocol));
    }

    /** Changes the endpoint, such as its roles, its path, or the maximum number of connections of a user. */
    public TestKitSettings endpoint(Consumer<? super ChannelEndpoint> settings) {
        ofEndpoint.add(Objects.requireNonNull(settings, "settings"));
        return this;
    }

    /**
     * Changes the hub, such as its allowed origins. The kit sets the executor, the timer, the clocks and the backplane, so do
     * not change these.
     */
    public TestKitSettings hub(Consumer<? super ChannelHub.Builder> settings) {
        ofHub.add(Objects.requireNonNull(settings, "settings"));
        return this;
    }

    /** Sets the time, so that the handler may have it too. */
    public TestKitSettings time(TestTime testTime) {
        time = Objects.requireNonNull(testTime, "time");
        return this;
    }

    /**
     * Runs what waits in a random order that depends on the seed, and keeps the order of each connection. Sending then runs
     * nothing by itself: what several clients send waits until the test reads something, so that it can overtake each other.
     * See {@link Seeds} for trying many. The seed does not decide what is random in the hub itself: when it pings, and the
     * delays that it tells clients when it stops.
     */
    public TestKitSettings seed(long chosen) {
        seed = OptionalLong.of(chosen);
        return this;
    }

    TestKitSettings of(World shared, SharedBackplane nodes) {
        world = shared;
        backplane = nodes;
        return this;
    }

    World world() {
        return world == null ? new World(time, seed) : world;
    }

    void configure(ChannelEndpoint endpoint) {
        ofEndpoint.forEach(settings -> settings.accept(endpoint));
    }

    ChannelHub hub(World used, HandlerFailures failures) {
        ChannelHub.Builder hub = ChannelHub.builder();
        if (limits == null) {
            hub.limits(settings -> settings.maxHandshakesPerSecond(MAX_HANDSHAKES));
        } else {
            hub.limits(limits);
        }
        Authenticator chosen = authenticator;
        if (chosen != null) {
            hub.authenticator((token, handshake) -> failures.observe(() -> chosen.authenticate(token, handshake)));
        }
        hub.around(failures); // the outermost, so that it sees what other interceptors throw
        ofHub.forEach(settings -> settings.accept(hub));
        if (backplane != null) {
            hub.backplane(backplane.node());
        }
        return hub.connectionIds(used::nextId)
                .executor(used)
                .threads(work -> used)
                .timer(used.time().timer())
                .timeSource(used.time().manual()::nanos)
                .wallClock(used.time().clock())
                .build();
    }
}
