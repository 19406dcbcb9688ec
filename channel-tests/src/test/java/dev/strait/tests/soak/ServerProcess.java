package dev.strait.tests.soak;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A {@link SoakServer} and what the system says about its process. Linux only. */
final class ServerProcess implements AutoCloseable {

    private static final File LOG = new File("target/soak-server.log");
    private static final int TICKS_PER_SECOND = 100;

    private final Process process;
    private final BufferedReader out;
    private final PrintWriter in;
    private final int port;

    private ServerProcess(Process process) throws IOException {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        String first = out.readLine();
        if (first == null) {
            throw new IOException("The server did not start; see " + LOG + ".");
        }
        this.port = Integer.parseInt(first);
    }

    /** Starts a server with settings such as {@code nio=1}. */
    static ServerProcess start(String... settings) throws IOException {
        return start(0, settings);
    }

    /** Starts a server that may open a number of file descriptors, from jars. */
    static ServerProcess startWithDescriptors(int max, String... settings) throws IOException {
        return start(max, settings);
    }

    private static ServerProcess start(int maxDescriptors, String... settings) throws IOException {
        List<String> command = new ArrayList<>();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        if (maxDescriptors > 0) {
            classPath = Jars.of(classPath);
            command.addAll(List.of("sh", "-c", "ulimit -n " + maxDescriptors + "; exec \"$0\" \"$@\""));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                classPath,
                SoakServer.class.getName()));
        command.addAll(List.of(settings));
        return new ServerProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(LOG))
                .start());
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends a command and returns its answer. */
    synchronized Map<String, Long> ask(String command) {
        in.println(command);
        try {
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException("The server has ended; see " + LOG + ".");
            }
            String[] words = line.split(" ", -1);
            Map<String, Long> answer = new TreeMap<>();
            for (int i = 0; i + 1 < words.length; i += 2) {
                answer.merge(words[i], Long.valueOf(words[i + 1]), Long::sum);
            }
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns one number of the server's state. */
    long state(String name) {
        return number(ask("state"), name);
    }

    static long number(Map<String, Long> answer, String name) {
        Long number = answer.get(name);
        if (number == null) {
            throw new IllegalArgumentException(name + " is not in " + answer);
        }
        return number;
    }

    /** Returns the bytes of the heap that are in use after a collection. */
    long heap() {
        return number(ask("heap"), "heap");
    }

    /** Returns the number of open file descriptors. */
    long descriptors() {
        return entries("fd");
    }

    /** Returns the number of threads. */
    long threads() {
        return entries("task");
    }

    private long entries(String folder) {
        try (Stream<Path> entries = Files.list(folder().resolve(folder))) {
            return entries.count();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the CPU time that the process has used. */
    double cpuSeconds() {
        try {
            String line = Files.readString(folder().resolve("stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return (Double.parseDouble(fields[11]) + Double.parseDouble(fields[12])) / TICKS_PER_SECOND;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path folder() {
        return Path.of("/proc", Long.toString(process.pid()));
    }

    /** Sends a signal, such as STOP, to the process. */
    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new IOException("kill -" + name + " failed");
        }
    }

    @Override
    public void close() {
        in.close();
        try {
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
