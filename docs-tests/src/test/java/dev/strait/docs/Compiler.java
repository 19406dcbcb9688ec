package dev.strait.docs;

import dev.strait.processor.ChannelProcessor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources for Java 17 with the annotation processor, as an application does. */
final class Compiler {

    private static final String PUBLISHED =
            "channel-annotations|channel-runtime|channel-client|channel-server|jspecify";
    private static final String SERVER = "jakarta\\.websocket|tyrus|netty";

    /** The class path of an application with the embedded server and the constraints. */
    static final List<Path> OF_SERVER = classPath(PUBLISHED + "|" + SERVER + "|jakarta\\.validation");

    /** The class path of the snippets, as CONTRIBUTING.md describes it. */
    static final List<Path> OF_SNIPPETS = classPath(PUBLISHED + "|" + SERVER
            + "|jakarta\\.validation|jakarta\\.servlet|channel-war|jackson|channel-micrometer|micrometer|channel-opentelemetry|opentelemetry"
            + "|channel-redis|channel-backplane-kit|lettuce"
            + "|spring-boot|spring-test|spring-context|spring-core|spring-beans|spring-web|spring-security"
            + "|channel-test|junit-jupiter-api|opentest4j|apiguardian|assertj");

    private Compiler() {}

    /** A compilation unit in memory. */
    static final class Source extends SimpleJavaFileObject {

        private final String text;

        /**
         * Creates a source.
         *
         * @param path its path below the root of the packages, such as {@code com/acme/Chat.java}
         */
        Source(String path, String text) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /**
     * Compiles sources with all warnings.
     *
     * @param out the folder of the class files
     * @return the errors and warnings
     */
    static List<Diagnostic<? extends JavaFileObject>> compile(List<Source> sources, List<Path> classPath, Path out) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(out));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(out));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            List<String> options = List.of("--release", "17", "-Xlint:all,-processing");
            JavaCompiler.CompilationTask task = javac.getTask(null, files, diagnostics, options, null, sources);
            task.setProcessors(List.of(new ChannelProcessor()));
            task.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .toList();
    }

    /** Returns a problem as javac prints it, for a source whose lines are those of a page. */
    static String text(Page page, Diagnostic<?> problem) {
        String kind = problem.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return page.at(problem.getLineNumber()) + ": " + kind + ": " + problem.getMessage(Locale.ROOT);
    }

    /** Returns the entries of the tests' class path whose names begin with one of {@code names}. */
    private static List<Path> classPath(String names) {
        Pattern wanted = Pattern.compile("(?:" + names + ").*");
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> wanted.matcher(nameOf(entry)).matches())
                .toList();
    }

    /** Returns the name of a jar, or that of the module whose classes are in {@code target/classes}. */
    private static String nameOf(Path entry) {
        return entry.toString().replaceFirst("[/\\\\]target[/\\\\]classes$", "").replaceFirst(".*[/\\\\]", "");
    }
}
