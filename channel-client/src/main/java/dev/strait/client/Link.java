package dev.strait.client;

import dev.strait.client.ClientState.Reason;
import dev.strait.client.Preparation.Prepared;
import dev.strait.client.Transport.RefusedHandshake;
import dev.strait.client.Transport.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The socket of a client, which is replaced when it breaks. Guarded by the client's lock. */
final class Link {

    /** For token, query, handshake and {@code $ready}. */
    private static final long ATTEMPT = TimeUnit.SECONDS.toNanos(10);

    private static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(5);
    private static final long STABLE = TimeUnit.SECONDS.toNanos(30);
    private static final int MAX_LATE_HELLOS = 3;

    private final Environment environment;
    private final Settings settings;
    private final LinkOwner owner;
    private final Backoff backoff;
    private final Heartbeat heartbeat;
    private final Alarm alarm;
    private final Preparation preparation;

    private volatile ClientState state = new ClientState.Idle();
    private @Nullable Socket socket;
    /** Changes with each attempt and each loss, so that what is of an earlier one can be told. */
    private long epoch;

    private boolean isTokenRefused;
    private int lateHellos;
    private @Nullable Duration byeDelay;
    /** The latest error of the server, which often tells why it closes. */
    private @Nullable Throwable lastError;

    private long openedAt;
    /** Whether a text may arrive once the application has kept up. Read without the lock, as a hint. */
    private volatile boolean isWithheld;

    /** Of all connections, because the application may still be busy with an earlier one. */
    private final Backlog backlog = new Backlog();

    private CompletableFuture<Void> renewal = CompletableFuture.completedFuture(null);
    /** The connection that the renewal is for. */
    private long renewalEpoch;

    Link(Environment environment, Settings settings, LinkOwner owner) {
        this.environment = environment;
        this.settings = settings;
        this.owner = owner;
        this.backoff = new Backoff(environment.random());
        this.heartbeat = new Heartbeat(environment, () -> lose(CloseCodes.LOST, "no answer to a ping", null, 0));
        this.alarm = environment.alarm();
        this.preparation = new Preparation(settings, environment.executor());
    }

    /** Read by any thread. */
    ClientState state() {
        return state;
    }

    boolean isClosed() {
        return state instanceof ClientState.Closed;
    }

    boolean isOpen() {
        return state instanceof ClientState.Open;
    }

    /** Whether a message can be sent now. */
    boolean isWritable() {
        Socket current = socket;
        return isOpen() && current != null && !current.isFull();
    }

    /** Sends a frame, if there is a connection. */
    void send(String frame) {
        Socket current = socket;
        if (current != null) {
            current.send(frame);
        }
    }

    long epoch() {
        return epoch;
    }

    void noteError(ClientException error) {
        lastError = error;
    }

    void open() {
        if (state instanceof ClientState.Idle || isClosed()) {
            backoff.reset();
            lateHellos = 0;
            isTokenRefused = false;
            connect();
        }
    }

    /** Closes for good. The stage completes when everything that was sent is written. */
    CompletionStage<?> close() {
        if (isClosed()) {
            return CompletableFuture.completedStage(null);
        }
        preparation.cancel();
        Socket closed = socket;
        boolean isOpen = isOpen();
        socket = isOpen ? null : closed;
        end(new Reason(CloseCodes.NORMAL, "", Optional.empty()));
        return isOpen && closed != null ? closed.close() : CompletableFuture.completedStage(null);
    }

    private void end(Reason reason) {
        disconnect();
        become(new ClientState.Closed(reason));
    }

    private void become(ClientState next) {
        state = next;
        owner.became(next);
    }

    private void disconnect() {
        alarm.cancel();
        heartbeat.stop();
        epoch++;
        isWithheld = false;
        Socket released = socket;
        socket = null;
        if (released != null) {
            released.abort();
        }
        owner.disconnected();
    }

    private void connect() {
        long current = ++epoch;
        lastError = null;
        byeDelay = null;
        alarm.set(ATTEMPT, () -> lose(CloseCodes.LOST, "timeout", null, 0));
        become(new ClientState.Connecting(backoff.attempt()));
        CompletableFuture<?> unused = preparation
                .begin(isTokenRefused)
                .whenComplete((prepared, failure) -> environment.turn().run(() -> {
                    if (current == epoch && failure != null) {
                        lose(CloseCodes.LOST, "no token", Failures.unwrap(failure), 0);
                    } else if (current == epoch) {
                        dial(prepared);
                    }
                }));
    }

    private void dial(Prepared prepared) {
        try {
            URI uri = owner.uri(prepared.query());
            SocketEvents events = new SocketEvents(epoch, prepared.token().orElse(null));
            socket = environment.transport().connect(uri, prepared.headers(), events);
        } catch (RuntimeException refused) { // such as a header that the JDK does not allow
            lose(CloseCodes.LOST, "cannot connect", refused, 0);
        }
    }

    /** The server has accepted the client. */
    void opened(Frame.Ready<?> ready, boolean isStale) {
        if (!(state instanceof ClientState.Connecting)) {
            return;
        }
        alarm.cancel();
        openedAt = environment.clock().now();
        isTokenRefused = false;
        lateHellos = 0;
        become(new ClientState.Open(ready.connectionId(), ready.user(), isStale));
        heartbeat.start(socket);
    }

