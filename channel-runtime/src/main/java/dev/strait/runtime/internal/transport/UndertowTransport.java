package dev.strait.runtime.internal.transport;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.WriteCallback;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import io.undertow.websockets.jsr.UndertowSession;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Undertow takes messages that are UTF-8 already, and writes what has gathered by one gathering write when it is told to
 * flush. It is told so for the length of a batch only: otherwise it would hold back its own pongs and its close frame.
 */
final class UndertowTransport implements Transport {

    private final WebSocketChannel channel;
    private final PortableTransport portable;

    private UndertowTransport(UndertowSession session) {
        this.channel = session.getWebSocketChannel();
        this.portable = new PortableTransport(session);
    }

    /** Null if the session is not one of Undertow's. */
    static @Nullable Transport of(Session session) {
        return session instanceof UndertowSession undertow ? new UndertowTransport(undertow) : null;
    }

    /** From any other thread, each flush would be a task of its own for this one. */
    @Override
    public Executor loop() {
        return channel.getIoThread();
    }

    /** A task that follows at once would keep the thread from its sockets. */
    @Override
    public Executor later() {
        return task -> channel.getIoThread().executeAfter(task, 1, TimeUnit.MILLISECONDS);
    }

    @Override
    public void write(FrameBatch frames, WriteCallback report) {
        Callback callback = new Callback(new Countdown(frames.size(), report));
        try {
            if (frames.size() == 1) {
                send(frames, 0, callback);
                return;
            }
            channel.setRequireExplicitFlush(true);
            try {
                for (int i = 0; i < frames.size(); i++) {
                    send(frames, i, callback);
                }
            } finally {
                channel.setRequireExplicitFlush(false);
            }
            channel.flush();
        } catch (Throwable gone) {
            callback.countdown.written(gone);
        }
    }

    /** Undertow moves the position of the buffer, so each gets one of its own around the same bytes. */
    private void send(FrameBatch frames, int index, Callback callback) {
        WebSockets.sendText(ByteBuffer.wrap(frames.frame(index).utf8()), channel, callback);
    }

    @Override
    public void ping(WriteCallback report) {
        portable.ping(report);
    }

    @Override
    public void close(CloseReason reason) {
        portable.close(reason);
    }

    private record Callback(Countdown countdown) implements WebSocketCallback<Void> {

        @Override
        public void complete(WebSocketChannel to, @Nullable Void context) {
            countdown.written(null);
        }

        @Override
        public void onError(WebSocketChannel to, @Nullable Void context, Throwable failure) {
            countdown.written(failure);
        }
    }
}
