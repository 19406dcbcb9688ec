package dev.strait.runtime.internal.races;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/**
 * Runs Lincheck on one race, in a separate process. Lincheck caches instrumented classes by name, so one process cannot check
 * a class and its patched version.
 */
public final class RaceProcess {

    private static final int FOUND = 3;

    private RaceProcess() {}

    record Outcome(boolean isFound, String report) {}

    /**
     * The size of a race.
     *
     * @param scenarios the number of random scenarios
     * @param interleavings the number of interleavings of each
     * @param operations the number of operations of each thread
     */
    record Size(int scenarios, int interleavings, int operations) {}

    /** Runs a race, with directories of patched classes first on the class path. */
    static Outcome run(Class<?> race, Size size, List<Path> patches) throws IOException, InterruptedException {
        List<String> classPath = new ArrayList<>();
        patches.forEach(directory -> classPath.add(directory.toString()));
        classPath.add(System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dlincheck.logLevel=ERROR",
                        "-XX:+EnableDynamicAgentLoading",
                        "-cp",
                        String.join(File.pathSeparator, classPath),
                        RaceProcess.class.getName(),
                        race.getName(),
                        Integer.toString(size.scenarios()),
                        Integer.toString(size.interleavings()),
                        Integer.toString(size.operations()))
                .redirectErrorStream(true)
                .start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        if (exit != 0 && exit != FOUND) {
            throw new IOException("The race exited with code " + exit + ": " + report);
        }
        return new Outcome(exit == FOUND, report);
    }

    /** Arguments: the race and its size. */
    public static void main(String[] arguments) throws ClassNotFoundException {
        try {
            new ModelCheckingOptions()
                    .iterations(Integer.parseInt(arguments[1]))
                    .invocationsPerIteration(Integer.parseInt(arguments[2]))
                    .threads(2)
                    .actorsPerThread(Integer.parseInt(arguments[3]))
                    .actorsBefore(0)
                    .actorsAfter(0)
                    .minimizeFailedScenario(false)
                    .check(Class.forName(arguments[0]));
        } catch (LincheckAssertionError found) {
            System.out.println(found.getMessage());
            System.exit(FOUND);
        }
        System.exit(0);
    }
}
