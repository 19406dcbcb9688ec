package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Protocols;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Malformed and borderline frames (RFC 6455), each on its own connection in a room. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedWireTest {

    private static final String PONG = "{\"type\":\"pong\"}";
    /** The payload of the ping that follows an input without an answer. */
    private static final String FENCE = "fence";

    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG_FRAME = 10;

    private final TestContainer.Started server = start();

    private static TestContainer.Started start() {
        ChannelHub hub = TestContainer.hub().limits(Running.generous().build()).build();
        hub.add(LobbyEndpoint.of(new LobbyService())
                .path("/lucent")
                .protocol(Protocols.lucent().acks()));
        return TestContainer.startAny(hub);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<HostileInput> inputs() {
        return HostileInput.bytesOnTheWire().stream();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void inputsAreAnsweredAsExpected(HostileInput input) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Await.TIMEOUT_MILLIS);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            handshake(socket, in);
            socket.getOutputStream().write(masked(TEXT, "{\"type\":\"join\",\"room\":\"lobby\"}"));
            assertThat(nextEvent(in)).contains("\"connected\"");
            assertThat(nextEvent(in)).isEqualTo("{\"type\":\"joined\",\"room\":\"lobby\"}");
            send(input, socket.getOutputStream());
            if (input.expected().contains("ok")) {
                socket.getOutputStream().write(masked(PING, FENCE));
                assertThat(nextEvent(in)).isEqualTo(FENCE);
                return;
            }
            String event = nextEvent(in);
            assertThat(event).isNotEqualTo("timeout");
            assertThat(input.expected()).contains(event.equals(PONG) ? "pong" : event);
            if (input.name().equals("wire-two-messages-one-segment")) {
                assertThat(nextEvent(in)).isEqualTo(PONG);
            }
        }
    }

    private static void send(HostileInput input, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (input.name().equals("flood-empty-continuation")) {
            bytes.write(new byte[] {1, (byte) 0x81, 0, 0, 0, 0, '{'}); // starts a fragmented text
        }
        for (int i = 0; i < input.repeat(); i++) {
            bytes.write(input.bytes());
        }
        try {
            out.write(bytes.toByteArray());
        } catch (SocketException closed) {
            assertThat(input.repeat()).isGreaterThan(1);
        }
    }

    @SuppressWarnings("StringConcatToTextBlock") // a text block would end its lines with \n
    private static void handshake(Socket socket, DataInputStream in) throws IOException {
        socket.getOutputStream()
                .write(("GET /lucent HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.readUnsignedByte());
        }
        assertThat(head).startsWith("HTTP/1.1 101");
    }

    /** A frame with a mask of zeros. */
    private static byte[] masked(int opcode, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[6 + bytes.length];
        frame[0] = (byte) (0x80 + opcode);
        frame[1] = (byte) (0x80 + bytes.length);
        System.arraycopy(bytes, 0, frame, 6, bytes.length);
        return frame;
    }

    /** A text, {@code close:} and its code, the fence, {@code timeout} or {@code eof}. Ignores other pongs. */
    private static String nextEvent(DataInputStream in) throws IOException {
        try {
            while (true) {
                int opcode = in.readUnsignedByte() & 0xF;
                int length = in.readUnsignedByte();
                byte[] payload = new byte[length == 126 ? in.readUnsignedShort() : length];
                in.readFully(payload);
                String text = new String(payload, StandardCharsets.UTF_8);
                if (opcode == TEXT || (opcode == PONG_FRAME && text.equals(FENCE))) {
                    return text;
                }
                if (opcode == CLOSE) {
                    return "close:" + ((payload[0] & 0xFF) << 8 | (payload[1] & 0xFF));
                }
            }
        } catch (SocketTimeoutException timeout) {
            return "timeout";
        } catch (EOFException | SocketException closed) {
            return "eof";
        }
    }
}
