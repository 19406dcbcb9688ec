package dev.strait.runtime.internal.node;

import dev.strait.runtime.spi.Backplane;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A backplane that accepts everything, and from which nothing arrives. */
class SilentBackplane implements Backplane {

    private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

    @Override
    public CompletionStage<Void> start(String nodeId, Arrivals arrivals) {
        return DONE;
    }

    @Override
    public CompletionStage<Void> publish(Topic topic, Envelope envelope) {
        return DONE;
    }

    @Override
    public CompletionStage<Void> subscribe(Topic topic) {
        return DONE;
    }

    @Override
    public void unsubscribe(Topic topic) {}

    @Override
    public void close() {}
}
