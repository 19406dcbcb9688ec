package dev.strait.benchmarks.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the load client, a C program on the other core. */
final class LoadClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The figures of a run, and whether all members received the messages in the same order. */
    record Run(Map<Metric, Double> figures, boolean isOrdered, String summary) {}

    private final Path target;
    private final double seconds;
    private final double warmup;

    LoadClient(Path target, double seconds, double warmup) {
        this.target = target;
        this.seconds = seconds;
        this.warmup = warmup;
    }

    Run run(Job job, RunningServer server) throws IOException {
        return job.mode == Job.Mode.IDLE ? idle(job, server) : load(job, server);
    }

    private Run load(Job job, RunningServer server) throws IOException {
        Process process = start(job, server, job.rooms);
        try {
            long limit = (long) (seconds + warmup) + 120;
            if (!process.waitFor(limit, TimeUnit.SECONDS)) {
                throw new IOException("the load client took more than " + limit + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException(
                    "the load client exited with code " + process.exitValue() + Commands.reasonIn(errors()));
        }
        return read(Files.readString(output()));
    }

    static Run read(String line) throws IOException {
        JsonNode result = JSON.readTree(line);
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        figures.put(Metric.CPU, result.get("nanosPerDelivery").asDouble());
        figures.put(Metric.P50, result.get("p50Micros").asDouble());
        figures.put(Metric.P99, result.get("p99Micros").asDouble());
        return new Run(figures, result.get("disorder").asLong() == 0, line.strip());
    }

    /** Measures memory before and with the connections. A first set of connections triggers all one-time allocations. */
    private Run idle(Job job, RunningServer server) throws IOException {
        boolean isJvm = server.program().isJvm();
        Path histogram = target.resolve("logs/histogram.log");
        connect(job, server, 1).destroyAfter(() -> {});
        RunningServer.sleep(1000);
        double heapBefore = isJvm ? server.liveHeapKib(histogram) : 0;
        double residentBefore = server.residentKib();
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        connect(job, server, job.rooms).destroyAfter(() -> {
            RunningServer.sleep(1000);
            if (isJvm) {
                figures.put(Metric.HEAP, (server.liveHeapKib(histogram) - heapBefore) / job.connections());
            }
            figures.put(Metric.RSS, (server.residentKib() - residentBefore) / job.connections());
        });
        return new Run(figures, true, figures.toString());
    }

    private interface Work {
        void run() throws IOException;
    }

    private record OpenConnections(Process process) {
        void destroyAfter(Work work) throws IOException {
            try {
                work.run();
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private OpenConnections connect(Job job, RunningServer server, int rooms) throws IOException {
        Process process = start(job, server, rooms);
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            if (Files.readString(output()).contains("READY")) {
                return new OpenConnections(process);
            }
            RunningServer.sleep(100);
        }
        process.destroyForcibly();
        throw new IOException("the load client did not open all connections" + Commands.reasonIn(errors()));
    }

    private Process start(Job job, RunningServer server, int rooms) throws IOException {
        ServerProgram program = server.program();
        List<String> command = new ArrayList<>(List.of(
                "taskset",
                "-c",
                Cores.allowed().client(),
                target.resolve("load").toString()));
        command.addAll(List.of("--port", Integer.toString(server.port()), "--pid", Long.toString(server.pid())));
        command.addAll(List.of("--path", program.path(), "--protocol", program.protocol()));
        command.addAll(List.of("--mode", job.mode.name().toLowerCase(Locale.ROOT)));
        command.addAll(List.of("--rooms", Integer.toString(rooms), "--members", Integer.toString(job.members)));
        command.addAll(List.of("--window", Integer.toString(job.window), "--rate", "20000"));
        command.addAll(List.of("--seconds", Double.toString(seconds), "--warmup", Double.toString(warmup)));
        return new ProcessBuilder(command)
                .redirectOutput(output().toFile())
                .redirectError(errors().toFile())
                .start();
    }

    private Path output() {
        return target.resolve("logs/load.log");
    }

    private Path errors() {
        return target.resolve("logs/load-errors.log");
    }
}
