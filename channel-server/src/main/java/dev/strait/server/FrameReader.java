package dev.strait.server;

import dev.strait.runtime.spi.TextReceiver;
import io.netty.buffer.ByteBuf;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.glassfish.tyrus.spi.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Splits the bytes from a peer into frames (RFC 6455, section 5). An unfragmented text message that is completely
 * available goes directly to its receiver, which is the case for nearly all messages. Everything else goes to Tyrus's
 * engine unchanged: fragments, binary and control frames, and invalid frames. One for each connection, used by its
 * event loop only.
 */
final class FrameReader {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL = 0x80;
    private static final int OPCODE = 0x0f;
    private static final int CONTINUATION = 0;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7f;
    private static final int MASK_BYTES = 4;
    private static final int MAX_HEADER_BYTES = 14;
    private static final int MAX_CONTROL_BYTES = 125;
    /** See the registry of close codes (RFC 6455, section 11.7). */
    private static final int FIRST_UNKNOWN_CODE = 1012;

    private static final int LAST_UNKNOWN_CODE = 1014;
    /** Tyrus reads a frame into one array. */
    private static final long MAX_PAYLOAD_BYTES = 1L << 30;

    private final Connection engine;
    private final SocketSink sink;

    /** The bytes of the current frame that still go to the engine. */
    private long leftToPass;
    /** Whether a fragmented message is incomplete. */
    private boolean isFragmented;
    /** Whether a close frame was received, so that everything else goes to the engine. */
    private boolean isEnding;
    /** Whether a frame was refused, so that everything else is discarded. */
    private boolean isRefused;
    /** The beginning of an incomplete header; null if there is none. */
    private @Nullable ByteBuf header;
    /** Counts the frames that the engine gets. */
    private int frames;

    FrameReader(Connection engine, SocketSink sink) {
        this.engine = engine;
        this.sink = sink;
    }

    /** Reads all bytes, or until the sink is paused, which is the case only between frames. The caller releases the buffer. */
    void read(ByteBuf in) {
        while (in.isReadable() && !sink.isPaused()) {
            if (isRefused) {
                in.skipBytes(in.readableBytes());
            } else if (isEnding) {
                pass(in, in.readableBytes());
            } else if (leftToPass > 0) {
                int now = (int) Math.min(leftToPass, in.readableBytes());
                leftToPass -= now;
                pass(in, now);
            } else if (header != null) {
                readRestOfHeader(header, in);
            } else if (in.readableBytes() < headerBytes(in)) {
                header = in.alloc().buffer(MAX_HEADER_BYTES);
                header.writeBytes(in);
            } else {
                readFrame(in);
            }
        }
    }

    /** Returns a number for the frame that has arrived in part; 0 if there is none. */
    int incompleteFrame() {
        return leftToPass > 0 || header != null ? Math.max(1, frames) : 0;
    }

    /** Releases memory when the connection is closed. */
    void release() {
        if (header != null) {
            header.release();
            header = null;
        }
    }

    /** Continues a header that arrived in pieces. Its frame goes to the engine. */
    private void readRestOfHeader(ByteBuf begun, ByteBuf in) {
        begun.writeByte(in.readByte());
        if (begun.readableBytes() >= headerBytes(begun)) {
            header = null;
            if (!isRefused(begun)) {
                begin(begun);
                leftToPass -= begun.readableBytes();
                pass(begun, begun.readableBytes());
            }
            begun.release();
        }
    }

    /** Closes the connection if a frame is invalid, or too large for the engine. Returns whether it did. */
    private boolean isRefused(ByteBuf in) {
        long payload = payloadBytes(in);
        if (!isMasked(in)) {
            refuse(CloseCodes.PROTOCOL_ERROR, "client frames must be masked"); // section 5.1; Tyrus 2.2 accepts it
        } else if (payload < 0) {
            refuse(CloseCodes.PROTOCOL_ERROR, "invalid payload length"); // section 5.2
        } else if (payload > maxEngineBytes()) {
            refuse(CloseCodes.TOO_BIG, "message too big");
        }
        return isRefused;
    }

    /**
     * Frames that are only slightly too large go to the engine, so that they are refused like all messages over the
     * limit.
     */
    private long maxEngineBytes() {
        return sink.receiver() == null
                ? MAX_PAYLOAD_BYTES
                : Math.min(MAX_PAYLOAD_BYTES, 2L * sink.maxBytes() + MAX_CONTROL_BYTES);
    }

    private void refuse(CloseCodes code, String reason) {
        isRefused = true;
        leftToPass = 0;
        engine.close(new CloseReason(code, reason));
    }

