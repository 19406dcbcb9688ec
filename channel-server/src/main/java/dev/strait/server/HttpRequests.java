package dev.strait.server;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.net.SocketAddress;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Handles the requests of one connection, one at a time, until one of them upgrades it. */
@SuppressWarnings("FutureReturnValueIgnored") // a failure closes the channel, which is handled
final class HttpRequests extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final System.Logger LOG = System.getLogger(HttpRequests.class.getName());

    private final StaticFiles files;
    private final Pages pages;
    private final WebSocketUpgrade upgrade;
    private final RequestDeadline deadline;
    private final BooleanSupplier isStopping;
    private final BooleanSupplier isRunning;
    /** The number of further requests that are allowed. */
    private int left;
    /** Whether a request has been read and its response is not written. */
    private boolean isAnswering;

    private boolean hasInputEnded;

    HttpRequests(
            StaticFiles files,
            Pages pages,
            WebSocketUpgrade upgrade,
            RequestDeadline deadline,
            BooleanSupplier isStopping,
            BooleanSupplier isRunning,
            int maxRequests) {
        this.files = files;
        this.pages = pages;
        this.upgrade = upgrade;
        this.deadline = deadline;
        this.isStopping = isStopping;
        this.isRunning = isRunning;
        this.left = maxRequests;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        deadline.received();
        isAnswering = true;
        context.channel().config().setAutoRead(false); // one request at a time, even if the client pipelines them
        left--;
        if (request.decoderResult().isFailure()) {
            HttpResponseStatus status = status(request.decoderResult().cause());
            write(context, Answer.of(Answer.text(status, status.reasonPhrase() + "\n")), false);
            return;
        }
        Answer invalid = OpeningHandshake.refuseRequest(request);
        if (invalid != null) {
            write(context, invalid, false);
            return;
        }
        OpeningHandshake.normalize(request);
        if (OpeningHandshake.isRequested(request)) {
            open(context, request);
        } else {
            write(context, answer(request, context.channel().remoteAddress()), isKeptAlive(request));
        }
    }

    private void open(ChannelHandlerContext context, FullHttpRequest request) {
        Answer invalid = OpeningHandshake.refuseHandshake(request);
        if (invalid == null) {
            upgrade.upgrade(context, request, refusal -> opened(context, refusal));
        } else {
            opened(context, invalid);
        }
    }

    private void opened(ChannelHandlerContext context, @Nullable Answer refusal) {
        if (refusal != null) {
            write(context, refusal, false); // a client that waits would hold a file descriptor, perhaps the last one
        } else if (hasInputEnded) { // while the application decided
            context.channel().pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        } else {
            context.channel().config().setAutoRead(true);
        }
    }

    private Answer answer(FullHttpRequest request, @Nullable SocketAddress peer) {
        boolean isRead =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (!isRead || !withoutQuery(request.uri()).equals("/healthz")) {
            Answer page = isRead ? pages.answer(request, peer) : null;
            return page != null ? page : files.answer(request);
        }
        if (isStopping.getAsBoolean()) {
            return Answer.of(Answer.text(HttpResponseStatus.SERVICE_UNAVAILABLE, "stopping\n"));
        }
        return Answer.of(
                isRunning.getAsBoolean()
                        ? Answer.text(HttpResponseStatus.OK, "ok\n")
                        : Answer.text(HttpResponseStatus.SERVICE_UNAVAILABLE, "an event loop does not run\n"));
    }

    private static String withoutQuery(String target) {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    private boolean isKeptAlive(FullHttpRequest request) {
        return left > 0 && HttpUtil.isKeepAlive(request) && !isStopping.getAsBoolean();
    }

    private void responded(ChannelHandlerContext context) {
        isAnswering = false;
        if (hasInputEnded) {
            context.close();
            return;
        }
        deadline.responded(context);
        context.channel().config().setAutoRead(true);
    }

    private static HttpResponseStatus status(Throwable refused) {
        if (refused instanceof TooLongHttpLineException) {
            return HttpResponseStatus.REQUEST_URI_TOO_LONG;
        }
        return refused instanceof TooLongHttpHeaderException
                ? HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
                : HttpResponseStatus.BAD_REQUEST;
    }

    private void write(ChannelHandlerContext context, Answer answer, boolean isKeptAlive) {
        HttpUtil.setKeepAlive(answer.head(), isKeptAlive);
        Answer.setDate(answer.head());
        ChannelFuture written = context.write(answer.head());
        if (answer.body() != null) {
            written = context.write(answer.body());
        }
        if (isKeptAlive) {
            written.addListener(done -> responded(context));
        } else {
            written.addListener(done -> Lingering.begin(context.channel(), Lingering.HTTP_MILLIS));
        }
        context.flush();
    }

    /** A client may end its side and still read the response. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            hasInputEnded = true;
            if (!isAnswering) {
                context.close();
            }
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.log(
                System.Logger.Level.DEBUG,
                "An HTTP connection failed and is closed.",
                cause); // reset, TLS failure or timeout
        context.close();
    }
}
