package dev.strait.backplane;

import dev.strait.runtime.spi.Backplane;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The link of one node to a {@link LocalEngine}. Arrivals and answers are passed on by a thread of its own, in their order. Its
 * state is guarded by the engine.
 */
final class LocalBackplane implements Backplane {

    private static final long REQUEST_MILLIS = 1_000;

    private enum Link {
        DOWN,
        UP,
        /** Up, as far as the node knows. */
        HANGING
    }

    private final LocalEngine engine;
    private final String application;
    private final ScheduledThreadPoolExecutor thread;
    private final CompletableFuture<Void> started = new CompletableFuture<>();

    private @Nullable Arrivals arrivals;
    private Link link = Link.DOWN;
    /** Whether a test has cut the link, so that the node cannot connect. */
    private boolean isCut;

    private final Set<Topic> wanted = new HashSet<>();
    private final Set<Topic> confirmed = new HashSet<>();
    /** The requests without an answer, by number. */
    private final Map<Long, CompletableFuture<Void>> unanswered = new HashMap<>();

    private long lastRequest;

    LocalBackplane(LocalEngine engine, String application) {
        this.engine = engine;
        this.application = application;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread created = new Thread(task, "strait-local-engine");
            created.setDaemon(true);
            return created;
        });
        thread.setRemoveOnCancelPolicy(true);
    }

    boolean isOf(LocalEngine other) {
        return engine.equals(other);
    }

    @Override
    public CompletionStage<Void> start(String nodeId, Arrivals takes) {
        synchronized (engine) {
            arrivals = Objects.requireNonNull(takes, "arrivals");
            engine.add(this);
        }
        return started;
    }

    @Override
    public CompletionStage<Void> publish(Topic topic, Envelope envelope) {
        return request(() -> engine.distribute(application, topic, envelope));
    }

    @Override
    public CompletionStage<Void> subscribe(Topic topic) {
        synchronized (engine) {
            wanted.add(topic);
            return request(() -> {
                if (wanted.contains(topic) && link == Link.UP) {
                    confirmed.add(topic);
                }
            });
        }
    }

    @Override
    public void unsubscribe(Topic topic) {
        synchronized (engine) {
            wanted.remove(topic);
            confirmed.remove(topic);
        }
    }

    /** Sends a request to the engine. */
    private CompletionStage<Void> request(Runnable effect) {
        synchronized (engine) {
            if (link == Link.DOWN) {
                return CompletableFuture.failedStage(
                        new Unavailable(false, new IllegalStateException("there is no connection")));
            }
            CompletableFuture<Void> answer = new CompletableFuture<>();
            long number = ++lastRequest;
            unanswered.put(number, answer);
            Future<?> timeout = thread.schedule(() -> timedOut(number), REQUEST_MILLIS, TimeUnit.MILLISECONDS);
            if (link == Link.UP) {
                engine.perform(() -> {
                    effect.run();
                    timeout.cancel(false);
                    run(() -> answered(number));
                });
            }
            return answer;
        }
    }

    /** Runs a task on the thread, unless this is closed. */
    private void run(Runnable task) {
        if (!thread.isShutdown()) {
            thread.execute(task);
        }
    }

    private void answered(long number) {
        CompletableFuture<Void> answer;
        synchronized (engine) {
            answer = unanswered.remove(number);
        }
        if (answer != null) {
            answer.complete(null);
        }
    }

    private void timedOut(long number) {
        synchronized (engine) {
            if (unanswered.containsKey(number)) {
                unlinked("no answer in time");
                tryLink();
            }
        }
    }

    /** Takes an envelope from the engine. */
    void offer(String from, Topic topic, Envelope envelope) {
        Arrivals takes = arrivals;
        if (from.equals(application) && link == Link.UP && takes != null && confirmed.contains(topic)) {
            run(() -> takes.received(topic, envelope));
        }
    }

    /** The node has a connection, on which all its subscriptions are made. */
    void linked() {
        if (isCut || link != Link.DOWN) {
            return;
        }
        link = Link.UP;
        confirmed.addAll(wanted);
        Arrivals takes = Objects.requireNonNull(arrivals);
        run(() -> {
            started.complete(null);
            takes.up();
        });
    }

    /** The connection has ended. What was not answered may have happened. */
    void unlinked(String cause) {
        if (link == Link.DOWN) {
            return;
        }
        Throwable why = new IllegalStateException(cause);
        Arrivals takes = Objects.requireNonNull(arrivals);
        disconnect(why);
        run(() -> takes.down(Optional.of(why)));
    }

    private void disconnect(Throwable why) {
        link = Link.DOWN;
        confirmed.clear();
        List<CompletableFuture<Void>> failed = List.copyOf(unanswered.values());
        unanswered.clear();
        run(() -> failed.forEach(each -> each.completeExceptionally(new Unavailable(true, why))));
    }

    /** Connects again, if the node has no connection and the engine can be reached. */
    void tryLink() {
        if (engine.isRunning()) {
            linked();
        }
    }

    void cut() {
        isCut = true;
        unlinked("the link was cut");
    }

    void hang() {
        isCut = true;
        if (link == Link.UP) {
            link = Link.HANGING;
        }
    }

    void restore() {
        isCut = false;
        if (link == Link.HANGING) {
            unlinked("the link was cut");
        }
        tryLink();
    }

    @Override
    public void reconnect() {
        synchronized (engine) {
            drop("the node connects anew");
        }
    }

    /** Ends the connection, and connects again if that is possible. */
    void drop(String cause) {
        unlinked(cause);
        tryLink();
    }

    @Override
    public void close() {
        synchronized (engine) {
            engine.remove(this);
            disconnect(new IllegalStateException("the node is closed"));
            wanted.clear();
            thread.shutdown();
        }
    }
}
