package dev.strait.benchmarks.fanout;

import dev.strait.benchmarks.Machine;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures the Java client beside a handwritten listener of the JDK's WebSocket, in turns against the same server. */
public final class ClientReport {

    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xmx512m", "-Xms512m");
    private static final List<String> CLIENTS = List.of("jdk", "strait");

    /** By client and round: bytes of heap for a connection, and nanoseconds of CPU for a message. */
    private final Map<String, Map<Integer, Double>> heap = new HashMap<>();

    private final Map<String, Map<Integer, Double>> cpu = new HashMap<>();

    private ClientReport() {}

    /** Arguments: the results file, rounds, connections, seconds, seconds to warm up. */
    public static void main(String[] arguments) throws IOException {
        ClientReport report = new ClientReport();
        Process server = start("EchoServer")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            String port = out.readLine();
            for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
                for (String client : CLIENTS) {
                    report.measure(client, round, port, arguments);
                }
            }
        } finally {
            server.destroy();
        }
        ResultsSection.write(Path.of(arguments[0]), "client", report.table(arguments[2]));
    }

    private void measure(String client, int round, String port, String[] arguments) throws IOException {
        Process process = start("ClientLoad", client, port, arguments[2], arguments[3], arguments[4])
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        System.out.println(client + ": " + printed);
        String[] figures = printed.split(" ");
        if (figures.length != 3) {
            throw new IOException(client + " has no result");
        }
        heap.computeIfAbsent(client, unused -> new HashMap<>()).put(round, Double.valueOf(figures[0]));
        cpu.computeIfAbsent(client, unused -> new HashMap<>()).put(round, Double.valueOf(figures[1]));
    }

    private static ProcessBuilder start(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(ClientReport.class.getPackageName() + "." + program);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private String table(String connections) {
        return String.format(
                Locale.ROOT,
                "### Java client%n%n%s, %s,%n`mvn verify -DskipTests -Pbench,client -pl benchmarks -am`.%n%n"
                        + "%s clients in one process send a message, wait for the answer, and send the next. Beside them, as many%n"
                        + "of the JDK's WebSocket with a handwritten listener, which sends a fixed text and parses nothing.%n%n"
                        + "| | JDK | Strait | Strait x JDK |%n|---|--:|--:|--:|%n%s%s",
                LocalDate.now(),
                Machine.describe(),
                connections,
                row("live heap of a connection, bytes", heap),
                row("CPU of a message and its answer, ns", cpu));
    }

    private static String row(String title, Map<String, Map<Integer, Double>> figures) {
        Map<Integer, Double> jdk = figures.getOrDefault("jdk", Map.of());
        Map<Integer, Double> strait = figures.getOrDefault("strait", Map.of());
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s |%n",
                title,
                Ratio.of(List.copyOf(jdk.values())).map(Ratio::toString).orElse("-"),
                Ratio.of(List.copyOf(strait.values())).map(Ratio::toString).orElse("-"),
                Ratio.of(strait, jdk).map(Ratio::toString).orElse("-"));
    }
}
