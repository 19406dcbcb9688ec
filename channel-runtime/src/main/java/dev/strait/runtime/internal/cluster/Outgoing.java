package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.BackplaneEvent;
import dev.strait.runtime.BackplaneEvent.Loss;
import dev.strait.runtime.internal.foreign.Engine;
import dev.strait.runtime.internal.work.Environment;
import dev.strait.runtime.spi.Backplane.Envelope;
import dev.strait.runtime.spi.Backplane.Topic;
import dev.strait.runtime.spi.Backplane.Unavailable;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Publishes the parcels of this node. Safe for all threads. */
final class Outgoing {

    private final Engine engine;
    private final Peers peers;
    private final Environment environment;
    private final AtomicLong lastId = new AtomicLong();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger link = new AtomicInteger();

    Outgoing(Engine engine, Peers peers, Environment environment) {
        this.engine = engine;
        this.peers = peers;
        this.environment = environment;
    }

    /** Returns the id of a new parcel. */
    long nextId() {
        return lastId.incrementAndGet();
    }

    /** The connection to the engine has ended. What is published from now on goes by another one. */
    void disconnected() {
        link.incrementAndGet();
    }

    /** Returns the number of envelopes that the engine has not accepted yet. */
    int inFlight() {
        return inFlight.get();
    }

    /** Publishes a parcel. Completes when the engine has accepted it. */
    CompletableFuture<Void> publish(Topic topic, Parcel parcel) {
        return publish(topic, envelope(parcel));
    }

    /** Publishes a parcel to several topics. Completes when the engine has accepted it for all. */
    CompletableFuture<Void> publish(Collection<Topic> topics, Parcel parcel) {
        Envelope envelope = envelope(parcel);
        if (topics.size() == 1) {
            return publish(topics.iterator().next(), envelope);
        }
        CompletableFuture<?>[] each =
                topics.stream().map(topic -> publish(topic, envelope)).toArray(CompletableFuture<?>[]::new);
        return unwrapping(CompletableFuture.allOf(each));
    }

    private Envelope envelope(Parcel parcel) {
        return new Envelope(ParcelFormat.write(parcel, peers.version(), link.get()));
    }

    private CompletableFuture<Void> publish(Topic topic, Envelope envelope) {
        long begin = environment.now();
        inFlight.incrementAndGet();
        CompletableFuture<Void> accepted = unwrapping(engine.publish(topic, envelope));
        CompletableFuture<Void> unused = accepted.whenComplete((done, failure) -> {
            inFlight.decrementAndGet();
            if (environment.foreign().hasListeners()) {
                BackplaneEvent event = event(failure, environment.now() - begin);
                environment.foreign().notifyListeners(listener -> listener.backplane(event));
            }
        });
        return accepted;
    }

    /** Returns a stage that fails with the failure itself, not with an exception that wraps it. */
    private static CompletableFuture<Void> unwrapping(CompletionStage<Void> stage) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        CompletionStage<Void> unused = stage.whenComplete((done, failure) -> {
            if (failure == null) {
                result.complete(null);
            } else {
                boolean isWrapped = failure instanceof CompletionException && failure.getCause() != null;
                result.completeExceptionally(isWrapped ? failure.getCause() : failure);
            }
        });
        return result;
    }

    private static BackplaneEvent event(@Nullable Throwable failure, long nanos) {
        if (failure == null) {
            return new BackplaneEvent.Published(Duration.ofNanos(nanos));
        }
        boolean mayHaveHappened = !(failure instanceof Unavailable unavailable) || unavailable.mayHaveHappened();
        return new BackplaneEvent.Lost(mayHaveHappened ? Loss.UNCONFIRMED : Loss.UNREACHABLE, 1);
    }
}
