package dev.strait.client;

import dev.strait.client.Transport.Socket;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds out that a connection is dead. The JDK's client does not always tell: where a stream ends directly after a message,
 * without a close frame, it may not call its listener. Guarded by the client's lock.
 */
final class Heartbeat {

    private static final long SILENCE = TimeUnit.SECONDS.toNanos(10);
    private static final long PONG = TimeUnit.SECONDS.toNanos(5);

    private final Clock clock;
    private final Runnable dead;
    private final Alarm alarm;
    private @Nullable Socket socket;
    private long heardAt;
    /** Whether a ping was sent that nothing has followed. */
    private boolean isPinged;
    /** Whether nothing is read, so that nothing can be heard. */
    private boolean isHeld;

    Heartbeat(Environment environment, Runnable dead) {
        this.clock = environment.clock();
        this.dead = dead;
        this.alarm = environment.alarm();
    }

    void start(@Nullable Socket open) {
        socket = open;
        heard();
        alarm.set(SILENCE, this::beat);
    }

    void stop() {
        socket = null;
        alarm.cancel();
        isPinged = false;
        isHeld = false;
    }

    /** A frame has arrived, or frames are read again. */
    void heard() {
        heardAt = clock.now();
        isPinged = false;
        isHeld = false;
    }

    /** Nothing is read from now on. */
    void hold() {
        isHeld = true;
    }

    private void beat() {
        Socket open = socket;
        if (open == null) {
            return;
        }
        if (isHeld) {
            heard();
            isHeld = true;
        }
        long left = heardAt + SILENCE - clock.now();
        if (left > 0) {
            alarm.set(left, this::beat);
        } else if (isPinged) {
            dead.run();
        } else {
            isPinged = true;
            open.ping();
            alarm.set(PONG, this::beat);
        }
    }
}
