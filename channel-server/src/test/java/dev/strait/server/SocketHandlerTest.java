package dev.strait.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import jakarta.websocket.CloseReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.ReadHandler;
import org.glassfish.tyrus.spi.Writer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What arrives while reading is paused waits, and is read afterwards. */
class SocketHandlerTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final SocketSink sink = new SocketSink(channel, new JoinedFrames(), false, 1_000);
    private final List<String> received = new ArrayList<>();

    @BeforeEach
    void open() {
        sink.receive(
                utf8 -> {
                    String text = new String(utf8, StandardCharsets.UTF_8);
                    if (text.equals("fail")) {
                        throw new IllegalStateException("the receiver failed");
                    }
                    received.add(text);
                },
                100);
        SocketHandler handler = new SocketHandler(new NoEngine(), sink);
        channel.pipeline().addLast("socket", handler);
        sink.open(channel.pipeline().context("socket"), handler::readHeld);
    }

    /** An engine that gets nothing but the close. */
    private static final class NoEngine implements Connection {

        @Override
        public ReadHandler getReadHandler() {
            throw new AssertionError("unexpected read");
        }

        @Override
        public Writer getWriter() {
            throw new AssertionError("unexpected write");
        }

        @Override
        public CloseListener getCloseListener() {
            throw new AssertionError("unexpected close");
        }

        @Override
        public void close(CloseReason reason) {}
    }

    private static ByteBuf frames(String... texts) {
        ByteBuf frames = Unpooled.buffer();
        for (String text : texts) {
            frames.writeByte(0x81).writeByte(0x80 | text.length()).writeInt(0); // a mask of zeros
            frames.writeCharSequence(text, StandardCharsets.US_ASCII);
        }
        return frames;
    }

    @Test
    void framesAreReadInOrderOnceReadingGoesOn() {
        channel.writeInbound(frames("a"));
        sink.pauseReading();
        assertThat(channel.config().isAutoRead()).isFalse();
        channel.writeInbound(frames("b", "c"));
        channel.writeInbound(frames("d"));
        assertThat(received).containsExactly("a");
        sink.resumeReading();
        channel.runPendingTasks();
        assertThat(received).containsExactly("a", "b", "c", "d");
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void aReceiverThatFailsClosesTheSocket() {
        channel.writeInbound(frames("fail"));
        channel.runPendingTasks();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aReceiverThatFailsWhenReadingGoesOnClosesTheSocket() {
        sink.pauseReading();
        channel.writeInbound(frames("fail"));
        sink.resumeReading();
        channel.runPendingTasks();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whatIsHeldIsReadAndReleasedWhenTheSocketCloses() {
        sink.pauseReading();
        ByteBuf held = frames("a", "b");
        channel.writeInbound(held);
        assertThat(held.refCnt()).isEqualTo(1);
        channel.close().syncUninterruptibly();
        channel.runPendingTasks();
        assertThat(received).containsExactly("a", "b");
        assertThat(held.refCnt()).isZero();
    }
}
