package dev.strait.tests;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Rooms that add numbers. Their state has no synchronization. */
final class AdderService implements AdderRoom<String, AdderService.Sum> {

    static final class Sum {
        int value;
        /** Whether a call is running in the room. */
        boolean isBusy;
    }

    final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    final Semaphore waits = new Semaphore(0);
    final AtomicInteger waiting = new AtomicInteger();
    final AtomicInteger overlaps = new AtomicInteger();
    /** The sum of all messages. */
    final AtomicLong added = new AtomicLong();
    /** The sum of all discarded states. */
    final AtomicLong saved = new AtomicLong();

    final AtomicInteger ticks = new AtomicInteger();
    final Set<Thread> tickThreads = ConcurrentHashMap.newKeySet();
    final Map<String, Integer> ticksOfRooms = new ConcurrentHashMap<>();
    /** Each tick takes a permit. */
    volatile Semaphore tickGate = new Semaphore(Integer.MAX_VALUE);

    volatile Duration lastElapsed = Duration.ZERO;
    private final Duration tickInterval;

    private final Duration retention;

    AdderService(Duration tickInterval) {
        this(tickInterval, Duration.ZERO);
    }

    AdderService(Duration tickInterval, Duration retention) {
        this.tickInterval = tickInterval;
        this.retention = retention;
    }

    @Override
    public String open(Handshake handshake) {
        return handshake.query("user").orElse("nobody");
    }

    @Override
    public Optional<String> user(String state, Handshake handshake) {
        return Optional.of(state);
    }

    @Override
    public Sum create(String room) {
        calls.add("create " + room);
        if (room.equals("broken")) {
            throw new IllegalStateException("no such game");
        }
        return new Sum();
    }

    @Override
    public void join(Sum sum, AdderConnection<String> connection) {
        if (connection.state().equals("mallory")) {
            throw Refusal.conflict("Not you.");
        }
    }

    @Override
    public void joined(Sum sum, AdderConnection<String> connection) {
        calls.add("joined " + connection.room() + " " + connection.state());
    }

    @Override
    public void left(Sum sum, AdderConnection<String> connection) {
        calls.add("left " + connection.room() + " " + connection.state() + " " + sum.value);
    }

    @Override
    public void onAdd(Adder.Add add, AdderConnection<String> from, Sum sum) {
        alone(sum, () -> sum.value += add.number());
        added.addAndGet(add.number());
        from.toRoom().added(sum.value);
    }

    @Override
    public void onWait(Adder.Wait wait, AdderConnection<String> from, Sum sum) {
        waiting.incrementAndGet();
        waits.acquireUninterruptibly();
        waiting.decrementAndGet();
    }

    @Override
    public Adder.Total.Sum onTotal(Adder.Total total, AdderConnection<String> from, Sum sum) {
        return new Adder.Total.Sum(sum.value, 0);
    }

    @Override
    public Duration tickEvery() {
        return tickInterval;
    }

    @Override
    public void tick(Sum sum, AdderRooms.Members<String> members, Duration elapsed) {
        alone(sum, () -> {
            lastElapsed = elapsed;
            ticks.incrementAndGet();
            tickThreads.add(Thread.currentThread());
            ticksOfRooms.merge(members.room(), 1, Integer::sum);
            tickGate.acquireUninterruptibly();
        });
    }

    @Override
    public Duration retention() {
        return retention;
    }

    @Override
    public void emptied(String room, Sum sum) {
        alone(sum, () -> saved.addAndGet(sum.value));
        calls.add("emptied " + room + " " + sum.value);
    }

    @Override
    public void closed(AdderConnection<String> connection, CloseReason reason) {
        calls.add("closed " + connection.state());
    }

    void alone(Sum sum, Runnable task) {
        if (sum.isBusy) {
            overlaps.incrementAndGet();
        }
        sum.isBusy = true;
        task.run();
        sum.isBusy = false;
    }
}
