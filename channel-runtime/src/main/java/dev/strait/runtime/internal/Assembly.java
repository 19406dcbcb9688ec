package dev.strait.runtime.internal;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.spi.TimeSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts a message together from the parts in which the container delivers it, and counts bytes and parts itself: no
 * other limit holds on every container. Called by the container, one part at a time.
 */
final class Assembly {

    private final Limits limits;
    private final int maxMessageBytes;
    private final TimeSource time;
    private final Consumer<String> whole;
    private final Consumer<CloseReason> tooMuch;

    /** The parts that have come; null between messages. */
    private @Nullable StringBuilder text;

    private int bytes;
    private int parts;
    /** Once too much has come, everything after it is ignored: containers go on delivering. */
    private boolean isOver;

    // Read by the timer.
    private volatile boolean isOpen;
    private volatile long openSince;

    Assembly(
            Limits limits,
            int maxMessageBytes,
            TimeSource time,
            Consumer<String> whole,
            Consumer<CloseReason> tooMuch) {
        this.limits = limits;
        this.maxMessageBytes = maxMessageBytes;
        this.time = time;
        this.whole = whole;
        this.tooMuch = tooMuch;
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
            tooMuch.accept(new CloseReason(1009, "message too big"));
            return;
        }
        if (isLast && text == null) {
            reset();
            whole.accept(part);
            return;
        }
        StringBuilder soFar = text == null ? new StringBuilder() : text;
        soFar.append(part);
        text = soFar;
        if (isLast) {
            text = null;
            reset();
            whole.accept(soFar.toString());
        } else if (!isOpen) {
            openSince = time.nanoTime();
            isOpen = true;
        }
    }

    /** Whether a message has been coming in for longer than it may. */
    boolean isLate(long now) {
        return isOpen && now - openSince > limits.messageTimeout().toNanos();
    }

    /** The size of a text in UTF-8, without making the bytes. */
    static int utf8Length(CharSequence text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 0x80) {
                // A pair of surrogates is four bytes in all, two for each of its units.
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
