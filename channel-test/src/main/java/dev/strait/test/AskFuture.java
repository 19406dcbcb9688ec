package dev.strait.test;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The answer to an ask of a client. Waiting for it runs what waits in the kit, but does not move the clock. */
final class AskFuture<A> extends CompletableFuture<A> {

    private final World world;
    /** The answer, from which this one stems; null if it is this one. */
    private final @Nullable AskFuture<?> source;

    AskFuture(World world) {
        this(world, null);
    }

    private AskFuture(World world, @Nullable AskFuture<?> source) {
        this.world = world;
        this.source = source;
    }

    @Override
    public A join() {
        settle();
        return super.join();
    }

    @Override
    public A get() throws InterruptedException, ExecutionException {
        settle();
        return super.get();
    }

    @Override
    public A get(long timeout, @Nullable TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        settle();
        return super.get(timeout, Objects.requireNonNull(unit, "unit"));
    }

    private void settle() {
        world.settle();
        if (!isDone() && (source == null || !source.isDone())) {
            throw new AssertionError("The server has not answered yet. If it answers later, advance the clock first.");
        }
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new AskFuture<>(world, source == null ? this : source);
    }
}
