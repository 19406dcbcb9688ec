package dev.strait.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.Objects;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.ReadHandler;
import org.jspecify.annotations.Nullable;

/** What a WebSocket's peer sends goes to Tyrus' engine, on the loop. */
final class SocketHandler extends ChannelInboundHandlerAdapter {

    private static final System.Logger LOG = System.getLogger(SocketHandler.class.getName());

    private @Nullable Connection connection;
    private @Nullable ReadHandler reader;

    /** Called once, before anything is read. */
    void open(Connection connection) {
        this.connection = connection;
        this.reader = connection.getReadHandler();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            Objects.requireNonNull(reader).handle(bytes.nioBuffer()); // which takes a copy of what it keeps
        } finally {
            bytes.release();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        Objects.requireNonNull(connection).close(new CloseReason(CloseCodes.CLOSED_ABNORMALLY, null));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, "a socket ends", cause);
        context.close();
    }
}
