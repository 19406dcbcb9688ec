package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.BackplaneEvent;
import dev.strait.runtime.BackplaneEvent.Loss;
import dev.strait.runtime.BackplaneEvent.Origin;
import dev.strait.runtime.internal.foreign.Log;
import dev.strait.runtime.internal.work.Environment;
import dev.strait.runtime.internal.work.Inbox;
import dev.strait.runtime.spi.Backplane.Envelope;
import dev.strait.runtime.spi.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes what arrives: each parcel once, in the order of arrival for each node, and on threads of the runtime, one for each
 * processor. Safe for all threads.
 */
final class Incoming {

    private static final Log LOG = Log.of(Incoming.class);

    /** More is discarded: the node is too slow, or its processor too busy. */
    private static final long MAX_WAITING_BYTES = 64L * 1024 * 1024;

    private static final long LOG_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String self;
    private final Environment environment;
    private final Links links;
    private final Consumer<Parcel> takes;
    private final Recent recent = new Recent();
    private final List<Inbox> lanes = new ArrayList<>();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicLong loggedAt;

    /**
     * Creates the receiver of a node.
     *
     * @param takes called with parcels of other nodes, and with what this node has said to introduce itself
     */
    Incoming(String self, Environment environment, Links links, Consumer<Parcel> takes) {
        this.self = self;
        this.environment = environment;
        this.links = links;
        this.takes = takes;
        this.loggedAt = new AtomicLong(environment.now() - 2 * LOG_NANOS);
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            lanes.add(new Inbox(Inbox.Settings.unbounded(environment.foreign(), environment.threads()::arrive)));
        }
    }

    void received(Envelope envelope) {
        byte[] bytes = envelope.bytes();
        try {
            ParcelFormat.Sent sent = ParcelFormat.sent(bytes);
            if (links.isLate(sent)) {
                lose(Loss.LATE, null);
            } else if (waitingBytes.addAndGet(bytes.length) > MAX_WAITING_BYTES) {
                waitingBytes.addAndGet(-bytes.length);
                lose(Loss.OVERFLOW, "This node is too slow for what the others send. Messages of theirs are lost.");
            } else {
                lanes.get(Math.floorMod(sent.origin().hashCode(), lanes.size())).runEvent(() -> take(bytes));
            }
        } catch (IOException | RuntimeException unreadable) {
            lose(Loss.UNREADABLE, "An envelope of another node cannot be read: " + unreadable);
        }
    }

    /** Runs what is no parcel, in the order of the calls. */
    void run(Runnable task) {
        lanes.get(0).runEvent(task);
    }

    private void take(byte[] bytes) {
        waitingBytes.addAndGet(-bytes.length);
        Parcel parcel;
        try {
            parcel = ParcelFormat.read(bytes);
        } catch (IOException | RuntimeException unreadable) {
            lose(Loss.UNREADABLE, "An envelope of another node cannot be read: " + unreadable);
            return;
        }
        Origin origin = originOf(parcel);
        notifyListeners(new BackplaneEvent.Received(origin));
        if (origin == Origin.PEER || parcel instanceof Parcel.Alive) {
            takes.accept(parcel);
        }
    }

    private Origin originOf(Parcel parcel) {
        if (parcel.origin().equals(self)) {
            return Origin.SELF;
        }
        boolean mayComeAgain = parcel instanceof Parcel.Addressed addressed && hasSeveralTopics(addressed.to());
        return mayComeAgain && !recent.isNew(parcel, environment.now()) ? Origin.DUPLICATE : Origin.PEER;
    }

    /** A parcel with several topics arrives once for each that this node is subscribed to. */
    private static boolean hasSeveralTopics(Selection to) {
        return Stream.of(to.rooms(), to.users(), to.connections())
                        .mapToLong(Set::size)
                        .sum()
                > 1;
    }

    /** Reports a loss. The text is logged, but not more than once a minute. */
    private void lose(Loss loss, @Nullable String text) {
        long now = environment.now();
        long last = loggedAt.get();
        if (text != null && now - last > LOG_NANOS && loggedAt.compareAndSet(last, now)) {
            LOG.warning(text + " More of these are not logged for a minute.", null);
        }
        notifyListeners(new BackplaneEvent.Lost(loss, 1));
    }

    private void notifyListeners(BackplaneEvent event) {
        if (environment.foreign().hasListeners()) {
            environment.foreign().notifyListeners(listener -> listener.backplane(event));
        }
    }
}
