package dev.strait.client;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** How frames get to the server. A client calls it while it holds its lock, so nothing here may block. */
interface Transport {

    /** Begins to connect. The events come later, on any thread, one at a time. */
    Socket connect(URI uri, Map<String, String> headers, Events events);

    /** One attempt to connect, and the connection that it leads to. */
    interface Socket {

        /** Sends a text after those before it. */
        void send(String text);

        /** Returns whether so much waits to be sent that more should wait elsewhere; {@link Events#drained} follows. */
        boolean isFull();

        void ping();

        /** Allows one more text to arrive. Called once for each. */
        void request();

        /** Closes with 1000 after everything was sent. The stage completes when that was written, or cannot be. */
        CompletionStage<?> close();

        /** Gives up the connection, or the attempt. No event follows. */
        void abort();
    }

    /** What happens to a socket. */
    interface Events {

        void opened();

        void text(String text);

        /** A frame of the WebSocket protocol has arrived: a ping, or the answer to one. */
        void heard();

        void drained();

        /** A close frame has arrived. */
        void closed(int code, String reason);

        /** The attempt has failed, or the connection has broken. */
        void failed(Throwable cause);
    }

    /** A handshake that the server has refused with a status. */
    final class RefusedHandshake extends Exception {

        private static final long serialVersionUID = 1L;

        private final int status;
        private final transient @Nullable Duration retryAfter;

        RefusedHandshake(int status, @Nullable Duration retryAfter, Throwable cause) {
            super("The server has refused the handshake with status " + status + ".", cause);
            this.status = status;
            this.retryAfter = retryAfter;
        }

        int status() {
            return status;
        }

        @Nullable
        Duration retryAfter() {
            return retryAfter;
        }
    }
}
