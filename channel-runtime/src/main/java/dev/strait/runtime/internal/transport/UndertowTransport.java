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
import org.xnio.XnioIoThread;

/**
 * Writes through Undertow's channel, which accepts messages in UTF-8 and writes those that it has buffered at once when
 * flushed. Explicit flushing is required only while a batch is written, because Undertow would also hold back its pongs
 * and its close frame.
 */
final class UndertowTransport implements Transport {

    private final WebSocketChannel channel;
    private final PortableTransport portable;

    private UndertowTransport(UndertowSession session) {
        this.channel = session.getWebSocketChannel();
        this.portable = new PortableTransport(session);
    }

    /** Returns the transport of a session; null if it is not one of Undertow's. */
    static @Nullable Transport of(Session session) {
        return session instanceof UndertowSession undertow ? new UndertowTransport(undertow) : null;
    }

    /** On other threads, each flush would be a separate task for this one. */
    @Override
    public Executor loop() {
        return channel.getIoThread();
    }

    /**
     * Delays the task, because tasks that follow directly would keep the thread from polling its sockets. The executor
     * outlives this socket, so it must not refer to it.
     */
    @Override
    public Executor later() {
        XnioIoThread thread = channel.getIoThread();
        return task -> thread.executeAfter(task, 1, TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean canPauseReading() {
        return true;
    }

    @Override
    public void pauseReading() {
        channel.suspendReceives();
    }

    @Override
    public void resumeReading() {
        channel.resumeReceives();
    }

    @Override
    public void write(FrameBatch frames, WriteCallback writeCallback) {
        Callback callback = new Callback(new Countdown(frames.size(), writeCallback));
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
        } catch (Throwable failed) {
            callback.countdown.written(failed);
        }
    }

    /** Wraps the bytes in a new buffer, because Undertow moves the position of the buffer. */
    private void send(FrameBatch frames, int index, Callback callback) {
        WebSockets.sendText(ByteBuffer.wrap(frames.frame(index).utf8()), channel, callback);
    }

    @Override
    public void ping(WriteCallback writeCallback) {
        portable.ping(writeCallback);
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
