package dev.strait.tests.soak;

import dev.strait.tests.TestFrames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A client of one connection that needs little memory. Its methods may be called on any thread and take effect on that of
 * the loop; once it has ended, they have none.
 */
final class SoakClient {

    /** Gets the events of clients, on the thread of the loop. */
    interface Events {

        /** The server has accepted the handshake. */
        default void opened(SoakClient client) {}

        /** A message has arrived, of which only the start is kept. */
        default void received(SoakClient client, String start) {}

        /** The socket has ended, or the handshake was refused. */
        default void ended(SoakClient client) {}
    }

    private static final String END_OF_HEAD = "\r\n\r\n";
    static final int SWITCHING_PROTOCOLS = 101;
    private static final int MAX_SHORT = 125;

    private final ClientLoop loop;
    private final String target;
    private final Events events;
    private final ServerFrames frames = new ServerFrames(this::received);
    private final StringBuilder head = new StringBuilder();

    // Set by the loop only.
    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;
    private @Nullable ByteBuffer unsent;
    private boolean isPaused;
    private boolean isCloseSent;
    private volatile int status;
    private volatile int closeCode;
    private final AtomicInteger pings = new AtomicInteger();
    private volatile boolean isEnded;
    private volatile @Nullable IOException failure;

    SoakClient(ClientLoop loop, String target, Events events) {
        this.loop = loop;
        this.target = target;
        this.events = events;
    }

    /** Returns the status of the response; 0 before it has arrived. */
    int status() {
        return status;
    }

    boolean isOpen() {
        return status == SWITCHING_PROTOCOLS && !isEnded;
    }

    boolean isEnded() {
        return isEnded;
    }

    /** Returns the code of the server's close frame; 0 before it has arrived. */
    int closeCode() {
        return closeCode;
    }

    /** Returns the number of pings from the server, each of which was answered. */
    int pings() {
        return pings.get();
    }

    /** Returns the address and the port of this client. */
    String address() throws IOException {
        InetSocketAddress local = (InetSocketAddress) channel().getLocalAddress();
        return local.getAddress().getHostAddress() + ":" + local.getPort();
    }

    void post(String room, String text) {
        send("{\"type\":\"post\",\"$room\":\"" + room + "\",\"text\":\"" + text + "\"}");
    }

    void echo(String room, String text) {
        send("{\"type\":\"echo\",\"$room\":\"" + room + "\",\"text\":\"" + text + "\"}");
    }

    /** Sends a text message. */
    void send(String message) {
        write(frame(ServerFrames.TEXT, message.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends a close frame. The server then closes the socket. */
    void close(int code) {
        loop.execute(() -> {
            if (!isCloseSent) {
                isCloseSent = true;
                write(frame(ServerFrames.CLOSE, new byte[] {(byte) (code >> 8), (byte) code}));
            }
        });
    }

    /** Ends the input of the server without a close frame. */
    void endInput() {
        loop.execute(() -> {
            if (!isEnded) {
                try {
                    channel().shutdownOutput();
                } catch (IOException reset) {
                    fail(reset);
                }
            }
        });
    }

    /** Resets the connection. */
    void reset() {
        loop.execute(() -> {
            if (!isEnded) {
                try {
                    channel().setOption(StandardSocketOptions.SO_LINGER, 0);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
                end();
            }
        });
    }

    /** Stops to read, so that this client becomes deaf, or reads again. */
    void pause(boolean pause) {
        loop.execute(() -> {
            isPaused = pause;
            updateInterest();
        });
    }

    void connecting(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    void connected() {
        write(ByteBuffer.wrap(TestFrames.handshake(target)));
        updateInterest();
    }

    /** Does what the socket is ready for. */
    void ready(ByteBuffer buffer) throws IOException {
        if (key().isConnectable()) {
            channel().finishConnect();
            connected();
        }
        if (!isEnded && key().isWritable()) {
            flush();
        }
        if (!isEnded && key().isReadable()) {
            int length = channel().read(buffer.clear());
            if (length < 0) {
                end();
            } else {
                read(buffer.flip());
            }
        }
    }

    private void read(ByteBuffer in) {
        if (status == SWITCHING_PROTOCOLS) {
            frames.read(in);
            return;
        }
        while (in.hasRemaining() && head.indexOf(END_OF_HEAD, head.length() - END_OF_HEAD.length()) < 0) {
            head.append((char) in.get());
        }
        if (head.indexOf(END_OF_HEAD) >= 0) {
            status = Integer.parseInt(head, "HTTP/1.1 ".length(), "HTTP/1.1 200".length(), 10);
            head.setLength(0);
            if (status == SWITCHING_PROTOCOLS) {
                events.opened(this);
                frames.read(in);
            } else {
                end();
            }
        }
    }

    private void received(int opcode, ByteBuffer start) {
        switch (opcode) {
            case ServerFrames.TEXT ->
                events.received(this, StandardCharsets.UTF_8.decode(start).toString());
            case ServerFrames.PING -> {
                pings.incrementAndGet();
                byte[] payload = new byte[start.remaining()];
                start.get(payload);
                write(frame(opcode + 1, payload));
            }
            case ServerFrames.CLOSE -> {
                closeCode = start.remaining() < 2 ? 1005 : start.getShort() & 0xFFFF;
                close(closeCode == 1005 ? 1000 : closeCode);
            }
            default -> {}
        }
    }

    /** Returns a frame that is masked with zeros. */
    private static ByteBuffer frame(int opcode, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(8 + payload.length);
        frame.put((byte) (0x80 | opcode));
        if (payload.length <= MAX_SHORT) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        return frame.putInt(0).put(payload).flip();
    }

    private void write(ByteBuffer bytes) {
        loop.execute(() -> {
            if (isEnded) {
                return;
            }
            ByteBuffer before = unsent;
            if (before != null) {
                bytes.rewind();
                unsent = ByteBuffer.allocate(before.remaining() + bytes.remaining())
                        .put(before)
                        .put(bytes)
                        .flip();
                return;
            }
            unsent = bytes;
            try {
                flush();
            } catch (IOException reset) {
                fail(reset);
            }
        });
    }

    private void flush() throws IOException {
        ByteBuffer bytes = unsent;
        if (bytes != null) {
            channel().write(bytes);
            if (!bytes.hasRemaining()) {
                unsent = null;
            }
        }
        updateInterest();
    }

    private void updateInterest() {
        if (key != null && key.isValid()) {
            key.interestOps((isPaused ? 0 : SelectionKey.OP_READ) | (unsent == null ? 0 : SelectionKey.OP_WRITE));
        }
    }

    /** Closes the socket, which has failed. */
    void fail(IOException failed) {
        failure = failed;
        end();
    }

    /** Returns why the socket has ended; null if no call has failed. */
    @Nullable
    IOException failure() {
        return failure;
    }

    /** Closes the socket. */
    void end() {
        if (isEnded) {
            return;
        }
        isEnded = true;
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        events.ended(this);
    }

    private SocketChannel channel() {
        return Objects.requireNonNull(channel);
    }

    private SelectionKey key() {
        return Objects.requireNonNull(key);
    }
}
