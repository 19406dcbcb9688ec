package dev.strait.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/** Assembles requests. One whose body is too large is answered with 413, and the client gets to read that. */
@SuppressWarnings("FutureReturnValueIgnored") // a failure closes the channel
final class WholeRequests extends HttpObjectAggregator {

    WholeRequests(int maxBodyBytes) {
        super(maxBodyBytes, true);
    }

    private static void setLast(FullHttpResponse response) {
        response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        Answer.setDate(response);
    }

    /** Refuses expectations other than 100-continue, and bodies that are announced as too large. */
    @Override
    protected @Nullable Object newContinueResponse(HttpMessage start, int maxContentLength, ChannelPipeline pipeline) {
        Object response = super.newContinueResponse(start, maxContentLength, pipeline);
        if (response instanceof FullHttpResponse answer && !answer.status().equals(HttpResponseStatus.CONTINUE)) {
            setLast(answer);
        }
        return response;
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
        setLast(response);
        context.writeAndFlush(response)
                .addListener(written -> Lingering.begin(context.channel(), Lingering.HTTP_MILLIS));
    }
}
