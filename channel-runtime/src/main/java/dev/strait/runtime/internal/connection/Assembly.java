package dev.strait.runtime.internal.connection;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.spi.TimeSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Assembles the parts of one connection's messages, and counts them before they are kept. The container calls it for one
 * part at a time.
 */
final class Assembly {

    /** Takes a complete message. */
    interface Receiver {

        /**
         * Called for each message.
         *
         * @param bytes its size in UTF-8
         */
        void message(String text, int bytes);
    }

    /** The reason for which a connection closes that sends too much at once. */
    static final CloseReason TOO_LARGE = new CloseReason(1009, "message too big");

    private final Limits limits;
    private final int maxMessageBytes;
    private final TimeSource time;
    private final Receiver onMessage;
    private final Consumer<CloseReason> onTooLarge;

    /** The parts so far; null between messages. */
    private @Nullable StringBuilder text;

    private int bytes;
    private int parts;
    /** Set once too much has arrived: everything after it is ignored, because containers continue to deliver. */
    private boolean isOver;

    // Read by the timer.
    private volatile boolean isOpen;
    private volatile long openSince;

    Assembly(
            Limits limits, int maxMessageBytes, TimeSource time, Receiver onMessage, Consumer<CloseReason> onTooLarge) {
        this.limits = limits;
        this.maxMessageBytes = maxMessageBytes;
        this.time = time;
        this.onMessage = onMessage;
        this.onTooLarge = onTooLarge;
    }

    void part(String part, boolean isLast) {
        if (isOver) {
            return;
        }
        bytes += utf8Length(part);
        parts++;
        if (bytes > maxMessageBytes || parts > limits.maxMessageFragments()) {
            isOver = true;
            isOpen = false;
            text = null;
            onTooLarge.accept(TOO_LARGE);
            return;
        }
        if (isLast && text == null) {
            int size = bytes;
            reset();
            onMessage.message(part, size);
            return;
        }
        StringBuilder soFar = text == null ? new StringBuilder() : text;
        soFar.append(part);
        text = soFar;
        if (isLast) {
            text = null;
            int size = bytes;
            reset();
            onMessage.message(soFar.toString(), size);
        } else if (!isOpen) {
            openSince = time.nanoTime();
            isOpen = true;
        }
    }

    /** Lets the time of an incomplete message begin anew. */
    void restartTimeout(long now) {
        openSince = now;
    }

    /** Whether a message has been arriving for longer than it may. */
    boolean isLate(long now) {
        return isOpen && now - openSince > limits.messageTimeout().toNanos();
    }

    /** Returns the size of a text in UTF-8, without encoding it. */
    static int utf8Length(CharSequence text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 0x80) {
                // A pair of surrogates is four bytes, two for each of its units.
                bytes += unit < 0x800 || Character.isSurrogate(unit) ? 1 : 2;
            }
        }
        return bytes;
    }

    private void reset() {
        bytes = 0;
        parts = 0;
        isOpen = false;
    }
}
