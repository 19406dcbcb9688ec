package dev.strait.test;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.FrameSink;
import dev.strait.runtime.spi.TextReceiver;
import dev.strait.runtime.spi.WriteCallback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection in memory. Both directions keep their order. It has no buffers: a client that takes nothing holds up the
 * server's first write. Not safe for several threads, but for the methods that pause and resume reading.
 */
final class Socket implements FrameSink {

    /** The peer of the server. */
    interface Client {

        /** Takes a frame. */
        void frame(String text);

        /** The connection has ended, as the server sees it. */
        void closed(CloseReason reason);
    }

    /** How the client treats what the server sends. */
    private enum State {
        READING,
        /** It takes nothing for now. */
        STALLED,
        /** It is unreachable, and the server has not noticed. */
        VANISHED,
        GONE
    }

    private final World world;
    private final Executor loop;
    private final Executor later;
    private final Client client;
    private final Executor toClient;
    private final Executor toServer;

    /** What the client has sent and the server has not read. */
    private final Deque<Runnable> unread = new ArrayDeque<>();
    /** What the server has written while the client was stalled. */
    private final Deque<Runnable> untaken = new ArrayDeque<>();

    private State state = State.READING;
    private volatile boolean isReadingPaused;
    private boolean isClosing;
    private int maxBytes;
    private @Nullable TextReceiver receiver;
    private @Nullable KitSession session;
    private @Nullable Future<?> abort;

    Socket(World world, Executor loop, Executor later, Client client) {
        this.world = world;
        this.loop = loop;
        this.later = later;
        this.client = client;
        this.toClient = world.lane();
        this.toServer = world.lane();
    }

    void open(KitSession opened) {
        session = opened;
    }

    boolean isGone() {
        return state == State.GONE;
    }

    /** Returns a sentence about what holds up the client; empty if nothing does. */
    String obstacle() {
        return switch (state) {
            case STALLED -> " The client is stalled: it takes nothing until resume().";
            case VANISHED -> " The client has vanished: nothing reaches it.";
            case READING, GONE ->
                isReadingPaused && !unread.isEmpty()
                        ? " The server does not read " + unread.size()
                                + " of its frames yet, because it has exceeded a limit such as maxMessageBurst. Advance the"
                                + " clock, or raise the limit."
                        : "";
        };
    }

    // What the server does

    @Override
    public Executor loop() {
        return loop;
    }

    @Override
    public Executor later() {
        return later;
    }

    @Override
    public boolean isSecure() {
        return false;
    }

    @Override
    public void receive(TextReceiver messages, int maxMessageBytes) {
        receiver = messages;
        maxBytes = maxMessageBytes;
    }

    @Override
    public void write(FrameBatch frames, WriteCallback callback) {
        toClient.execute(() -> deliver(
                () -> {
                    for (int i = 0; i < frames.size() && state != State.VANISHED; i++) {
                        client.frame(frames.frame(i).text());
                    }
                    callback.written(null);
                },
                callback));
    }

    private void deliver(Runnable delivery, WriteCallback callback) {
        switch (state) {
            case READING, VANISHED -> delivery.run(); // what is lost has been written
            case STALLED -> untaken.add(() -> deliver(delivery, callback));
            case GONE -> callback.written(new IOException("The client has gone."));
        }
    }

    void pinged(Runnable pong) {
        toClient.execute(() -> {
            if (state == State.READING) {
                send(pong);
            }
        });
    }

    /** The server has sent a close frame. A client that is stalled takes it nevertheless, and loses what it has not taken. */
    void close(CloseReason reason) {
        isClosing = true;
        toClient.execute(() -> {
            if (state != State.GONE) {
                untaken.clear();
                client.closed(reason);
                answerClose(reason);
            }
        });
    }

    private void answerClose(CloseReason reason) {
        if (state != State.VANISHED) {
            toServer.execute(() -> end(reason));
        }
    }

    @Override
    public void abortAfter(long millis) {
        if (abort == null) {
            abort = world.time()
                    .timer()
                    .schedule(
                            () -> end(new CloseReason(1006, "no answer to the close")), millis, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void pauseReading() {
        isReadingPaused = true;
    }

    @Override
    public void resumeReading() {
        isReadingPaused = false;
        toServer.execute(this::readAll);
    }

    // What the client does

    void sendText(String text) {
        send(() -> read(text));
    }

    private void send(Runnable frame) {
        if (state != State.VANISHED && state != State.GONE) {
            unread.add(frame);
            toServer.execute(this::readNext);
        }
    }

    private void readAll() {
        while (!isReadingPaused && !unread.isEmpty()) {
            readNext();
        }
    }

    private void readNext() {
        Runnable next = isReadingPaused ? null : unread.poll();
        if (next != null && state != State.GONE) {
            next.run();
        }
    }

    private void read(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        TextReceiver messages = receiver;
        if (messages != null && utf8.length <= maxBytes) {
            messages.text(utf8);
        } else if (session != null) {
            session.text(text);
        }
    }

    void stall() {
        state = state == State.READING ? State.STALLED : state;
    }

    void resume() {
        if (state == State.STALLED) {
            state = State.READING;
            Runnable first = untaken.poll();
            while (first != null) {
                toClient.execute(first);
                first = untaken.poll();
            }
        }
    }

    void leave(CloseReason reason) {
        send(() -> {
            client.closed(reason);
            end(reason);
        });
    }

    void vanish() {
        if (state != State.GONE) {
            state = State.VANISHED;
            unread.clear();
        }
    }

    private void end(CloseReason reason) {
        if (state == State.GONE) {
            return;
        }
        state = State.GONE;
        if (abort != null) {
            abort.cancel(false);
        }
        if (!isClosing) {
            client.closed(reason);
        }
        if (session != null) {
            session.ended(reason);
        }
    }
}
