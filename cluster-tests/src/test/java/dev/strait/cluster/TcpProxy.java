package dev.strait.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Passes connections on to a port, unless a test cuts them, holds them, or delays what they carry. */
final class TcpProxy implements AutoCloseable {

    /** Which way bytes go. */
    enum Way {
        TO_SERVER,
        TO_CLIENT
    }

    private record Pair(Socket client, Socket server) {

        void close() {
            closeQuietly(client);
            closeQuietly(server);
        }

        private static void closeQuietly(Socket socket) {
            try {
                socket.close();
            } catch (IOException gone) {
                // it is closed
            }
        }
    }

    private final int target;
    private final ServerSocket acceptor;
    private volatile long delayMillis;

    // Guarded by this.

    private final List<Pair> pairs = new ArrayList<>();
    private final Set<Way> held = EnumSet.noneOf(Way.class);
    private boolean isCut;
    private boolean isClosed;

    private TcpProxy(int target) throws IOException {
        this.target = target;
        this.acceptor = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon("proxy-accept", this::accept);
    }

    /** Starts a proxy for a port of this machine. */
    static TcpProxy to(int port) {
        try {
            return new TcpProxy(port);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return acceptor.getLocalPort();
    }

    String uri() {
        return "redis://127.0.0.1:" + port();
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!acceptor.isClosed()) {
            try {
                open(acceptor.accept());
            } catch (IOException closedOrRefused) {
                // the next one, or the end
            }
        }
    }

    private void open(Socket client) throws IOException {
        Socket server = null;
        try {
            client.setTcpNoDelay(true);
            server = new Socket(InetAddress.getLoopbackAddress(), target);
            server.setTcpNoDelay(true);
        } finally {
            if (server == null) {
                client.close();
            }
        }
        Pair pair = new Pair(client, server);
        if (!add(pair)) {
            pair.close();
            return;
        }
        daemon("proxy-to-server", () -> pump(pair, Way.TO_SERVER));
        daemon("proxy-to-client", () -> pump(pair, Way.TO_CLIENT));
    }

    private synchronized boolean add(Pair pair) {
        return !isCut && !isClosed && pairs.add(pair);
    }

    private void pump(Pair pair, Way way) {
        byte[] buffer = new byte[65_536];
        try {
            InputStream in = (way == Way.TO_SERVER ? pair.client() : pair.server()).getInputStream();
            OutputStream out = (way == Way.TO_SERVER ? pair.server() : pair.client()).getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delayMillis));
                awaitFlow(way);
                out.write(buffer, 0, length);
            }
        } catch (IOException broken) {
            // both ends are closed below
        }
        pair.close();
        remove(pair);
    }

    private synchronized void awaitFlow(Way way) throws IOException {
        while (held.contains(way)) {
            try {
                wait();
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
        }
    }

    private synchronized void remove(Pair pair) {
        pairs.remove(pair);
    }

    /** Returns the ports by which the server knows the connections. */
    synchronized List<Integer> portsAtServer() {
        return pairs.stream().map(pair -> pair.server().getLocalPort()).toList();
    }

    /** Ends all connections, and refuses new ones. */
    synchronized void cut() {
        isCut = true;
        List.copyOf(pairs).forEach(Pair::close);
    }

    /** Holds what goes one way. Connections stay, and can be opened. */
    synchronized void hold(Way way) {
        held.add(way);
    }

    /** Holds everything. */
    synchronized void hold() {
        held.addAll(EnumSet.allOf(Way.class));
    }

    /** Delays each piece of what goes either way. */
    void delay(long millis) {
        delayMillis = millis;
    }

    /** Ends all faults. What was held goes on. */
    synchronized void restore() {
        delayMillis = 0;
        isCut = false;
        held.clear();
        notifyAll();
    }

    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
            held.clear();
            notifyAll();
            List.copyOf(pairs).forEach(Pair::close);
        }
        try {
            acceptor.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
