package dev.strait.client;

import dev.strait.client.Transport.Events;
import dev.strait.client.Transport.RefusedHandshake;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the JDK's client, which takes a text only when it has written the one before, does not limit the size of
 * messages, and may report nothing more after a close.
 */
final class HttpSocket implements Transport.Socket, WebSocket.Listener {

    private static final int MAX_TEXT_CHARS = 1 << 20;
    /** How much may wait to be written before more should wait elsewhere. */
    private static final int MAX_WAITING_CHARS = 1 << 16;

    private static final long CLOSE_SECONDS = 5;

    private final Events events;
    private @Nullable CompletableFuture<WebSocket> handshake;

    // Guarded by this.

    private @Nullable WebSocket webSocket;
    private final Deque<Function<WebSocket, CompletableFuture<WebSocket>>> waiting = new ArrayDeque<>();
    private int waitingChars;
    private boolean isSending;
    private boolean isFull;
    private boolean isAborted;
    private boolean isClosedByPeer;

    // Used by one call of the listener at a time.

    private StringBuilder parts = new StringBuilder();

    HttpSocket(Events events) {
        this.events = events;
    }

    void connect(WebSocket.Builder builder, URI uri) {
        handshake = builder.buildAsync(uri, this);
        CompletableFuture<?> unused = handshake.whenComplete((open, failure) -> {
            if (failure != null && !isAborted()) {
                events.failed(explain(failure));
            }
        });
    }

    private static Throwable explain(Throwable failure) {
        Throwable cause = Failures.unwrap(failure);
        if (cause instanceof WebSocketHandshakeException refused && refused.getResponse() != null) {
            int status = refused.getResponse().statusCode();
            return new RefusedHandshake(status, retryAfter(refused.getResponse().headers()), refused);
        }
        return cause;
    }

    /** RFC 9110, section 10.2.3: seconds, or a date. */
    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        String value = headers.firstValue("Retry-After").orElse("").strip();
        try {
            if (value.chars().allMatch(Character::isDigit)) {
                return value.isEmpty() ? null : Duration.ofSeconds(Long.parseLong(value));
            }
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(Instant.now(), until);
            return left.isNegative() ? null : left;
        } catch (NumberFormatException | DateTimeException | ArithmeticException notReadable) {
            return null;
        }
    }

    private synchronized boolean isAborted() {
        return isAborted;
    }

    // Sending

    @Override
    public void send(String text) {
        synchronized (this) {
            waitingChars += text.length();
            isFull |= waitingChars > MAX_WAITING_CHARS;
        }
        enqueue(open ->
                open.sendText(text, true).whenComplete((sent, failure) -> written(text.length(), failure == null)));
    }

    private void written(int chars, boolean isSent) {
        boolean isDrained;
        boolean isMoving;
        synchronized (this) {
            // While others wait, the peer has read something. Otherwise it may only have been buffered.
            isMoving = isSent && !waiting.isEmpty();
            waitingChars -= chars;
            isDrained = isFull && waitingChars <= MAX_WAITING_CHARS / 2;
            isFull &= !isDrained;
        }
        if (isMoving) {
            events.heard();
        }
        if (isDrained) {
            events.drained();
        }
    }

    @Override
    public synchronized boolean isFull() {
        return isFull;
    }

    @Override
    public void ping() {
        enqueue(open -> open.sendPing(ByteBuffer.allocate(0)));
    }

    private void enqueue(Function<WebSocket, CompletableFuture<WebSocket>> sending) {
        synchronized (this) {
            waiting.add(sending);
        }
        sendNext();
    }

    /** Sends what waits. A loop, because much of it may be written at once. */
    private void sendNext() {
        for (CompletableFuture<WebSocket> sent = begin(); sent != null; sent = begin()) {
            if (!sent.isDone()) {
                CompletableFuture<?> unused = sent.whenComplete((open, failure) -> {
                    end();
                    sendNext();
                });
                return;
            }
            end();
        }
    }

    private @Nullable CompletableFuture<WebSocket> begin() {
        Function<WebSocket, CompletableFuture<WebSocket>> next;
        WebSocket open;
        synchronized (this) {
            open = webSocket;
            if (isSending || open == null || isAborted || waiting.isEmpty()) {
                return null;
            }
            isSending = true;
            next = waiting.remove();
        }
        return next.apply(open);
    }

    private synchronized void end() {
        isSending = false;
    }

    @Override
    public CompletionStage<?> close() {
        CompletableFuture<Void> written = new CompletableFuture<>();
        enqueue(open -> open.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((sent, failure) -> {
            written.complete(null);
        }));
        // A peer that does not answer the close is never reported.
        CompletableFuture<?> unused = new CompletableFuture<Void>()
                .completeOnTimeout(null, CLOSE_SECONDS, TimeUnit.SECONDS)
                .thenRun(this::abort);
        return written;
    }

    @Override
    public void abort() {
        WebSocket open;
        boolean answersClose;
        synchronized (this) {
            isAborted = true;
            waiting.clear();
            open = webSocket;
            answersClose = isClosedByPeer;
        }
        CompletableFuture<WebSocket> attempt = handshake;
        if (open == null && attempt != null) {
            attempt.cancel(true);
        } else if (open != null && !answersClose) {
            open.abort();
        }
    }

    // Receiving

    @Override
    public void request() {
        WebSocket open;
        synchronized (this) {
            open = webSocket;
        }
        if (open != null) {
            open.request(1);
        }
    }

    @Override
    public void onOpen(WebSocket open) {
        boolean isTooLate;
        synchronized (this) {
            webSocket = open;
            isTooLate = isAborted;
        }
        if (isTooLate) {
            open.abort();
        } else {
            events.opened();
            sendNext();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket open, CharSequence part, boolean isLast) {
        if (parts.length() + part.length() > MAX_TEXT_CHARS) {
            CompletableFuture<?> unused = open.sendClose(CloseCodes.TOO_LARGE, "message too large");
            abort();
            events.closed(CloseCodes.TOO_LARGE, "message too large");
            return null;
        }
        if (isLast && parts.isEmpty()) {
            events.text(part.toString());
            return null;
        }
        parts.append(part);
        if (isLast) {
            String text = parts.toString();
            parts = new StringBuilder(); // the old one may be large
            events.text(text);
        } else {
            events.heard();
            open.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket open, ByteBuffer data, boolean isLast) {
        events.heard();
        open.request(1); // no channel has binary messages
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket open, ByteBuffer data) {
        events.heard();
        open.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket open, ByteBuffer data) {
        events.heard();
        open.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket open, int code, String reason) {
        synchronized (this) {
            isClosedByPeer = true;
        }
        CompletableFuture<?> unused = new CompletableFuture<Void>()
                .completeOnTimeout(null, CLOSE_SECONDS, TimeUnit.SECONDS)
                .thenRun(open::abort);
        events.closed(code, reason);
        return null;
    }

    @Override
    public void onError(WebSocket open, Throwable failure) {
        events.failed(failure);
    }
}
