package dev.strait.runtime.internal.node;

import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.foreign.Log;
import dev.strait.runtime.internal.handshake.ClientAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reports refused handshakes: each to the listener, and each cause once per minute to the log, which strangers must not
 * be able to fill. Safe for all threads.
 */
final class RefusedHandshakes {

    private static final Log LOG = Log.of(RefusedHandshakes.class);

    private static final long PERIOD_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MAX_ENTRIES_PER_PERIOD = 20;
    private static final int MAX_ORIGIN_CHARS = 200;

    private final ForeignCode foreign;
    private final LongSupplier nanoTime;

    // Guarded by this.

    private final Set<String> logged = new HashSet<>();
    private long periodStart;

    RefusedHandshakes(ForeignCode foreign, LongSupplier nanoTime) {
        this.foreign = foreign;
        this.nanoTime = nanoTime;
        this.periodStart = nanoTime.getAsLong();
    }

    /** Reports a handshake of a web page that may not connect. */
    void ofOrigin(String path, List<String> origins) {
        String origin = printable(String.join(", ", origins));
        if (addEntry("origin " + origin)) {
            LOG.warning("A handshake for " + path + " was refused: " + adviceFor(origin), null);
        }
        foreign.notifyListeners(listener -> listener.handshakeRefused(path, "origin"));
    }

    /** Any site can make a page without an origin, so the log does not advise to allow those. */
    private static String adviceFor(String origin) {
        return origin.equals("null")
                ? "it came from a page without an origin, such as a sandboxed frame, which any site can make."
                : "pages of the origin " + origin + " may not connect. If they are yours, add \"" + origin
                        + "\" to allowOrigins.";
    }

    /** Reports a handshake for a host that is not the server's. */
    void ofHost(String path, @Nullable String host) {
        String name = host == null ? "none" : printable(host);
        if (addEntry("host " + name)) {
            LOG.warning(
                    "A handshake for " + path + " was refused: its host is " + name
                            + ". If that is a name of this server, allow it with allowHosts(\"" + name + "\").",
                    null);
        }
        foreign.notifyListeners(listener -> listener.handshakeRefused(path, "host"));
    }

    /**
     * Reports a handshake beyond a limit.
     *
     * @param client the address of the client; null if it is not known
     */
    void ofLimit(String path, Admission.Refused reason, @Nullable ClientAddress client) {
        boolean isOfAddress =
                reason == Admission.Refused.RATE_OF_ADDRESS || reason == Admission.Refused.CONNECTIONS_OF_ADDRESS;
        boolean isRate = reason == Admission.Refused.RATE || reason == Admission.Refused.RATE_OF_ADDRESS;
        String limit = isRate ? "maxHandshakesPerSecond" : "maxConnections";
        if (client != null && isOfAddress && addEntry(limit + " of " + client.network())) {
            LOG.warning(
                    "A handshake for " + path + " was refused: " + client.text() + " exceeds half of " + limit
                            + ", the share of one address. If it is a proxy, name it with trustForwardedHeaders(\""
                            + client.text() + "\").",
                    null);
        } else if (!isOfAddress && addEntry(limit)) {
            LOG.warning("A handshake for " + path + " was refused: it exceeds " + limit + ".", null);
        }
        foreign.notifyListeners(listener -> listener.handshakeRefused(path, isRate ? "rate" : "connections"));
    }

    /** Adds an entry to the log of this minute. Returns false if it is there already, or too many are. */
    private synchronized boolean addEntry(String cause) {
        long now = nanoTime.getAsLong();
        if (now - periodStart >= PERIOD_NANOS) {
            periodStart = now;
            logged.clear();
        }
        return logged.size() < MAX_ENTRIES_PER_PERIOD && logged.add(cause);
    }

    private static String printable(String text) {
        String begin = text.length() > MAX_ORIGIN_CHARS ? text.substring(0, MAX_ORIGIN_CHARS) + "..." : text;
        return begin.replaceAll("\\p{Cntrl}", "?");
    }
}
