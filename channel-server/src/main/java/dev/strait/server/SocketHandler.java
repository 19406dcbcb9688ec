package dev.strait.server;

import dev.strait.runtime.spi.TextReceiver;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.ArrayDeque;
import java.util.Deque;
import org.glassfish.tyrus.spi.Connection;
import org.jspecify.annotations.Nullable;

/** Handles the inbound bytes of an upgraded connection. */
@SuppressWarnings("FutureReturnValueIgnored") // a failure closes the channel, which is handled
final class SocketHandler extends ChannelInboundHandlerAdapter {

    private static final System.Logger LOG = System.getLogger(SocketHandler.class.getName());

    private final Connection connection;
    private final FrameReader reader;
    private final SocketSink sink;
    /** What has arrived while reading is paused; null before the first pause. */
    private @Nullable Deque<ByteBuf> held;
    /** The frame that the receiver knows to be incomplete; 0 if there is none. */
    private int incompleteFrame;
    /** Whether the peer sends nothing more after what is held. */
    private boolean isEndHeld;

    SocketHandler(Connection connection, SocketSink sink) {
        this.connection = connection;
        this.reader = new FrameReader(connection, sink);
        this.sink = sink;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        if (isHolding() || sink.isPaused()) {
            held().addLast(bytes);
            readHeld();
        } else {
            read(bytes);
        }
    }

    /** Reads as far as the hub wants to. The rest waits for the next call. */
    void readHeld() {
        while (isHolding() && !sink.isPaused()) {
            read(held().removeFirst());
        }
        endIfHeld();
    }

    /** What a pause leaves unread goes before all that has arrived later. */
    private void read(ByteBuf bytes) {
        boolean isLeft = false;
        try {
            if (!sink.isEnding()) {
                reader.read(bytes);
                noteIncompleteFrame();
                isLeft = bytes.isReadable();
            }
        } finally {
            if (isLeft) {
                held().addFirst(bytes);
            } else {
                bytes.release();
            }
        }
    }

    private boolean isHolding() {
        return held != null && !held.isEmpty();
    }

    private Deque<ByteBuf> held() {
        if (held == null) {
            held = new ArrayDeque<>();
        }
        return held;
    }

    private void endIfHeld() {
        if (isEndHeld && !isHolding()) {
            isEndHeld = false;
            inputEnded();
        }
    }

    /** Tells the receiver about a frame that takes several reads, so that it cannot take for ever. */
    private void noteIncompleteFrame() {
        int incomplete = reader.incompleteFrame();
        TextReceiver receiver = sink.receiver();
        if (incomplete != incompleteFrame && receiver != null) {
            incompleteFrame = incomplete;
            if (incomplete == 0) {
                receiver.frameEnded();
            } else {
                receiver.frameBegan();
            }
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        sink.applyReading();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        sink.endPauses();
        readHeld();
        reader.release();
        connection.close(new CloseReason(CloseCodes.CLOSED_ABNORMALLY, null));
    }

    /**
     * The peer has ended its side without a close frame, by a FIN or by TLS. What it had sent is handled and answered first.
     */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            sink.endReading();
        }
        boolean isEnd = event instanceof ChannelInputShutdownEvent
                || (event instanceof SslCloseCompletionEvent closed && closed.isSuccess());
        if (isEnd && !isHolding()) {
            inputEnded();
        } else if (isEnd) {
            isEndHeld = true;
        }
        context.fireUserEventTriggered(event);
    }

    private void inputEnded() {
        if (!sink.isEnding()) {
            sink.inputEnded();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, "A WebSocket connection failed and is closed.", cause);
        context.close();
    }
}
