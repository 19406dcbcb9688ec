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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A modular application needs to require only the runtime and what it uses itself. */
class ModularApplicationTest {

    @TempDir
    Path folder;

    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

    @ParameterizedTest
    @CsvSource({"requires jakarta.websocket.client;, true", "'', false"})
    void endpointsAreForModulesThatRequireTheWebSocketApi(String api, boolean hasEndpoint) throws IOException {
        Path module =
                write("app/module-info.java", "module app { requires dev.strait.runtime; " + api + " exports app; }");
        Path contract = write("app/app/Feed.java", """
                package app;

                import dev.strait.Channel;

                @Channel("/feed")
                public interface Feed {
                    sealed interface ToServer {}
                    sealed interface ToClient {}
                    record Stop() implements ToServer {}
                    record Tick(int at) implements ToClient {}
                }
                """);
        // The dependencies in README.md: no jackson-databind, no jakarta.validation.
        assertThat(compile("app", "", module, contract))
                .as("%s", diagnostics.getDiagnostics())
                .isTrue();
        assertThat(Files.exists(folder.resolve("out/app/app/FeedEndpoint.class")))
                .isEqualTo(hasEndpoint);
        assertThat(folder.resolve("out/app/app/FeedClient.class")).doesNotExist();
    }

    @Test
    void recordsOfAnotherModuleAreCheckedOrRejected() throws IOException {
        Path library = write("lib/module-info.java", "module lib { requires static jakarta.validation; exports lib; }");
        Path record = write("lib/lib/Tags.java", """
                package lib;

                import jakarta.validation.constraints.Size;
                import java.util.List;

                public record Tags(@Size(max = 2) List<@Size(max = 3) String> all) {}
                """);
        assertThat(compile("lib", "jakarta.validation", library, record))
                .as("%s", diagnostics.getDiagnostics())
                .isTrue();
        Path module = write(
                "app/module-info.java",
                "module app { requires dev.strait.runtime; requires lib; requires static jakarta.validation; }");
        Path contract = write("app/app/Feed.java", """
                package app;

                @dev.strait.Channel("/feed")
                public interface Feed {
                    sealed interface ToServer {}
                    record Add(lib.Tags tags) implements ToServer {}
                }
                """);
        boolean isCompiled = compile("app", "jakarta.validation", module, contract);
        if (Runtime.version().feature() >= 22) {
            assertThat(isCompiled).as("%s", diagnostics.getDiagnostics()).isTrue();
            assertThat(folder.resolve("out/app/app/FeedCodec.java")).content().contains("item.length() > 3");
        } else {
            assertThat(diagnostics.getDiagnostics().toString())
                    .contains("[STRAIT-109] Tags")
                    .contains("@Size");
        }
    }

    private Path write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private boolean compile(String module, String extraApi, Path... sources) throws IOException {
        String modules = Stream.concat(
                        Stream.of(folder.resolve("out/lib").toString()),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                                .filter(path -> path.contains("channel-annotations")
                                        || path.contains("channel-runtime")
                                        || path.contains("jspecify")
                                        || path.contains("websocket")
                                        || (!extraApi.isEmpty() && path.contains(extraApi + "-api"))))
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-d", folder.resolve("out/" + module).toString(), "--module-path", modules, "--release", "17");
            JavaCompiler.CompilationTask task =
                    javac.getTask(null, files, diagnostics, options, null, files.getJavaFileObjects(sources));
            task.setProcessors(List.of(new ChannelProcessor()));
            return task.call();
        }
    }
}