    void bye(Duration retryAfter) {
        byeDelay = retryAfter;
    }

    /** Requests a new token and sends it. The stage completes when it is sent, or fails with the source. */
    CompletableFuture<Void> reauthenticate() {
        if (renewal.isDone() || renewalEpoch != epoch) { // otherwise the one that is under way will do
            long current = epoch;
            renewalEpoch = current;
            renewal = preparation
                    .renew()
                    .thenAccept(token -> environment.turn().run(() -> {
                        if (current == epoch && isOpen()) {
                            token.ifPresent(text -> send(owner.auth(text)));
                        }
                    }));
        }
        return renewal;
    }

    private void lose(int code, String text, @Nullable Throwable cause, long minDelay) {
        long now = environment.clock().now();
        if (isOpen() && now - openedAt >= STABLE) {
            backoff.reset();
        }
        Reason reason = new Reason(code, text, Optional.ofNullable(lastError != null ? lastError : cause));
        Duration bye = byeDelay;
        long delay = bye != null
                ? Math.max(Backoff.MIN, bye.toNanos())
                : Math.max(minDelay, backoff.next() + (code == CloseCodes.POLICY ? Backoff.MAX : 0));
        disconnect();
        boolean isDenied = code == CloseCodes.UNAUTHENTICATED;
        boolean mayRenew = settings.token() != null && !isTokenRefused;
        isTokenRefused |= isDenied;
        lateHellos = code == CloseCodes.NO_HELLO ? lateHellos + 1 : 0;
        boolean isFinal = isDenied ? !mayRenew : CloseCodes.isFinal(code) || lateHellos == MAX_LATE_HELLOS;
        if (isFinal) {
            become(new ClientState.Closed(reason));
            return;
        }
        alarm.set(delay, this::connect);
        become(new ClientState.Waiting(backoff.attempt(), Duration.ofNanos(delay), reason));
    }

    private void refused(RefusedHandshake refused) {
        int code = switch (refused.status()) {
            case 401 -> CloseCodes.UNAUTHENTICATED;
            case 403 -> CloseCodes.FORBIDDEN;
            default -> CloseCodes.LOST;
        };
        Duration retryAfter = refused.retryAfter();
        boolean isLimited = retryAfter != null && retryAfter.compareTo(MAX_RETRY_AFTER) > 0;
        long minDelay = isLimited ? MAX_RETRY_AFTER.toNanos() : retryAfter == null ? 0 : retryAfter.toNanos();
        lose(code, "HTTP status " + refused.status(), refused, minDelay);
    }

    /** Lets a text arrive again that was withheld, once the application and the socket have kept up. */
    void resume() {
        if (isWithheld && canRead()) {
            isWithheld = false;
            heartbeat.heard();
            request();
        }
    }

    private boolean canRead() {
        Socket current = socket;
        return current != null && !current.isFull() && !backlog.isFull(owner.isAsking());
    }

    /** Asks for the next text, unless what was sent or received before has to be worked off. */
    private void request() {
        isWithheld = true; // before the check, so that a message that is handled meanwhile is not missed
        Socket current = socket;
        if (current != null && canRead()) {
            isWithheld = false;
            current.request();
        } else {
            heartbeat.hold();
        }
    }

    /** The application has handled a message. Called without the lock. */
    private void handled(int length) {
        backlog.remove(length);
        if (backlog.isLow() && isWithheld) {
            environment.turn().run(this::resume);
        }
    }

    /** What happens to one socket. What is of an earlier one is ignored. */
    private final class SocketEvents implements Transport.Events {

        private final long current;
        private final @Nullable String token;

        SocketEvents(long current, @Nullable String token) {
            this.current = current;
            this.token = token;
        }

        private void ifCurrent(Runnable action) {
            environment.turn().run(() -> {
                if (current == epoch) {
                    action.run();
                }
            });
        }

        @Override
        public void opened() {
            ifCurrent(() -> {
                send(owner.hello(token));
                Socket open = socket;
                if (open != null) {
                    open.request(); // $ready, also while the application is busy
                }
            });
        }

        @Override
        public void text(String text) {
            LinkOwner.Received received = owner.read(text);
            ifCurrent(() -> {
                heartbeat.heard();
                lastError = received.isError() ? lastError : null;
                backlog.add(text.length());
                received.take().run();
                environment.calls().add(() -> handled(text.length()));
                if (current == epoch) {
                    request();
                }
            });
        }

        @Override
        public void heard() {
            ifCurrent(heartbeat::heard);
        }

        @Override
        public void drained() {
            environment.executor().execute(() -> ifCurrent(owner::writable));
        }

        @Override
        public void closed(int code, String reason) {
            ifCurrent(() -> lose(code, reason, null, 0));
        }

        @Override
        public void failed(Throwable cause) {
            ifCurrent(() -> {
                if (cause instanceof RefusedHandshake refused) {
                    refused(refused);
                } else {
                    String text = cause.getMessage();
                    lose(CloseCodes.LOST, text == null ? cause.getClass().getSimpleName() : text, cause, 0);
                }
            });
        }
    }
}
