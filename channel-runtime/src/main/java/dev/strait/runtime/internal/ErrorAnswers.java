package dev.strait.runtime.internal;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionClosedException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Answers one connection's mistakes, and ours, as long as there are not too many of either. */
final class ErrorAnswers<O> {

    private static final Log LOG = Log.of(ErrorAnswers.class);

    private static final int MOST_FAILURES = 4;
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(10);

    private final Node node;
    private final LiveConnection<?, ?, ?, O> connection;
    private final TokenBucket answers;
    private final Strikes badFrames;
    private final Strikes failures = new Strikes(MOST_FAILURES, WINDOW);

    ErrorAnswers(Node node, LiveConnection<?, ?, ?, O> connection) {
        this.node = node;
        this.connection = connection;
        int perSecond = node.limits().maxErrorsPerSecond();
        this.answers = new TokenBucket(perSecond, perSecond, node.now());
        this.badFrames = new Strikes(node.limits().maxBadFrames(), WINDOW);
    }

    /** Answers with an error frame, unless there were too many of them. */
    void send(@Nullable String correlation, ErrorAnswer error) {
        node.foreign().notifyListener(listener -> listener.refused(connection.info(), error.code()));
        if (answers.take(node.now())) {
            connection.send(connection.protocol().error(correlation, error));
        }
    }

    /** The same for a frame that should not have been sent; after too many of them the connection closes. */
    void badFrame(@Nullable String correlation, ErrorAnswer error) {
        send(correlation, error);
        if (badFrames.isOut(node.now())) {
            connection.close(new CloseReason(4400, "too many bad frames"));
        }
    }

    /** Answers what the application threw: its refusal, or an internal error. */
    void failed(@Nullable String correlation, CallFailedException failure) {
        failure.refusal()
                .ifPresentOrElse(
                        refusal -> send(correlation, ErrorAnswer.of(refusal.code(), refusal.text())),
                        () -> internal(correlation, failure.thrown()));
    }

    private static boolean isOfGone(Throwable failure) {
        return failure instanceof ConnectionClosedException || failure.getCause() instanceof ConnectionClosedException;
    }

    /** A mistake of the application or of ours: logged whole, answered with a reference to the log. */
    void internal(@Nullable String correlation, Throwable failure) {
        if (connection.isClosing() && isOfGone(failure)) {
            LOG.debug("An ask to a client that has disconnected failed.", failure);
            return;
        }
        String reference = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        LOG.error(
                "The handler of " + connection.channel().contract().name() + " failed, reference " + reference
                        + ", connection " + connection.id() + ".",
                failure);
        send(
                correlation,
                ErrorAnswer.of("internal", "Something went wrong on the server, reference " + reference + "."));
        if (failures.isOut(node.now()) && !connection.isClosing()) {
            connection.close(new CloseReason(1011, "too many failures"));
        }
    }
}
