package dev.strait.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Eclipse compiler generates the same files as javac, and compiles them. CI also runs the tests with javac 25. */
class CompilersTest {

    /** Eclipse reports implicit record constructors as explicit ones, so the generated code catches exceptions. */
    private static final Pattern GUARDED_CONSTRUCTOR = Pattern.compile(
            "        try \\{\\R            (return new [^;]*;)\\R        \\} catch \\(Exception.*?\\R        \\}",
            Pattern.DOTALL);

    private static final Path GOOD = Path.of("src", "test", "resources", "good");

    @ParameterizedTest
    @MethodSource("dev.strait.processor.GoldenFilesTest#contracts")
    void eclipseGeneratesTheSameFilesAndCompilesThem(String contract, @TempDir Path byEclipse, @TempDir Path byJavac)
            throws IOException {
        List<Path> sources = List.of(GOOD.resolve(contract + ".java"));
        assertThat(compile(new EclipseCompiler(), sources, byEclipse)).isEmpty();
        assertThat(compile(ToolProvider.getSystemJavaCompiler(), sources, byJavac))
                .isEmpty();
        Map<String, String> generated = texts(byJavac);
        assertThat(generated).hasSizeBetween(14, 16); // fewer without rooms
        assertThat(texts(byEclipse)).isEqualTo(generated);
    }

    private static String compile(JavaCompiler compiler, List<Path> sources, Path out) throws IOException {
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(out.toFile()));
            files.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(out.toFile()));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new PrintWriter(output),
                    (JavaFileManager) files,
                    null,
                    List.of("--release", "17"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(new ChannelProcessor()));
            return Boolean.TRUE.equals(task.call()) ? "" : "failed: " + output;
        }
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith(JavaFileObject.Kind.CLASS.extension)) {
                    String text = GUARDED_CONSTRUCTOR
                            .matcher(Files.readString(file))
                            .replaceAll("        $1")
                            .replace("import java.lang.Exception;\n", "");
                    texts.put(folder.relativize(file).toString(), text);
                }
            }
        }
        return texts;
    }
}
