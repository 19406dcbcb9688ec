package dev.strait.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import jakarta.websocket.CloseReason;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.ReadHandler;
import org.glassfish.tyrus.spi.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unfragmented texts bypass Tyrus's engine, which receives all other frames unchanged. */
class FrameReaderTest {

    private static final int MAX_BYTES = 70_000;

    /** What the receiver and the engine received, in order: texts, and bytes in hexadecimal. */
    private final List<String> received = new ArrayList<>();

    private final List<Integer> closes = new ArrayList<>();
    private final StringBuilder engineBytes = new StringBuilder();
    private final FrameReader reader = new FrameReader(engine(), sink());

    private SocketSink sink() {
        SocketSink sink = new SocketSink(new EmbeddedChannel(), new JoinedFrames(), false, 1_000);
        sink.receive(
                utf8 -> {
                    flushEngineBytes();
                    received.add("text " + new String(utf8, StandardCharsets.UTF_8));
                },
                MAX_BYTES);
        return sink;
    }

    private void flushEngineBytes() {
        if (engineBytes.length() > 0) {
            received.add(engineBytes.toString());
            engineBytes.setLength(0);
        }
    }

    private Connection engine() {
        ReadHandler handler = bytes -> {
            while (bytes.hasRemaining()) {
                engineBytes.append(String.format("%02x", bytes.get()));
            }
        };
        return new Connection() {
            @Override
            public ReadHandler getReadHandler() {
                return handler;
            }

            @Override
            public Writer getWriter() {
                throw new AssertionError("unexpected write");
            }

            @Override
            public CloseListener getCloseListener() {
                return reason -> {};
            }

            @Override
            public void close(CloseReason reason) {
                closes.add(reason.getCloseCode().getCode());
            }
        };
    }

    private static byte[] frame(int first, byte[] payload, boolean isMasked) {
        ByteBuffer out = ByteBuffer.allocate(14 + payload.length);
        out.put((byte) first);
        int bit = isMasked ? 0x80 : 0;
        if (payload.length < 126) {
            out.put((byte) (bit | payload.length));
        } else if (payload.length < 0x10000) {
            out.put((byte) (bit | 126)).putShort((short) payload.length);
        } else {
            out.put((byte) (bit | 127)).putLong(payload.length);
        }
        byte[] mask = {0x11, (byte) 0xa2, 0x33, (byte) 0xc4};
        if (isMasked) {
            out.put(mask);
        }
        for (int i = 0; i < payload.length; i++) {
            out.put((byte) (isMasked ? payload[i] ^ mask[i % 4] : payload[i]));
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private static byte[] frame(int first, String payload) {
        return frame(first, payload.getBytes(StandardCharsets.UTF_8), true);
    }

    private static String hex(byte[] bytes) {
        StringBuilder hex = new StringBuilder();
        for (byte each : bytes) {
            hex.append(String.format("%02x", each));
        }
        return hex.toString();
    }

    private void read(byte[] bytes) {
        ByteBuf in = Unpooled.wrappedBuffer(bytes);
        reader.read(in);
        in.release();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "{\"type\":\"say\"}", "äöü", "中文 and 😀", "1234567", "12345678", "123456789"})
    void anUnfragmentedTextIsPassedToTheReceiver(String text) {
        read(frame(0x81, text));
        flushEngineBytes();
        assertThat(received).containsExactly("text " + text);
    }

    @Test
    void fragmentsArePassedToTheEngineButTheNextTextIsNot() {
        read(frame(0x01, "a"));
        read(frame(0x89, "ping"));
        read(frame(0x80, "b"));
        read(frame(0x81, "c"));
        assertThat(received)
                .containsExactly(hex(frame(0x01, "a")) + hex(frame(0x89, "ping")) + hex(frame(0x80, "b")), "text c");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x82, 0x88, 0x89, 0x8a, 0x01, 0xc1, 0xa1, 0x91, 0x83, 0x8f, 0x80})
    void otherFramesArePassedToTheEngine(int first) {
        read(frame(first, "x"));
        flushEngineBytes();
        assertThat(received).containsExactly(hex(frame(first, "x")));
    }

    @Test
    void aTextWithinAFragmentedMessageIsPassedToTheEngine() {
        read(frame(0x01, "a"));
        read(frame(0x81, "b"));
        flushEngineBytes();
        assertThat(received).containsExactly(hex(frame(0x01, "a")) + hex(frame(0x81, "b")));
    }

