package dev.strait.runtime.internal.connection;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionClosedException;
import dev.strait.runtime.internal.foreign.CallFailedException;
import dev.strait.runtime.internal.foreign.Log;
import dev.strait.runtime.internal.protocol.ErrorAnswer;
import dev.strait.runtime.internal.work.Environment;
import dev.strait.runtime.internal.work.FailureCounter;
import dev.strait.runtime.internal.work.TokenBucket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Answers the errors of one connection with error frames, and closes the connection when there are too many. */
final class ErrorAnswers<O> {

    private static final Log LOG = Log.of(ErrorAnswers.class);

    /** The code of failures of the application, and of bugs. */
    static final String INTERNAL = "internal";

    private static final int MAX_FAILURES = 4;
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(10);

    private final LiveConnection<?, ?, ?, O> connection;
    private final TokenBucket answers;
    private final FailureCounter badFrames;
    private final FailureCounter failures = new FailureCounter(MAX_FAILURES, WINDOW);

    ErrorAnswers(LiveConnection<?, ?, ?, O> connection) {
        this.connection = connection;
        int perSecond = connection.served().limits().maxErrorsPerSecond();
        this.answers = new TokenBucket(perSecond, perSecond, environment().now());
        this.badFrames = new FailureCounter(connection.served().limits().maxBadFrames(), WINDOW);
    }

    /**
     * Answers with an error frame. An ask always gets its error, because its client waits for it. Other errors are left out
     * when their maximum rate is reached.
     */
    void send(@Nullable String correlation, ErrorAnswer error) {
        environment().foreign().notifyListeners(listener -> listener.refused(connection.info(), error.code()));
        boolean isWithinRate = answers.take(environment().now());
        if (isWithinRate || correlation != null) {
            connection.send(connection.protocol().error(correlation, error));
        }
    }

    /** Answers an invalid frame; too many of them close the connection. */
    void badFrame(@Nullable String correlation, ErrorAnswer error) {
        send(correlation, error);
        if (badFrames.record(environment().now())) {
            connection.close(new CloseReason(4400, "too many bad frames"));
        }
    }

    /** Answers a failure of the application: with its refusal, or as an internal error. */
    void failed(@Nullable String correlation, CallFailedException failure) {
        failure.refusal()
                .ifPresentOrElse(
                        refusal -> send(correlation, ErrorAnswer.of(refusal.code(), refusal.text())),
                        () -> internal(correlation, failure.thrown()));
    }

    private static boolean isDisconnect(Throwable failure) {
        return failure instanceof ConnectionClosedException || failure.getCause() instanceof ConnectionClosedException;
    }

    /** Logs a failure of the application or of Strait, and answers with a reference to the log. */
    void internal(@Nullable String correlation, Throwable failure) {
        if (connection.isClosing() && isDisconnect(failure)) {
            LOG.debug("An ask to connection " + connection.id() + " failed because it has disconnected.", failure);
            return;
        }
        String reference = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        LOG.error(
                "The handler of " + connection.channel().contract().name() + " failed, reference " + reference
                        + ", connection " + connection.id() + ".",
                failure);
        send(correlation, ErrorAnswer.of(INTERNAL, "Something went wrong on the server, reference " + reference + "."));
        if (failures.record(environment().now()) && !connection.isClosing()) {
            connection.close(new CloseReason(1011, "too many failures"));
        }
    }

    private Environment environment() {
        return connection.environment();
    }
}
