package dev.strait.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.strait.processor.diagnostic.Problem;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every problem is reported at the right line. The comments {@code // error: STRAIT-113} in the files of {@code bad} are
 * exactly the errors and warnings of the compiler.
 */
class DiagnosticsTest {

    private static final JavaFileObject FEED = JavaFileObjects.forSourceString("Feed", """
            @dev.strait.Channel("/feed")
            interface Feed {
                sealed interface ToClient {}
                record Tick(int at) implements ToClient {}
            }
            """);

    private static final Path BAD = Path.of("src", "test", "resources", "bad");
    private static final Path DOCUMENTATION = Path.of("..", "docs", "diagnostics.md");
    private static final Pattern EXPECTED = Pattern.compile("// (?:error|warning): (STRAIT-\\d+(?:, STRAIT-\\d+)*)");
    private static final Pattern CODE = Pattern.compile("\\[(STRAIT-\\d+)]");

    static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(BAD)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void problemsAreReportedAtTheRightLines(Path fixture) throws IOException {
        Compilation compilation = compile(fixture);
        assertThat(actual(compilation))
                .as("%s", compilation.diagnostics())
                .containsExactlyInAnyOrderElementsOf(expected(fixture));
    }

    /** The texts are in a file beside each fixture, which {@code -Dgolden.update=true} writes. */
    @ParameterizedTest
    @MethodSource("fixtures")
    void textsAreThoseOfTheExpectedFile(Path fixture) throws IOException {
        String actual = problems(compile(fixture))
                .map(problem -> problem.getLineNumber() + ": " + problem.getMessage(null) + "\n")
                .sorted(Comparator.comparingInt(line -> Integer.parseInt(line.substring(0, line.indexOf(':')))))
                .collect(Collectors.joining());
        Path expected = fixture.resolveSibling(fixture.getFileName().toString().replace(".java", ".txt"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @EnumSource(
            value = Problem.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "RUNTIME_MISSING",
                "ENDPOINT_LEFT_OUT",
                "RECORD_ANNOTATION_LOST",
                "CONSTRAINT_CLASS_MISSING",
                "LOCK_BREAK",
                "LOCK_WARNING",
                "LOCK_MISSING",
                "LOCK_UNREADABLE",
                "LOCK_OPTION_INVALID",
                "LOCK_DIR_MISSING",
                "INFO_UNREADABLE",
                "INTERNAL_ERROR"
            })
    void everyProblemHasAFixture(Problem problem) throws IOException {
        List<String> all = new ArrayList<>();
        for (Path fixture : fixtures()) {
            all.addAll(expected(fixture));
        }
        assertThat(all).anyMatch(line -> line.endsWith(problem.id()));
    }

    @Test
    void problemsAreOrderedByNumber() {
        assertThat(Stream.of(Problem.values()).map(Problem::id))
                .allMatch(id -> id.matches("STRAIT-\\d{3}"))
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void documentationHasAnEntryForEveryProblemInOrder() throws IOException {
        List<String> headings = Pattern.compile("(?m)^## (STRAIT-\\d+):")
                .matcher(Files.readString(DOCUMENTATION))
                .results()
                .map(heading -> heading.group(1))
                .toList();
        assertThat(headings)
                .containsExactlyElementsOf(
                        Stream.of(Problem.values()).map(Problem::id).toList());
    }

    @Test
    void filesAreGeneratedForValidContractsOnly(@TempDir Path out) throws IOException {
        // compile-testing does not return the files of a failed compilation
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task = javac.getTask(
                    null,
                    files,
                    new DiagnosticCollector<>(),
                    List.of("-d", out.toString()),
                    null,
                    files.getJavaFileObjects(BAD.resolve("TwoWrongOneRight.java")));
            task.setProcessors(List.of(new ChannelProcessor()));
            assertThat(task.call()).isFalse();
        }
        try (Stream<Path> generated = Files.list(out.resolve("bad"))) {
            assertThat(generated.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "TwoWrongOneRight_RightHandler.java",
                            "TwoWrongOneRight_RightRoom.java",
                            "TwoWrongOneRight_RightRooms.java",
                            "TwoWrongOneRight_RightConnection.java",
                            "TwoWrongOneRight_RightSender.java",
                            "TwoWrongOneRight_RightEmitter.java",
                            "TwoWrongOneRight_RightCluster.java",
                            "TwoWrongOneRight_RightClient.java",
                            "TwoWrongOneRight_RightCodec.java",
                            "TwoWrongOneRight_RightEndpoint.java",
                            "TwoWrongOneRight_RightTestKit.java",
                            "TwoWrongOneRight_RightTextCodecs.java");
        }
    }

    @Test
    void missingRuntimeNamesTheDependency() {
        Compilation compilation = Compiler.javac()
                .withProcessors(new ChannelProcessor())
                .withClasspath(List.of(annotations().toFile()))
                .compile(JavaFileObjects.forSourceString("Feed", """
                        @dev.strait.Channel("/feed")
                        interface Feed {
                            sealed interface ToClient {}
                            record Tick(long at) implements ToClient {}
                        }
                        """));
        assertThat(compilation.errors())
                .singleElement()
                .extracting(error -> error.getMessage(null))
                .asString()
                .contains("[STRAIT-119]")
                .contains("dev.strait:channel-runtime");
    }

    @Test
    void aMissingWebSocketApiNamesTheDependency() {
        Compilation compilation = compileWithout("websocket|channel-client");
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.warnings())
                .singleElement()
                .extracting(warning -> warning.getMessage(null))
                .asString()
                .contains("[STRAIT-188]")
                .contains("jakarta.websocket:jakarta.websocket-api");
        assertThat(compilation.generatedSourceFiles())
                .noneMatch(file -> file.getName().endsWith("Endpoint.java"));
        assertThat(compilation.generatedSourceFiles())
                .noneMatch(file -> file.getName().endsWith("Client.java"));
    }

    @Test
    void clientsNeedNoWebSocketApi() {
        Compilation compilation = compileWithout("websocket");
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
        assertThat(compilation.notes())
                .extracting(note -> note.getMessage(null))
                .anyMatch(text -> text.startsWith("[strait] No endpoint is generated for Feed"));
        assertThat(compilation.generatedSourceFiles())
                .anyMatch(file -> file.getName().endsWith("FeedClient.java"))
                .noneMatch(file -> file.getName().endsWith("Endpoint.java"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "no json"})
    void anUnreadableFileOfTheDocumentIsNamed(String content, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("info.json"), content);
        Compilation compilation = Compiler.javac()
                .withProcessors(new ChannelProcessor())
                .withOptions("-Astrait.info=" + file)
                .compile(FEED);
        assertThat(compilation.errors())
                .singleElement()
                .extracting(error -> error.getMessage(null))
                .asString()
                .contains("[STRAIT-197]")
                .contains(file.toString());
    }

    @Test
    void theFileOfTheDocumentAddsToIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("info.json"), """
                {"title": "Acme's feed", "license": {"name": "Apache-2.0"}}""");
        Compilation compilation = Compiler.javac()
                .withProcessors(new ChannelProcessor())
                .withOptions("-Astrait.info=" + file)
                .compile(FEED);
        JavaFileObject document = compilation
                .generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/resources/strait/Feed.asyncapi.json")
                .orElseThrow();
        assertThat(document.getCharContent(true))
                .asString()
                .contains("\"title\": \"Acme's feed\"", "\"name\": \"Apache-2.0\"");
    }

    private static Compilation compileWithout(String libraries) {
        List<File> classPath = Stream.of(
                        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
                .filter(path -> !Pattern.compile(libraries).matcher(path).find())
                .map(File::new)
                .toList();
        return Compiler.javac()
                .withProcessors(new ChannelProcessor())
                .withClasspath(classPath)
                .compile(FEED);
    }

    @Test
    void unknownTypeNeitherHidesNorAddsErrors() {
        Compilation compilation = Compiler.javac()
                .withProcessors(new ChannelProcessor())
                .compile(JavaFileObjects.forSourceString("Feed", """
                        @dev.strait.Channel("/feed")
                        interface Feed {
                            sealed interface ToClient {}
                            record Tick(Instant at, Object what) implements ToClient {}
                        }
                        """));
        assertThat(compilation.errors())
                .extracting(error -> error.getMessage(null).lines().findFirst().orElseThrow())
                .satisfiesExactlyInAnyOrder(
                        error -> assertThat(error).isEqualTo("cannot find symbol"),
                        error -> assertThat(error)
                                .startsWith("[STRAIT-143] Component what has the unsupported type Object"));
    }

    private static Path annotations() {
        return Path.of(dev.strait.Channel.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    private static Compilation compile(Path fixture) throws MalformedURLException {
        return Compiler.javac()
                .withOptions("--release", "17")
                .withProcessors(new ChannelProcessor())
                .compile(JavaFileObjects.forResource(fixture.toUri().toURL()));
    }

    private static List<String> expected(Path fixture) throws IOException {
        List<String> expected = new ArrayList<>();
        List<String> lines = Files.readAllLines(fixture);
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = EXPECTED.matcher(lines.get(i));
            if (matcher.find()) {
                for (String code : matcher.group(1).split(", ", -1)) {
                    expected.add((i + 1) + " " + code);
                }
            }
        }
        return expected;
    }

    private static Stream<Diagnostic<? extends JavaFileObject>> problems(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR
                        || diagnostic.getKind() == Diagnostic.Kind.WARNING
                        || diagnostic.getKind() == Diagnostic.Kind.MANDATORY_WARNING)
                .map(Function.identity());
    }

    private static List<String> actual(Compilation compilation) {
        return problems(compilation)
                .map(diagnostic -> {
                    Matcher code = CODE.matcher(diagnostic.getMessage(null));
                    return diagnostic.getLineNumber() + " "
                            + (code.find() ? code.group(1) : diagnostic.getMessage(null));
                })
                .toList();
    }
}
