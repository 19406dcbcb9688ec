package dev.strait.benchmarks.fanout;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server process, pinned to a core. */
final class RunningServer implements AutoCloseable {

    private static final int START_TIMEOUT_SECONDS = 60;

    private final ServerProgram program;
    private final Path output;
    private final Process process;
    private final int port;

    private RunningServer(ServerProgram program, Path output, Process process, int port) {
        this.program = program;
        this.output = output;
        this.process = process;
        this.port = port;
    }

    /** Starts the server and waits until it accepts connections. */
    static RunningServer start(ServerProgram program, ServerBuilds builds) throws IOException {
        int port = freePort();
        Path output = builds.target().resolve("logs/" + program.name() + ".log");
        ProcessBuilder builder = new ProcessBuilder(command(program, builds, port))
                .directory(builds.folder(program).toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().putAll(program.environment());
        RunningServer server = new RunningServer(program, output, builder.start(), port);
        try {
            server.awaitUpgrade();
        } catch (IOException failed) {
            server.close();
            throw failed;
        }
        return server;
    }

    private static List<String> command(ServerProgram program, ServerBuilds builds, int port) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("taskset", "-c", Cores.allowed().server()));
        for (String argument : program.command()) {
            command.add(argument.replace(
                            "{java}",
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString())
                    .replace("{native}", builds.target().toString())
                    .replace("{port}", Integer.toString(port)));
        }
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits for a successful WebSocket upgrade: some servers accept connections before their endpoints are ready. */
    private void awaitUpgrade() throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_TIMEOUT_SECONDS);
        while (!isUpgrading()) {
            if (!process.isAlive()) {
                throw new IOException("the server exited with code " + process.exitValue() + Commands.reasonIn(output));
            }
            if (System.nanoTime() > until) {
                throw new IOException(
                        "no WebSocket upgrade within " + START_TIMEOUT_SECONDS + " s" + Commands.reasonIn(output));
            }
            sleep(100);
        }
    }

    private boolean isUpgrading() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            socket.setSoTimeout(2000);
            String request = "GET " + program.path().replace("%d", "probe") + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                    + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + "Sec-WebSocket-Version: 13\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(12), StandardCharsets.US_ASCII).equals("HTTP/1.1 101");
        } catch (IOException notYet) {
            return false;
        }
    }

    ServerProgram program() {
        return program;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Returns the resident memory of the process, in KiB. */
    double residentKib() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow(() -> new IOException("no VmRSS in /proc/" + pid() + "/status"));
    }

    /** Returns the size of the live heap of a JVM after a full collection, in KiB. */
    double liveHeapKib(Path histogram) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Commands.run(
                histogram.getParent(),
                histogram,
                60,
                List.of(jcmd.toString(), Long.toString(pid()), "GC.class_histogram"));
        return Files.readAllLines(histogram).stream()
                .filter(line -> line.startsWith("Total"))
                .mapToDouble(line -> Double.parseDouble(line.trim().split("\\s+")[2]) / 1024)
                .findFirst()
                .orElseThrow(() -> new IOException("no total in the class histogram"));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(3, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    static void sleep(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