    @Test
    void malformedUtf8IsPassedToTheEngine() {
        byte[] surrogate = {(byte) 0xed, (byte) 0xa0, (byte) 0x80};
        read(frame(0x81, surrogate, true));
        flushEngineBytes();
        assertThat(received).containsExactly(hex(frame(0x81, surrogate, true)));
    }

    @Test
    void aTextThatIsTooLargeIsPassedToTheEngine() {
        byte[] large = new byte[MAX_BYTES + 1];
        read(frame(0x81, large, true));
        flushEngineBytes();
        assertThat(received).containsExactly(hex(frame(0x81, large, true)));
        received.clear();
        read(frame(0x81, "x".repeat(MAX_BYTES)));
        assertThat(received).hasSize(1).first().asString().startsWith("text xxx");
    }

    @ParameterizedTest
    @CsvSource({
        // Far above any limit, larger than any array, negative, and negative but positive as an int.
        "127, 000000007fffffff, 1009",
        "127, 7fffffffffffffff, 1009",
        "127, 7ffffffffffffff2, 1009",
        "127, ffffffffffffffff, 1002",
        "127, 8000000000000005, 1002",
        "127, 800000007ffffff0, 1002",
        "127, 0000000000022445, 1009"
    })
    void invalidLengthsCloseTheConnectionAndNothingIsBuffered(int length, String extendedLength, int code) {
        for (int first : new int[] {0x81, 0x82, 0x01, 0x89, 0x88}) {
            FrameReader fresh = new FrameReader(engine(), sink());
            byte[] head =
                    HexFormat.of().parseHex(String.format("%02x%02x%s11223344", first, 0x80 | length, extendedLength));
            for (int split = 1; split <= head.length; split++) {
                FrameReader splitReader = split == head.length ? fresh : new FrameReader(engine(), sink());
                closes.clear();
                for (byte[] part : List.of(Arrays.copyOf(head, split), Arrays.copyOfRange(head, split, head.length))) {
                    ByteBuf in = Unpooled.wrappedBuffer(part);
                    splitReader.read(in);
                    in.release();
                }
                assertThat(closes).containsExactly(code);
                splitReader.release();
            }
        }
        flushEngineBytes();
        assertThat(received).isEmpty();
    }

    @Test
    void everythingAfterACloseIsPassedToTheEngine() {
        read(frame(0x88, ""));
        read(frame(0x81, "late"));
        flushEngineBytes();
        assertThat(received).containsExactly(hex(frame(0x88, "")) + hex(frame(0x81, "late")));
    }

    @Test
    void anUnmaskedFrameClosesAndLaterFramesAreIgnored() {
        read(frame(0x81, "a"));
        read(frame(0x81, "b".getBytes(StandardCharsets.UTF_8), false));
        read(frame(0x81, "c"));
        flushEngineBytes();
        assertThat(received).containsExactly("text a");
        assertThat(closes).containsExactly(1002);
    }

    @Test
    void theResultDoesNotDependOnHowTheBytesAreSplit() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            StringBuilder expected = new StringBuilder();
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            boolean isFragmented = false;
            for (int i = 0; i < 30; i++) {
                int kind = random.nextInt(6);
                String text = "é".repeat(random.nextInt(2)) + "x".repeat(random.nextInt(i == 7 ? 67_000 : 200));
                byte[] frame;
                if (kind < 3 && !isFragmented) {
                    frame = frame(0x81, text);
                } else if (kind == 3) {
                    frame = frame(0x89, text.substring(0, Math.min(20, text.length())));
                } else {
                    boolean isLast = random.nextBoolean();
                    frame = frame((isFragmented ? 0 : 1) | (isLast ? 0x80 : 0), text);
                    isFragmented = !isLast;
                }
                all.writeBytes(frame);
                expected.append(hex(frame));
            }
            byte[] bytes = all.toByteArray();
            int from = 0;
            while (from < bytes.length) {
                int to = Math.min(bytes.length, from + 1 + random.nextInt(random.nextBoolean() ? 5 : 5_000));
                read(Arrays.copyOfRange(bytes, from, to));
                from = to;
            }
            if (isFragmented) {
                byte[] end = frame(0x80, "");
                read(end);
                expected.append(hex(end));
            }
            flushEngineBytes();
            StringBuilder actual = new StringBuilder();
            for (String each : received) {
                actual.append(each.startsWith("text ") ? hex(frame(0x81, each.substring(5))) : each);
            }
            assertThat(actual.toString()).isEqualTo(expected.toString());
            assertThat(received).anyMatch(each -> each.startsWith("text "));
            received.clear();
        }
    }
}
