package dev.strait.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application with a module-info of its own needs to require the runtime, and nothing that it does not use. */
class ModularApplicationTest {

    @Test
    void requiringTheRuntimeIsEnough(@TempDir Path folder) throws IOException {
        Path module = Files.writeString(
                folder.resolve("module-info.java"), "module app { requires dev.strait.runtime; exports app; }");
        Path contract =
                Files.writeString(Files.createDirectory(folder.resolve("app")).resolve("Feed.java"), """
                package app;

                import dev.strait.Channel;

                @Channel("/feed")
                public interface Feed {
                    sealed interface ToServer {}
                    sealed interface ToClient {}
                    record Stop() implements ToServer {}
                    record Tick(long at) implements ToClient {}
                }
                """);
        // What README's dependencies bring: no jackson-databind, no validation.
        String modules = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(path -> path.contains("channel-annotations")
                        || path.contains("channel-runtime")
                        || path.contains("jspecify")
                        || path.contains("jackson-core")
                        || path.contains("websocket"))
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task = javac.getTask(
                    null,
                    files,
                    diagnostics,
                    List.of("-d", folder.resolve("out").toString(), "--module-path", modules, "--release", "17"),
                    null,
                    files.getJavaFileObjects(module, contract));
            task.setProcessors(List.of(new ChannelProcessor()));
            assertThat(task.call()).as("%s", diagnostics.getDiagnostics()).isTrue();
        }
        assertThat(folder.resolve("out/app/FeedEndpoint.class")).exists();
    }
}
