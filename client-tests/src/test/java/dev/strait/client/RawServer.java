package dev.strait.client;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** A server that does what a test says, byte by byte (RFC 6455). */
final class RawServer implements AutoCloseable {

    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int MAX_WAIT_MILLIS = 60_000;
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket server;

    RawServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setSoTimeout(MAX_WAIT_MILLIS);
    }

    URI uri() {
        return URI.create("ws://localhost:" + server.getLocalPort() + "/");
    }

    /** Waits for a connection and reads its request. */
    Peer accept() throws IOException {
        return new Peer(server.accept());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** A frame of a client, without its mask. */
    record Frame(int opcode, boolean isLast, String text) {}

    /** One connection. */
    static final class Peer implements AutoCloseable {

        private final Socket socket;
        private final DataInputStream in;
        private final OutputStream out;
        final String request;

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
            this.request = readRequest();
        }

        private String readRequest() throws IOException {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            while (!read.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                read.write(in.readByte());
            }
            return read.toString(StandardCharsets.US_ASCII);
        }

        /** Answers the handshake with a status. */
        void refuse(String status, String... headers) throws IOException {
            out.write(("HTTP/1.1 " + status + "\r\n" + String.join("", headers) + "Content-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        void upgrade() throws IOException {
            String key = request.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseThrow();
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        private static String accept(String key) {
            try {
                byte[] hash =
                        MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
                return Base64.getEncoder().encodeToString(hash);
            } catch (NoSuchAlgorithmException impossible) {
                throw new AssertionError(impossible);
            }
        }

        void send(int opcode, String payload) throws IOException {
            send(opcode, true, payload.getBytes(StandardCharsets.UTF_8));
        }

        void send(int opcode, boolean isLast, byte[] payload) throws IOException {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write((isLast ? 0x80 : 0) | opcode);
            if (payload.length < 126) {
                frame.write(payload.length);
            } else {
                frame.write(127);
                for (int shift = 56; shift >= 0; shift -= 8) {
                    frame.write((int) ((long) payload.length >> shift));
                }
            }
            frame.write(payload);
            out.write(frame.toByteArray());
            out.flush();
        }

        Frame read() throws IOException {
            int first = in.readUnsignedByte();
            int length = in.readUnsignedByte() & 0x7f;
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = Math.toIntExact(in.readLong());
            }
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < length; i++) {
                payload[i] ^= mask[i % 4];
            }
            return new Frame(first & 0x0f, (first & 0x80) != 0, new String(payload, StandardCharsets.UTF_8));
        }

        /** Reads the next text, which may come in several frames. */
        String readText() throws IOException {
            StringBuilder text = new StringBuilder();
            for (Frame frame = read(); ; frame = read()) {
                text.append(frame.text());
                if (frame.isLast() && frame.opcode() <= TEXT) {
                    return text.toString();
                }
            }
        }

        /** Returns whether the client has closed the connection. */
        boolean isEnded() throws IOException {
            try {
                while (in.read() >= 0) {
                    // what was on its way
                }
                return true;
            } catch (SocketException reset) {
                return true;
            }
        }

        /** Ends the stream of this side. */
        void end() throws IOException {
            socket.shutdownOutput();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
