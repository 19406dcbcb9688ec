package dev.strait.client;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A world for one scenario: a server that does what the steps say, and a clock, timers, threads and chance moved by hand. */
final class World implements Transport, Clock {

    final List<FakeSocket> sockets = new ArrayList<>();
    double chance = 0.5;

    private final Deque<Runnable> actions = new ArrayDeque<>();
    private final List<FakeTimer> timers = new ArrayList<>();
    private long now;

    private final class FakeTimer implements Timer {

        final long at;
        final Runnable action;

        FakeTimer(long at, Runnable action) {
            this.at = at;
            this.action = action;
        }

        @Override
        public void cancel() {
            timers.remove(this);
        }
    }

    Environment environment() {
        return new Environment(this, this, () -> chance, actions::add, new Calls(actions::add));
    }

    /** Runs what waits for a thread. */
    void settle() {
        for (Runnable action = actions.poll(); action != null; action = actions.poll()) {
            action.run();
        }
    }

    /** Moves the clock; timers that are due run in order, and may set others. */
    void advance(long millis) {
        long until = now + TimeUnit.MILLISECONDS.toNanos(millis);
        for (Optional<FakeTimer> next = next(until); next.isPresent(); next = next(until)) {
            FakeTimer timer = next.get();
            now = Math.max(now, timer.at);
            timers.remove(timer);
            timer.action.run();
            settle();
        }
        now = until;
    }

    private Optional<FakeTimer> next(long until) {
        return timers.stream().filter(timer -> timer.at <= until).min(Comparator.comparingLong(timer -> timer.at));
    }

    int timers() {
        return timers.size();
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public Timer after(long nanos, Runnable action) {
        FakeTimer timer = new FakeTimer(now > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : now + nanos, action);
        timers.add(timer);
        return timer;
    }

    @Override
    public Socket connect(URI uri, Map<String, String> headers, Events events) {
        FakeSocket socket = new FakeSocket(uri, headers, events);
        sockets.add(socket);
        return socket;
    }

    /** What the server sees of a connection. */
    static final class FakeSocket implements Socket {

        final URI uri;
        final Map<String, String> headers;
        final Events events;
        final Deque<String> sent = new ArrayDeque<>();
        int pings;
        int requested;
        boolean isLeft;
        boolean isFull;

        FakeSocket(URI uri, Map<String, String> headers, Events events) {
            this.uri = uri;
            this.headers = headers;
            this.events = events;
        }

        @Override
        public void send(String text) {
            sent.add(text);
        }

        @Override
        public boolean isFull() {
            return isFull;
        }

        @Override
        public void ping() {
            pings++;
        }

        @Override
        public void request() {
            requested++;
        }

        @Override
        public CompletionStage<?> close() {
            isLeft = true;
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void abort() {
            isLeft = true;
        }
    }
}
