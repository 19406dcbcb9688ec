package dev.strait.tests;

import dev.strait.processor.ChannelProcessor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles contracts with the processor, in memory. All warnings are errors. */
public final class ContractCompiler {

    private static final List<String> LINT = List.of("-Xlint:all,-processing,-classfile,-options", "-Werror");

    private ContractCompiler() {}

    /**
     * The result of a compilation.
     *
     * @param diagnostics the errors and warnings
     * @param output everything else that the compiler printed, such as the stack trace of a crash
     * @param generatedSources the texts of the generated files, by their paths
     * @param classes the classes, by their paths
     */
    public record Result(
            boolean isSuccessful,
            List<String> diagnostics,
            String output,
            Map<String, String> generatedSources,
            Map<String, byte[]> classes) {

        /** Returns a loader of the compiled classes. */
        public ClassLoader classLoader() {
            return new CompiledClasses(classes);
        }

        @Override
        public String toString() {
            return String.join("\n", diagnostics) + output;
        }
    }

    /**
     * Compiles contracts.
     *
     * @param options options of the compiler, in addition to those for warnings
     * @param sources the texts of the files, by their paths
     */
    public static Result compile(List<String> options, Map<String, String> sources) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter output = new StringWriter();
        List<String> all = new ArrayList<>(LINT);
        all.addAll(options);
        List<Source> units = new ArrayList<>();
        sources.forEach((path, text) -> units.add(new Source(path, text)));
        boolean isSuccessful = false;
        try (MemoryFiles files =
                new MemoryFiles(javac.getStandardFileManager(diagnostics, Locale.ROOT, null), charset(options))) {
            JavaCompiler.CompilationTask task = javac.getTask(output, files, diagnostics, all, null, units);
            task.setProcessors(List.of(new ChannelProcessor()));
            task.setLocale(Locale.ROOT);
            try {
                isSuccessful = task.call();
            } catch (RuntimeException | StackOverflowError crash) {
                crash.printStackTrace(new PrintWriter(output, true));
            }
            List<String> problems = diagnostics.getDiagnostics().stream()
                    .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                    .map(Object::toString)
                    .toList();
            return new Result(isSuccessful, problems, output.toString(), files.sources(), files.classes());
        }
    }

    private static Charset charset(List<String> options) {
        int at = options.indexOf("-encoding");
        return at < 0 ? StandardCharsets.UTF_8 : Charset.forName(options.get(at + 1));
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class CompiledClasses extends ClassLoader {

        private final Map<String, byte[]> classes;

        CompiledClasses(Map<String, byte[]> classes) {
            super(ContractCompiler.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name.replace('.', '/') + ".class");
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
