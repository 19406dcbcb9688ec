package dev.strait.runtime.internal.work;

import dev.strait.runtime.internal.flight.Recorder;
import dev.strait.runtime.internal.foreign.ForeignCode;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Tasks suspend the inbox while other threads resume it: each task runs once, one at a time. */
public final class InboxRace {

    private final Inbox inbox = new Inbox(new Inbox.Settings(
            new ForeignCode(List.of(), List.of(), Recorder.NONE), Runnable::run, Runnable::run, 100));
    private final AtomicInteger offered = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger suspended = new AtomicInteger();

    @Operation
    public void offer() {
        offered.incrementAndGet();
        inbox.offer(this::task);
    }

    @Operation
    public void event() {
        offered.incrementAndGet();
        inbox.runEvent(this::task);
    }

    @Operation
    public void suspend() {
        offered.incrementAndGet();
        inbox.offer(() -> {
            task();
            inbox.suspend();
            suspended.incrementAndGet();
        });
    }

    /** Resumes a suspended inbox, perhaps before the suspending task has returned. */
    @Operation
    public void resume() {
        int before = suspended.get();
        if (before > 0 && suspended.compareAndSet(before, before - 1)) {
            inbox.resume();
        }
    }

    private void task() {
        if (running.incrementAndGet() != 1) {
            throw new AssertionError("two tasks at a time");
        }
        done.incrementAndGet();
        running.decrementAndGet();
    }

    @Validate
    public void everyTaskHasRun() {
        while (suspended.get() > 0) {
            resume();
        }
        if (offered.get() != done.get()) {
            throw new AssertionError(done + " of " + offered + " tasks have run");
        }
    }
}
