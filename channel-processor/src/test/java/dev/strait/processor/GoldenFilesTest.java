package dev.strait.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files generated from {@code good/X.java} equal {@code golden/X/*}. {@code -Dgolden.update=true} rewrites the golden
 * files, so that a reviewer can read the diff.
 */
class GoldenFilesTest {

    private static final Path RESOURCES = Path.of("src", "test", "resources");

    /** One contract for each kind of channel. All their files are compared. */
    private static final List<String> CHANNELS = List.of("Auction", "Chat", "Feed", "Lobby", "Nested", "Prices");

    /** One contract for each kind of component. Only the codec, the canonical form and the browser's module are compared. */
    private static final List<String> COMPONENTS = List.of(
            "Absences", "BoxedTypes", "Constructors", "Containers", "NameClashes", "PrimitiveTypes", "TextTypes");

    static List<String> contracts() {
        return Stream.concat(CHANNELS.stream(), COMPONENTS.stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void generatedFilesEqualTheGoldenFiles(String contract) throws IOException {
        Compilation compilation = compile(List.of(source(contract)));
        assertThat(compilation).succeededWithoutWarnings();
        Map<String, String> generated = generated(compilation);
        if (COMPONENTS.contains(contract)) {
            generated.keySet().removeIf(file -> file.endsWith(".java") && !file.endsWith("Codec.java"));
        }
        Path golden = RESOURCES.resolve("golden").resolve(contract);
        if (Boolean.getBoolean("golden.update")) {
            update(golden, generated);
        }
        assertThat(read(golden)).isEqualTo(generated);
    }

    @Test
    void outputDependsNeitherOnTheRunNorOnTheOrderOfSources() throws IOException {
        List<JavaFileObject> sources = new ArrayList<>(
                contracts().stream().map(GoldenFilesTest::source).toList());
        Map<String, String> first = generated(compile(sources));
        Map<String, String> second = generated(compile(sources));
        Collections.reverse(sources);
        Map<String, String> reversed = generated(compile(sources));
        int filesOfRooms = 2; // which Prices has not
        assertThat(first)
                .hasSize(contracts().size() * 16 - filesOfRooms)
                .isEqualTo(second)
                .isEqualTo(reversed);
    }

    @Test
    void everyGoldenFolderHasAContract() throws IOException {
        try (var folders = Files.list(RESOURCES.resolve("golden"))) {
            for (Path folder : folders.toList()) {
                assertThat(contracts()).contains(folder.getFileName().toString());
            }
        }
    }

    private static Compilation compile(List<JavaFileObject> sources) {
        return Compiler.javac()
                .withOptions("--release", "17", "-Xlint:all,-processing,-classfile,-options", "-Werror")
                .withProcessors(new ChannelProcessor())
                .compile(sources);
    }

    private static JavaFileObject source(String contract) {
        URL source = GoldenFilesTest.class.getResource("/good/" + contract + ".java");
        return JavaFileObjects.forResource(source == null ? fail("no such fixture: " + contract) : source);
    }

    private static Map<String, String> generated(Compilation compilation) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                continue;
            }
            files.put(
                    Path.of(file.getName()).getFileName().toString(),
                    file.getCharContent(false).toString());
        }
        return files;
    }

    private static void update(Path golden, Map<String, String> generated) throws IOException {
        Files.createDirectories(golden);
        for (Path old : read(golden).keySet().stream().map(golden::resolve).toList()) {
            Files.delete(old);
        }
        for (Map.Entry<String, String> file : generated.entrySet()) {
            Files.writeString(golden.resolve(file.getKey()), file.getValue());
        }
    }

    private static Map<String, String> read(Path golden) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.exists(golden)) {
            try (var paths = Files.list(golden)) {
                for (Path path : paths.toList()) {
                    files.put(path.getFileName().toString(), Files.readString(path, StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }
}
