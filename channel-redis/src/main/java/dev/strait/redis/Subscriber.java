package dev.strait.redis;

import dev.strait.runtime.spi.Backplane.Unavailable;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.pubsub.api.async.RedisPubSubAsyncCommands;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Subscribes on one connection, with few commands for many channels. Safe for all threads. */
final class Subscriber {

    private static final int MAX_NAMES = 512;

    private final RedisPubSubAsyncCommands<String, byte[]> commands;
    private final boolean isSharded;
    private final Executor loop;
    private final Consumer<Throwable> whenRefused;
    private final Progress progress = new Progress();

    // Guarded by this.

    /** The changes that are not sent yet, in their order. */
    private final Deque<Change> changes = new ArrayDeque<>();
    /** The subscriptions of each channel that are not confirmed yet, in their order. */
    private final Map<String, Deque<CompletableFuture<Void>>> unconfirmed = new HashMap<>();

    private boolean isSending;
    /** Why it has ended; null before. */
    private @Nullable Throwable end;

    private record Change(String channel, boolean isSubscription) {}

    /**
     * Creates the subscriber of a connection.
     *
     * @param receive takes what arrives, with the name of its channel
     * @param whenRefused called when the server refuses a subscription
     */
    Subscriber(
            StatefulRedisPubSubConnection<String, byte[]> connection,
            boolean isSharded,
            Executor loop,
            BiConsumer<String, byte[]> receive,
            Consumer<Throwable> whenRefused) {
        this.commands = connection.async();
        this.isSharded = isSharded;
        this.loop = loop;
        this.whenRefused = whenRefused;
        connection.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, byte[] bytes) {
                receive.accept(channel, bytes);
            }

            @Override
            public void smessage(String channel, byte[] bytes) {
                receive.accept(channel, bytes);
            }

            @Override
            public void subscribed(String channel, long count) {
                confirmed(channel);
            }

            @Override
            public void ssubscribed(String channel, long count) {
                confirmed(channel);
            }
        });
    }

    /** Subscribes to channels. Completes when all are confirmed. */
    CompletableFuture<Void> subscribe(Collection<String> channels) {
        List<CompletableFuture<Void>> confirmations = new ArrayList<>();
        synchronized (this) {
            if (end != null) {
                return CompletableFuture.failedFuture(new Unavailable(false, end));
            }
            for (String channel : channels) {
                CompletableFuture<Void> confirmed = new CompletableFuture<>();
                confirmations.add(confirmed);
                unconfirmed.computeIfAbsent(channel, any -> new ArrayDeque<>()).add(confirmed);
                changes.add(new Change(channel, true));
                progress.asked();
            }
        }
        sendSoon();
        return confirmations.size() == 1
                ? confirmations.get(0)
                : CompletableFuture.allOf(confirmations.toArray(CompletableFuture<?>[]::new));
    }

    void unsubscribe(String channel) {
        synchronized (this) {
            if (end != null) {
                return;
            }
            changes.add(new Change(channel, false));
        }
        sendSoon();
    }

    private void sendSoon() {
        synchronized (this) {
            if (isSending) {
                return;
            }
            isSending = true;
        }
        loop.execute(this::send);
    }

    private void send() {
        for (List<Change> next = next(); !next.isEmpty(); next = next()) {
            String[] channels = next.stream().map(Change::channel).toArray(String[]::new);
            try {
                CompletionStage<Void> unused = send(next.get(0).isSubscription(), channels)
                        .whenComplete((done, failure) -> {
                            if (failure != null) {
                                whenRefused.accept(failure);
                            }
                        });
            } catch (RuntimeException ended) {
                whenRefused.accept(ended);
            }
        }
    }

    private CompletionStage<Void> send(boolean isSubscription, String[] channels) {
        if (isSubscription) {
            return isSharded ? commands.ssubscribe(channels) : commands.subscribe(channels);
        }
        return isSharded ? commands.sunsubscribe(channels) : commands.unsubscribe(channels);
    }

    /** Returns the next changes that one command can make; empty if there are none. */
    private synchronized List<Change> next() {
        List<Change> next = new ArrayList<>();
        Change first = changes.peek();
        for (Change each = first;
                each != null && next.size() < MAX_NAMES && each.isSubscription() == first.isSubscription();
                each = changes.peek()) {
            next.add(changes.remove());
        }
        isSending = !next.isEmpty();
        return next;
    }

    private void confirmed(String channel) {
        CompletableFuture<Void> first;
        synchronized (this) {
            Deque<CompletableFuture<Void>> waiting = unconfirmed.get(channel);
            first = waiting == null ? null : waiting.poll();
            if (waiting != null && waiting.isEmpty()) {
                unconfirmed.remove(channel);
            }
        }
        if (first != null) {
            progress.answered();
            first.complete(null);
        }
    }

    /** Asks the server whether it is there. */
    void ping() {
        try {
            progress.asked();
            CompletionStage<String> unused = commands.ping().whenComplete((pong, failure) -> progress.answered());
        } catch (RuntimeException ended) {
            progress.answered();
        }
    }

    Progress progress() {
        return progress;
    }

    /** Fails what is not confirmed. */
    void end(Throwable cause) {
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        synchronized (this) {
            end = cause;
            changes.clear();
            unconfirmed.values().forEach(waiting::addAll);
            unconfirmed.clear();
        }
        waiting.forEach(each -> each.completeExceptionally(new Unavailable(true, cause)));
    }
}
