package dev.strait.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@link ClusterNode} in a process of its own, with a proxy between it and the server. Safe for all threads. */
final class NodeProcess implements AutoCloseable {

    private static final Pattern PEER = Pattern.compile("Peer(Found|Gone)\\[id=([^,]+),.*");

    final String name;
    final int port;
    final TcpProxy proxy;

    // Guarded by this.

    private Process process;
    private boolean isConnected;
    private final Set<String> peers = new HashSet<>();

    NodeProcess(String name, int port, TcpProxy proxy) {
        this.name = name;
        this.port = port;
        this.proxy = proxy;
        this.process = launch();
    }

    private Process launch() {
        try {
            Process started = new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java",
                            "-Xmx192m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ClusterNode.class.getName(),
                            String.valueOf(port),
                            proxy.uri(),
                            name)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Thread reader = new Thread(() -> read(started), "output of " + name);
            reader.setDaemon(true);
            reader.start();
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void read(Process of) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(of.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                record(of, line);
            }
        } catch (IOException ended) {
            // the process has ended
        }
    }

    private synchronized void record(Process of, String line) {
        if (!of.equals(process)) {
            return;
        }
        if (line.startsWith("Connected")) {
            isConnected = true;
        } else if (line.startsWith("Disconnected") || line.startsWith("Unheard")) {
            isConnected = false;
        }
        Matcher peer = PEER.matcher(line);
        if (peer.matches() && peer.group(1).equals("Found")) {
            peers.add(peer.group(2));
        } else if (peer.matches()) {
            peers.remove(peer.group(2));
        }
    }

    /** Whether it is connected and knows the given number of other nodes, as it has printed. */
    synchronized boolean isHealthy(int others) {
        return process.isAlive() && isConnected && peers.size() == others;
    }

    @Override
    public synchronized String toString() {
        return name + " alive=" + process.isAlive() + " connected=" + isConnected + " peers=" + peers;
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    void terminate() {
        process.destroy();
        process.onExit().join();
    }

    void freeze() {
        Signals.send("STOP", process);
    }

    void thaw() {
        Signals.send("CONT", process);
    }

    synchronized void restart() {
        isConnected = false;
        peers.clear();
        process = launch();
    }

    @Override
    public void close() {
        kill();
        proxy.close();
    }
}
