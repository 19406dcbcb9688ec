package dev.strait.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract is the only originating element of its generated files, so incremental builds regenerate only the files of
 * changed contracts. Gradle calls such a processor isolating.
 */
class IncrementalTest {

    private static final Set<String> ONE = files("One");
    private static final Set<String> TWO = files("Two");

    @TempDir
    Path sources;

    @TempDir
    Path out;

    private static Set<String> files(String contract) {
        return new TreeSet<>(Set.of(
                "META-INF/strait/acme." + contract + ".channel.json",
                "META-INF/resources/strait/acme." + contract + ".js",
                "META-INF/resources/strait/acme." + contract + ".d.ts",
                "META-INF/resources/strait/acme." + contract + ".asyncapi.json",
                contract + "Client",
                contract + "Cluster",
                contract + "Codec",
                contract + "Room",
                contract + "TestKit",
                contract + "Rooms",
                contract + "Connection",
                contract + "Emitter",
                contract + "Endpoint",
                contract + "TextCodecs",
                contract + "Handler",
                contract + "Sender"));
    }

    @BeforeEach
    void writeTwoContractsWithASharedRecord() throws IOException {
        write("Shared", "record Shared(int a) {}");
        write("One", contract("One"));
        write("Two", contract("Two"));
    }

    private static String contract(String name) {
        return "@dev.strait.Channel(\"/" + name + "\") interface " + name + " { sealed interface ToServer {} "
                + "record M(Shared shared) implements ToServer {} }";
    }

    private void write(String name, String type) throws IOException {
        Files.writeString(sources.resolve(name + ".java"), "package acme;\n" + type);
    }

    @Test
    void everyFileOriginatesFromItsContractOnly() throws IOException {
        OriginRecorder processor = new OriginRecorder();
        compile(processor, "One", "Two", "Shared");
        Map<String, String> origins = processor.origins;
        assertThat(origins.keySet()).containsAll(ONE).containsAll(TWO).hasSize(32);
        assertThat(origins)
                .allSatisfy((file, origin) ->
                        assertThat(origin).isEqualTo(file.contains("One") ? "[acme.One]" : "[acme.Two]"));
    }

    @Test
    void changingAContractRegeneratesOnlyItsFiles() throws IOException {
        compile(new ChannelProcessor(), "One", "Two", "Shared");
        write("One", contract("One").replace("(Shared shared)", "(Shared shared, int more)"));
        assertThat(compile(new ChannelProcessor(), "One")).isEqualTo(ONE);
    }

    @Test
    void theProcessorIsDeclaredIsolatingForGradle() throws IOException {
        Path declared = Path.of("target", "classes", "META-INF", "gradle", "incremental.annotation.processors");
        assertThat(declared).content().isEqualToIgnoringNewLines(ChannelProcessor.class.getName() + ",isolating");
    }

    /** Compiles sources and returns the files that were written. */
    private Set<String> compile(Processor processor, String... names) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(out));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(out));
            RecordingFileManager recorder = new RecordingFileManager(files);
            List<Path> paths = List.of(names).stream()
                    .map(name -> sources.resolve(name + ".java"))
                    .toList();
            String classPath = out + File.pathSeparator + System.getProperty("java.class.path");
            DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
            JavaCompiler.CompilationTask task = javac.getTask(
                    null,
                    recorder,
                    diagnostics,
                    List.of("-classpath", classPath, "-implicit:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(paths));
            task.setProcessors(List.of(processor));
            assertThat(task.call()).as("%s", diagnostics.getDiagnostics()).isTrue();
            return recorder.written;
        }
    }

    /** Records the files that the compiler writes. */
    private static final class RecordingFileManager extends ForwardingJavaFileManager<JavaFileManager> {

        private final Set<String> written = new TreeSet<>();

        RecordingFileManager(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) throws IOException {
            if (kind == JavaFileObject.Kind.SOURCE) {
                written.add(className.substring(className.lastIndexOf('.') + 1));
            }
            return super.getJavaFileForOutput(location, className, kind, sibling);
        }

        @Override
        public FileObject getFileForOutput(Location location, String packageName, String name, FileObject sibling)
                throws IOException {
            written.add(name);
            return super.getFileForOutput(location, packageName, name, sibling);
        }
    }

    /** Runs the processor with a filer that records the originating elements of each file, as Gradle's does. */
    @SupportedAnnotationTypes("dev.strait.Channel")
    private static final class OriginRecorder extends AbstractProcessor {

        private final ChannelProcessor processor = new ChannelProcessor();
        private final Map<String, String> origins = new TreeMap<>();

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            Filer filer = (Filer) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Filer.class}, (proxy, method, arguments) -> {
                        if (method.getName().startsWith("create")) {
                            Element[] elements = (Element[]) arguments[arguments.length - 1];
                            String file = arguments[arguments.length - 2].toString();
                            origins.put(
                                    file.replaceFirst("^acme\\.", ""),
                                    List.of(elements).toString());
                        }
                        return method.invoke(environment.getFiler(), arguments);
                    });
            processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("getFiler") ? filer : method.invoke(environment, arguments)));
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            processor.process(annotations, round);
            return false;
        }
    }
}
