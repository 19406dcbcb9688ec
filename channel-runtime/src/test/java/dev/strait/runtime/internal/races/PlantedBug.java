package dev.strait.runtime.internal.races;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A deliberate bug, planted to prove that a race test finds it: a patch of one source file. A patch that does not apply is an
 * error.
 */
final class PlantedBug {

    private static final String INTERNAL = "dev.strait.runtime.internal.";

    private final Path source;
    private final List<String[]> replacements = new ArrayList<>();

    private PlantedBug(Path source) {
        this.source = source;
    }

    /** Patches an internal class of the runtime. */
    static PlantedBug in(String className) {
        return new PlantedBug(Path.of("src", "main", "java", (INTERNAL + className).replace('.', '/') + ".java"));
    }

    /** Replaces a text that must occur exactly once. */
    PlantedBug replace(String text, String replacement) {
        replacements.add(new String[] {text, replacement});
        return this;
    }

    /** Compiles the patched class and returns the directory of its class files. */
    Path compile() throws IOException {
        Path classes = Files.createTempDirectory("planted");
        compile(patched(), classes);
        return classes;
    }

    private Path patched() throws IOException {
        String text = Files.readString(source);
        for (String[] replacement : replacements) {
            int first = text.indexOf(replacement[0]);
            if (first < 0 || text.indexOf(replacement[0], first + 1) >= 0) {
                throw new AssertionError("The patch of " + source + " does not apply: " + replacement[0]);
            }
            text = text.replace(replacement[0], replacement[1]);
        }
        Path file = Files.createTempDirectory("patched").resolve(source.getFileName());
        Files.writeString(file, text);
        return file;
    }

    private static void compile(Path file, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
            boolean isCompiled = compiler.getTask(errors, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
            if (!isCompiled) {
                throw new AssertionError("The patched file does not compile: " + errors);
            }
        }
    }
}
