package dev.strait.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs programs with Node, in a process of its own. */
public final class Node {

    /** The system property that makes a missing Node a failure. */
    private static final String REQUIRED = "strait.node.required";

    private Node() {}

    /** Runs a program and returns what it printed. Skips the test if Node is not installed. */
    public static String run(String... command) {
        List<String> all = new ArrayList<>(List.of("node"));
        all.addAll(List.of(command));
        try {
            Path output = Path.of("target", "node.log");
            Process process = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            String printed = java.nio.file.Files.readString(output);
            assertThat(process.exitValue()).as("%s", printed).isZero();
            return printed;
        } catch (IOException missing) {
            Assumptions.assumeFalse(
                    !Boolean.getBoolean(REQUIRED), "Node is not installed, so the tests in JavaScript are skipped.");
            throw new AssertionError(missing);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
