package dev.strait.backplane;

import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.Backplane.Envelope;
import dev.strait.runtime.spi.Backplane.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A node of a contract test: its backplane, and all that arrives. */
final class NodeLink implements Backplane.Arrivals {

    private static final long MAX_MILLIS = 30_000;

    final Backplane backplane;

    // Guarded by this.

    private final List<Arrival> arrivals = new ArrayList<>();
    private int ups;
    private int downs;
    private int losses;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Arrival(Topic topic, byte[] bytes) {}

    NodeLink(Backplane backplane, String id) {
        this.backplane = backplane;
        CompletionStage<Void> started = backplane.start(id, this);
        result(started);
        await(() -> ups() == 1);
    }

    static void result(CompletionStage<Void> stage) {
        try {
            stage.toCompletableFuture().get(MAX_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new CompletionException(failed.getCause());
        } catch (InterruptedException | TimeoutException late) {
            throw new AssertionError("There is no result after " + MAX_MILLIS + " ms.", late);
        }
    }

    void subscribe(Topic topic) {
        result(backplane.subscribe(topic));
    }

    void publish(Topic topic, byte... bytes) {
        result(backplane.publish(topic, new Envelope(bytes)));
    }

    /** Waits until a condition holds that an arrival makes true. */
    synchronized void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MAX_MILLIS);
        while (!condition.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("It did not happen within " + MAX_MILLIS + " ms. Arrived: " + arrivals.size()
                        + " envelopes, up " + ups + ", down " + downs + ".");
            }
            try {
                wait(left);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    /** Waits until so many envelopes have arrived, and returns them. */
    List<Arrival> awaitArrivals(int count) {
        await(() -> arrivals().size() >= count);
        return arrivals();
    }

    synchronized List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    synchronized int ups() {
        return ups;
    }

    synchronized int downs() {
        return downs;
    }

    synchronized int losses() {
        return losses;
    }

    @Override
    public synchronized void received(Topic topic, Envelope envelope) {
        arrivals.add(new Arrival(topic, envelope.bytes()));
        notifyAll();
    }

    @Override
    public synchronized void up() {
        ups++;
        notifyAll();
    }

    @Override
    public synchronized void down(Optional<Throwable> why) {
        downs++;
        notifyAll();
    }

    @Override
    public synchronized void lost(Set<Topic> topics) {
        losses += topics.size();
        notifyAll();
    }
}
