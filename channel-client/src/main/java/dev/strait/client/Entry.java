package dev.strait.client;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A message on its way out. */
final class Entry<I> {

    final I message;
    /** The frame. */
    final String text;
    /** The room that it is for; null on a channel whose clients join none. */
    final @Nullable Seat<?, ?> seat;
    /** Zero for a volatile message, whose errors are reported without it. */
    final long id;

    final boolean isVolatile;
    /** When it was submitted. */
    final long since;
    /** What waits for the answer; null if the message is no ask. */
    final @Nullable PendingAsk ask;

    boolean isSent;

    Entry(
            I message,
            String text,
            @Nullable Seat<?, ?> seat,
            long id,
            boolean isVolatile,
            long since,
            @Nullable PendingAsk ask) {
        this.message = message;
        this.text = text;
        this.seat = seat;
        this.id = id;
        this.isVolatile = isVolatile;
        this.since = since;
        this.ask = ask;
    }

    /** An ask that waits for its answer. */
    record PendingAsk(CompletableFuture<Object> answer, Alarm timeout) {}
}
