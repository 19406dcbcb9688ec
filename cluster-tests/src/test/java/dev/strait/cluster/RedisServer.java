package dev.strait.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.strait.tests.Tls;
import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process of {@code redis-server}, or of what the property {@code strait.redis} names. Without it, tests are skipped, unless
 * the property {@code strait.redis.required} is set.
 */
public final class RedisServer implements AutoCloseable {

    private static final String COMMAND = System.getProperty("strait.redis", "redis-server");
    /** Stands for the port of the server in its options. */
    private static final String PORT = "PORT";

    /** Begins an option that is the first argument: the file of the configuration. */
    private static final String CONFIGURATION = "file:";

    private static final long MAX_START_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final int port = freePort();
    private final List<String> options;
    private final Path directory;
    private Process process;

    private RedisServer(List<String> options) throws IOException {
        this.options = options;
        this.directory = Files.createTempDirectory("strait-redis");
        this.process = launch();
    }

    /**
     * Starts a server.
     *
     * @param options of the command line
     */
    public static RedisServer start(String... options) throws IOException {
        requireInstalled();
        return new RedisServer(List.of(options));
    }

    /** Starts a server that speaks TLS only. */
    static RedisServer start(Tls tls) throws IOException {
        requireInstalled();
        return new RedisServer(List.of(
                "--tls-cert-file",
                tls.certificates().toString(),
                "--tls-key-file",
                tls.privateKey().toString(),
                "--tls-auth-clients",
                "no",
                "--bind",
                "127.0.0.1",
                "127.0.0.2", // for which the certificate is not
                "--port",
                "0",
                "--tls-port",
                PORT));
    }

    /** Starts a Sentinel of a primary, named {@code shop}, which replaces it a second after it is gone. */
    static RedisServer sentinelOf(RedisServer primary) throws IOException {
        requireInstalled();
        Path file = Files.createTempFile("strait-sentinel", ".conf");
        Files.writeString(
                file,
                "sentinel monitor shop 127.0.0.1 " + primary.port() + " 1\n"
                        + "sentinel down-after-milliseconds shop 1000\n"
                        + "sentinel failover-timeout shop 5000\n");
        file.toFile().deleteOnExit();
        return new RedisServer(List.of(CONFIGURATION + file, "--sentinel"));
    }

    private static void requireInstalled() throws IOException {
        boolean isInstalled = false;
        try {
            isInstalled = new ProcessBuilder(COMMAND, "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            if (Boolean.getBoolean("strait.redis.required")) {
                throw missing;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        assumeTrue(isInstalled, COMMAND + " is not installed");
    }

    private static int freePort() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(COMMAND));
        options.stream()
                .filter(option -> option.startsWith(CONFIGURATION))
                .forEach(option -> command.add(option.substring(CONFIGURATION.length())));
        command.addAll(List.of(
                "--port", String.valueOf(port), "--bind", "127.0.0.1", "--dir", directory.toString(), "--save", ""));
        options.stream()
                .filter(option -> !option.startsWith(CONFIGURATION))
                .forEach(option -> command.add(option.equals(PORT) ? String.valueOf(port) : option));
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        long end = System.nanoTime() + MAX_START_NANOS;
        while (!log().contains("Ready to accept connections") && !log().contains("Sentinel ID is")) {
            if (!started.isAlive() || System.nanoTime() > end) {
                throw new IOException("The server did not start: " + log());
            }
            Thread.onSpinWait();
        }
        return started;
    }

    private String log() throws IOException {
        Path file = directory.resolve("log");
        return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    }

    public int port() {
        return port;
    }

    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    /** Ends the connections of a proxy that are subscribed to something, as for a subscriber that is too slow. */
    void killSubscribers(TcpProxy proxy) {
        List<String> addresses = proxy.portsAtServer().stream()
                .map(each -> "addr=127.0.0.1:" + each + " ")
                .toList();
        RedisClient client = RedisClient.create(uri());
        try {
            RedisCommands<String, String> commands = client.connect().sync();
            commands.clientList()
                    .lines()
                    .filter(line -> addresses.stream().anyMatch(line::contains))
                    .filter(line -> !line.contains(" sub=0 ") || !line.contains(" ssub=0 "))
                    .map(line -> Long.valueOf(line.substring("id=".length(), line.indexOf(' '))))
                    .forEach(id -> commands.clientKill(KillArgs.Builder.id(id)));
        } finally {
            client.shutdown(0, 1, TimeUnit.SECONDS);
        }
    }

    /** Returns what {@code redis-cli} prints for a command. */
    String command(String... words) {
        List<String> command = new ArrayList<>(List.of("redis-cli", "-p", String.valueOf(port)));
        command.addAll(List.of(words));
        try {
            Process client =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Stops the process, as by a signal that cannot be handled. */
    void freeze() {
        Signals.send("STOP", process);
    }

    void thaw() {
        Signals.send("CONT", process);
    }

    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it again, on the same port and without data. */
    void restart() {
        try {
            Files.delete(directory.resolve("log"));
            process = launch();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        kill();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
