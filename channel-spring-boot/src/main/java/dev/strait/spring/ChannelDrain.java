package dev.strait.spring;

import dev.strait.runtime.ChannelHub;
import java.util.concurrent.CompletionStage;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Closes the connections when the application stops, before the web server does: its graceful shutdown has the phase {@code
 * DEFAULT_PHASE - 1024}.
 */
final class ChannelDrain implements SmartLifecycle {

    private final ChannelHub hub;
    private final ApplicationContext context;
    private volatile boolean isRunning;

    ChannelDrain(ChannelHub hub, ApplicationContext context) {
        this.hub = hub;
        this.context = context;
    }

    @Override
    public void start() {
        isRunning = true;
    }

    @Override
    public void stop() {
        hub.close();
        isRunning = false;
    }

    @Override
    public void stop(Runnable callback) {
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        CompletionStage<?> unused = hub.drain().whenComplete((closed, never) -> {
            isRunning = false;
            callback.run();
        });
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 512;
    }
}
