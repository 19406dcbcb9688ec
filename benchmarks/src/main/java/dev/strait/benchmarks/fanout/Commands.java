package dev.strait.benchmarks.fanout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs other programs to completion. */
final class Commands {

    private Commands() {}

    /** Runs a command and writes its output to a file. Throws if it fails or exceeds the timeout. */
    static void run(Path folder, Path output, long timeoutSeconds, List<String> command) throws IOException {
        Files.createDirectories(output.toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            if (!process.waitFor(timeoutSeconds, TimeUnit.SECONDS)) {
                throw new IOException(command.get(0) + " took more than " + timeoutSeconds + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(command.get(0) + " was interrupted", interrupted);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException(command.get(0) + " exited with code " + process.exitValue() + reasonIn(output));
        }
    }

    /** Returns a colon and the first line that names an error, or else the last line; empty if there is no output. */
    static String reasonIn(Path output) throws IOException {
        List<String> lines = Files.exists(output)
                ? Files.readString(output, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList()
                : List.of();
        return lines.stream()
                .filter(line -> line.contains("ERROR") || line.contains("Exception"))
                .findFirst()
                .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1)))
                .map(line -> line.replaceAll("\u001b\\[[\\d;]*m", ""))
                .map(line -> ": " + line.substring(0, Math.min(160, line.length())))
                .orElse("");
    }
}
