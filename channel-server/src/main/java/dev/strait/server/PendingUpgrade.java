package dev.strait.server;

import dev.strait.runtime.spi.PendingHandshake;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An upgrade about which the application decides. Nothing more is read from the client meanwhile. Used by the event loop. */
@SuppressWarnings("FutureReturnValueIgnored") // the same future is returned
final class PendingUpgrade {

    /** The maximum time for a decision; after that, the handshake is answered with 503. */
    private static final long MAX_SECONDS = 10;

    private static final System.Logger LOG = System.getLogger(PendingUpgrade.class.getName());

    private final PendingHandshake handshake;
    private final Supplier<@Nullable Answer> upgrade;
    private final Consumer<@Nullable Answer> done;
    private boolean isOver;

    private PendingUpgrade(
            PendingHandshake handshake, Supplier<@Nullable Answer> upgrade, Consumer<@Nullable Answer> done) {
        this.handshake = handshake;
        this.upgrade = upgrade;
        this.done = done;
    }

    /**
     * Asks the application.
     *
     * @param upgrade upgrades the connection, or returns the response if that is refused
     * @param done called with null or with the response; not called if the client has gone
     */
    static void begin(
            ChannelHandlerContext context,
            PendingHandshake handshake,
            Supplier<@Nullable Answer> upgrade,
            Consumer<@Nullable Answer> done) {
        ServerPipeline.endHttpInput(context.pipeline());
        PendingUpgrade pending = new PendingUpgrade(handshake, upgrade, done);
        ChannelFutureListener whenClosed = closed -> pending.clientGone();
        Future<?> timeout = context.executor().schedule(pending::timeOut, MAX_SECONDS, TimeUnit.SECONDS);
        context.channel().closeFuture().addListener(whenClosed);
        handshake.decide(status -> {
            try {
                context.executor().execute(() -> {
                    timeout.cancel(false);
                    context.channel().closeFuture().removeListener(whenClosed);
                    pending.tryDecided(context, status);
                });
            } catch (RejectedExecutionException stopped) {
                LOG.log(System.Logger.Level.DEBUG, "The server stopped before a handshake was decided.", stopped);
                handshake.abandon();
            }
        });
    }

    /** A failure ends the connection, as while a request is read. */
    private void tryDecided(ChannelHandlerContext context, int status) {
        try {
            decided(status);
        } catch (Throwable failed) { // the event loop would only log it
            handshake.abandon();
            context.pipeline().fireExceptionCaught(failed);
        }
    }

    private void clientGone() {
        if (!isOver) {
            isOver = true;
            handshake.abandon();
        }
    }

    private void timeOut() {
        if (!isOver) {
            isOver = true;
            handshake.abandon();
            done.accept(refusal(HttpResponseStatus.SERVICE_UNAVAILABLE));
        }
    }

    private void decided(int status) {
        if (isOver) {
            return;
        }
        isOver = true;
        if (status != PendingHandshake.ACCEPTED) {
            done.accept(refusal(HttpResponseStatus.valueOf(status)));
        } else {
            Answer refusal = upgrade.get();
            if (refusal != null) {
                handshake.abandon();
            }
            done.accept(refusal);
        }
    }

    private static Answer refusal(HttpResponseStatus status) {
        HttpResponse response = Answer.text(status, "The handshake was refused: " + status.reasonPhrase() + ".\n");
        if (status.equals(HttpResponseStatus.SERVICE_UNAVAILABLE)) {
            response.headers().set(HttpHeaderNames.RETRY_AFTER, 1);
        }
        return Answer.of(response);
    }
}
