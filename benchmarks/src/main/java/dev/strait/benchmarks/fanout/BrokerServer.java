package dev.strait.benchmarks.fanout;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A redis-server in a process of its own, with subscribers that speak its protocol by hand. */
final class BrokerServer implements AutoCloseable {

    private final int port;
    private final Process process;

    private BrokerServer(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static BrokerServer start() throws IOException {
        int port;
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = any.getLocalPort();
        }
        Process process = new ProcessBuilder(
                        "redis-server", "--port", String.valueOf(port), "--bind", "127.0.0.1", "--save", "")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BrokerServer server = new BrokerServer(port, process);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try (Socket probe = server.connect()) {
                return server;
            } catch (IOException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }
    }

    int port() {
        return port;
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** Returns the CPU time that the server has used, in microseconds. */
    double cpuMicros() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write("INFO cpu\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            String info = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            double micros = 0;
            for (String line : info.split("\r\n")) {
                if (line.startsWith("used_cpu_sys:") || line.startsWith("used_cpu_user:")) {
                    micros += Double.parseDouble(line.substring(line.indexOf(':') + 1)) * 1_000_000;
                }
            }
            return micros;
        }
    }

    /** Subscribes to channels, with 512 names for each command, and discards what arrives. Returns when all are confirmed. */
    Socket subscribe(List<String> channels) throws IOException {
        Socket socket = connect();
        OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        for (int from = 0; from < channels.size(); from += 512) {
            List<String> some = channels.subList(from, Math.min(from + 512, channels.size()));
            out.write(("SUBSCRIBE " + String.join(" ", some) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
        InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        int confirmed = 0;
        while (confirmed < channels.size()) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the server has closed the connection");
            }
            confirmed += next == ':' ? 1 : 0; // the count that ends each confirmation
        }
        Thread discarding = new Thread(() -> discard(in), "subscriber");
        discarding.setDaemon(true);
        discarding.start();
        return socket;
    }

    private static void discard(InputStream in) {
        byte[] buffer = new byte[1 << 16];
        try {
            while (in.read(buffer) >= 0) {
                // more
            }
        } catch (IOException closed) {
            // the end
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
