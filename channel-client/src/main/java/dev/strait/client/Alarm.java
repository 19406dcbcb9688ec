package dev.strait.client;

import org.jspecify.annotations.Nullable;

/** At most one timer. Its action takes a turn, and does not run once another was set or the alarm was cancelled. */
final class Alarm {

    private final Clock clock;
    private final Turn turn;
    private Clock.@Nullable Timer timer;
    /** Tells a timer that was cancelled while it waited for its turn. */
    private long version;

    Alarm(Clock clock, Turn turn) {
        this.clock = clock;
        this.turn = turn;
    }

    void set(long nanos, Runnable action) {
        cancel();
        long set = version;
        timer = clock.after(
                Math.max(0, nanos),
                () -> turn.run(() -> {
                    if (set == version) {
                        timer = null;
                        action.run();
                    }
                }));
    }

    boolean isSet() {
        return timer != null;
    }

    void cancel() {
        version++;
        Clock.Timer pending = timer;
        if (pending != null) {
            pending.cancel();
        }
        timer = null;
    }
}
