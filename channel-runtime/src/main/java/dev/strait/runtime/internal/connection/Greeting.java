package dev.strait.runtime.internal.connection;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.internal.protocol.ErrorAnswer;
import dev.strait.runtime.internal.protocol.Inbound;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.codec.JsonReader;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The wait of one connection for the hello of its client, which says who it is. The connection opens when it has arrived.
 * Called for one frame at a time, and by the timer.
 */
final class Greeting<S, R, I, O> {

    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final CloseReason LATE = new CloseReason(4408, "no $hello within 10 seconds");
    private static final CloseReason OTHER_FRAME = new CloseReason(4408, "send $hello first");

    private final LiveConnection<S, R, I, O> connection;
    private volatile boolean isAwaited = true;

    Greeting(LiveConnection<S, R, I, O> connection) {
        this.connection = connection;
    }

    boolean isAwaited() {
        return isAwaited;
    }

    /**
     * Takes a frame of a client that has not said hello yet.
     *
     * @return the hello, to be answered once the connection is open; null for other frames
     */
    @Nullable
    Inbound<I> take(JsonReader frame) {
        try {
            String control = frame.controlType();
            if ("$hello".equals(control)) {
                Inbound<I> hello = connection.protocol().read(frame);
                isAwaited = false;
                connection.greeted(hello.token());
                return hello;
            }
            if ("$ping".equals(control)) {
                connection.send(connection
                        .protocol()
                        .pong(connection.protocol().read(frame).id()));
                return null;
            }
        } catch (FrameException invalid) {
            connection.errors().send(frame.recoverId(), ErrorAnswer.of(invalid));
        }
        connection.close(OTHER_FRAME);
        return null;
    }

    /** Closes the connection if the hello is late. Called by the timer. */
    void tick(long now, long judgedSince) {
        boolean isLate = now - connection.sinceNanos() > MAX_NANOS && now - judgedSince > MAX_NANOS;
        if (isAwaited && isLate) {
            connection.close(LATE);
        }
    }
}