    private void readFrame(ByteBuf in) {
        if (isRefused(in)) {
            return;
        }
        int start = in.readerIndex();
        int headerBytes = headerBytes(in);
        long payload = payloadBytes(in);
        TextReceiver receiver = sink.receiver();
        boolean isWholeText = in.getUnsignedByte(start) == FINAL_TEXT
                && !isFragmented
                && payload <= sink.maxBytes()
                && in.readableBytes() >= headerBytes + payload;
        if (receiver != null && isWholeText) {
            byte[] text = new byte[(int) payload];
            in.getBytes(start + headerBytes, text);
            boolean isAscii = unmask(text, in.getIntLE(start + headerBytes - MASK_BYTES));
            if (isAscii || new String(text, StandardCharsets.UTF_8).indexOf('\ufffd') < 0) {
                in.skipBytes(headerBytes + text.length);
                receiver.text(text);
                return;
            }
        }
        begin(in); // the engine refuses invalid UTF-8, and accepts U+FFFD itself
    }

    /** Passes the frame that starts here to the engine. */
    private void begin(ByteBuf in) {
        frames++;
        int first = in.getUnsignedByte(in.readerIndex());
        int opcode = first & OPCODE;
        boolean isFinal = (first & FINAL) != 0;
        leftToPass = headerBytes(in) + payloadBytes(in);
        if (opcode == CLOSE) {
            isEnding = true;
            acceptCloseCode(in);
        } else if (opcode == CONTINUATION) {
            isFragmented &= !isFinal;
        } else if (opcode <= BINARY) {
            isFragmented |= !isFinal;
        }
    }

    /**
     * Makes the engine accept the codes 1012 to 1014, which are registered but unknown to Tyrus. It gets 1001 instead, and
     * the receiver the real code. A close frame that arrives in pieces keeps its code, which Tyrus then refuses.
     */
    private void acceptCloseCode(ByteBuf in) {
        int code = in.readerIndex() + headerBytes(in);
        long payload = payloadBytes(in);
        TextReceiver receiver = sink.receiver();
        if (receiver == null || payload < 2 || in.writerIndex() < code + payload) {
            return;
        }
        int mask = in.getUnsignedShort(code - MASK_BYTES);
        int sent = in.getUnsignedShort(code) ^ mask;
        if (sent >= FIRST_UNKNOWN_CODE && sent <= LAST_UNKNOWN_CODE) {
            receiver.closeCode(sent);
            in.setShort(code, CloseCodes.GOING_AWAY.getCode() ^ mask);
        }
    }

    private void pass(ByteBuf in, int bytes) {
        if (bytes > 0) {
            ByteBuffer part = in.nioBuffer(in.readerIndex(), bytes);
            in.skipBytes(bytes);
            engine.getReadHandler().handle(part); // copies what it keeps
        }
    }

    /** Returns the length of the header, as far as it is known; at least 2. */
    private static int headerBytes(ByteBuf in) {
        if (in.readableBytes() < 2) {
            return 2;
        }
        int length = in.getUnsignedByte(in.readerIndex() + 1) & LENGTH;
        int extended = length < 126 ? 0 : length == 126 ? 2 : 8;
        return 2 + extended + (isMasked(in) ? MASK_BYTES : 0);
    }

    private static boolean isMasked(ByteBuf in) {
        return (in.getUnsignedByte(in.readerIndex() + 1) & MASKED) != 0;
    }

    private static long payloadBytes(ByteBuf in) {
        int at = in.readerIndex() + 1;
        int length = in.getUnsignedByte(at) & LENGTH;
        if (length < 126) {
            return length;
        }
        return length == 126 ? in.getUnsignedShort(at + 1) : in.getLong(at + 1);
    }

    /** Removes the mask (RFC 6455, section 5.3). Returns whether the text is ASCII. */
    private static boolean unmask(byte[] text, int mask) {
        long twice = (mask & 0xffff_ffffL) | ((long) mask << 32);
        long seen = 0;
        int i = 0;
        for (; i + Long.BYTES <= text.length; i += Long.BYTES) {
            long plain = (long) LONGS.get(text, i) ^ twice;
            LONGS.set(text, i, plain);
            seen |= plain;
        }
        for (; i < text.length; i++) {
            byte plain = (byte) (text[i] ^ (mask >>> (i % MASK_BYTES * Byte.SIZE)));
            text[i] = plain;
            seen |= plain;
        }
        return (seen & NOT_ASCII) == 0;
    }
}
