package dev.strait.runtime.internal.foreign;

import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.Backplane.Arrivals;
import dev.strait.runtime.spi.Backplane.Envelope;
import dev.strait.runtime.spi.Backplane.Topic;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Calls a backplane, which is not the runtime's own code. Whatever it throws becomes the failure of a stage. */
public final class Engine {

    private static final Log LOG = Log.of(Engine.class);

    private final Backplane backplane;

    public Engine(Backplane backplane) {
        this.backplane = backplane;
    }

    /** Whether there can be no other node. */
    public boolean isAlone() {
        return backplane.isAlone();
    }

    public CompletionStage<Void> start(String nodeId, Arrivals arrivals) {
        return staged("start", () -> backplane.start(nodeId, arrivals));
    }

    public CompletionStage<Void> publish(Topic topic, Envelope envelope) {
        return staged("publish", () -> backplane.publish(topic, envelope));
    }

    public CompletionStage<Void> subscribe(Topic topic) {
        return staged("subscribe", () -> backplane.subscribe(topic));
    }

    public void unsubscribe(Topic topic) {
        run("unsubscribe", () -> backplane.unsubscribe(topic));
    }

    public void reconnect() {
        run("reconnect", backplane::reconnect);
    }

    public void close() {
        run("close", backplane::close);
    }

    private static void run(String method, Runnable call) {
        try {
            call.run();
        } catch (Throwable thrown) {
            LOG.warning("The backplane failed in " + method + ".", thrown);
        }
    }

    private static CompletionStage<Void> staged(String method, Supplier<CompletionStage<Void>> call) {
        try {
            return Objects.requireNonNull(call.get(), () -> "the backplane's " + method + " returned null");
        } catch (Throwable thrown) {
            LOG.warning("The backplane failed in " + method + ".", thrown);
            return CompletableFuture.failedStage(new Backplane.Unavailable(true, thrown));
        }
    }
}
