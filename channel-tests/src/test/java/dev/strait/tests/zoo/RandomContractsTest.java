package dev.strait.tests.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.processor.ChannelProcessor;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.codec.ChannelCodec;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random contracts compile without a warning. Their codecs decode what they encode, or reject it if Hibernate Validator does.
 * {@code -Dsamples.contracts=5000} tries more contracts.
 */
class RandomContractsTest {

    private static final int CONTRACTS = Integer.getInteger("samples.contracts", 500);
    private static final int BATCH = 50;
    private static final int MESSAGES = 30;
    private static final long SEED = Long.getLong("samples.seed", 20_261_124);

    @TempDir
    Path out;

    static IntStream batches() {
        return IntStream.range(0, (CONTRACTS + BATCH - 1) / BATCH);
    }

    @ParameterizedTest
    @MethodSource("batches")
    void randomContractsCompileAndTheirMessagesSurviveARoundTrip(int batch)
            throws IOException, ReflectiveOperationException {
        Random random = new Random(SEED + batch);
        List<JavaFileObject> sources = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            sources.add(new Source("C" + i, RandomContract.of(random, "C" + i)));
        }
        compile(sources);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {out.toUri().toURL()}, getClass().getClassLoader())) {
            for (int i = 0; i < BATCH; i++) {
                String source = sources.get(i).getCharContent(true).toString();
                checkRoundTrips(codec(loader, "C" + i), loader.loadClass("fuzz.C" + i), random, source);
            }
        }
    }

    private void compile(List<JavaFileObject> sources) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(out));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(out));
            List<String> options = List.of("--release", "17", "-Xlint:all,-processing,-classfile,-options", "-Werror");
            JavaCompiler.CompilationTask task = javac.getTask(null, files, diagnostics, options, null, sources);
            task.setProcessors(List.of(new ChannelProcessor()));
            assertThat(task.call()).as("%s", diagnostics.getDiagnostics()).isTrue();
        }
    }

    private static ChannelCodec<?, Object, Object> codec(ClassLoader loader, String name)
            throws ReflectiveOperationException {
        Constructor<?> constructor = loader.loadClass("fuzz." + name + "Codec").getDeclaredConstructor();
        constructor.setAccessible(true);
        @SuppressWarnings("unchecked") // the types of messages are unknown here
        ChannelCodec<?, Object, Object> codec = (ChannelCodec<?, Object, Object>) constructor.newInstance();
        return codec;
    }

    private static void checkRoundTrips(
            ChannelCodec<?, Object, Object> codec, Class<?> contract, Random random, String source) {
        long maxBytes = contractOf(codec).maxMessageBytes();
        for (Class<?> nested : contract.getDeclaredClasses()) {
            boolean isToServer = nested.getSimpleName().equals("ToServer");
            if (isToServer || nested.getSimpleName().equals("ToClient")) {
                for (int i = 0; i < MESSAGES; i++) {
                    Object message = new Making(random, i % 3 == 0 ? 0.1 : 0).make(nested);
                    if (isToServer) {
                        String frame = codec.encodeToServer(message);
                        compare(message, () -> codec.decodeToServer(frame), frame, source);
                        byte[] bytes = codec.encodeToServerUtf8(message);
                        boolean isValid = compare(message, () -> codec.decodeToServer(bytes), frame, source);
                        if (isValid && maxBytes > 0) {
                            assertThat(bytes)
                                    .as("frame %s of %s", frame, source)
                                    .hasSizeLessThanOrEqualTo((int) maxBytes);
                        }
                    } else {
                        String frame = codec.encodeToClient(message);
                        compare(message, () -> codec.decodeToClient(frame), frame, source);
                    }
                }
            }
        }
    }

    private static ChannelContract<?, ?, ?> contractOf(ChannelCodec<?, ?, ?> codec) {
        try {
            Field contract = codec.getClass().getDeclaredField("CONTRACT");
            contract.setAccessible(true);
            return (ChannelContract<?, ?, ?>) contract.get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("codec is not accessible", e);
        }
    }

    private interface Decoding {
        Object decode();
    }

    private static boolean compare(Object message, Decoding decoding, String frame, String source) {
        Set<String> theirs = Judge.violatedPaths(message);
        try {
            Object decoded = decoding.decode();
            assertThat(theirs).as("frame %s of %s", frame, source).isEmpty();
            assertThat(Records.areEqual(decoded, message))
                    .as("frame %s of %s", frame, source)
                    .isTrue();
            return true;
        } catch (FrameException e) {
            Set<String> ours =
                    e.violations().stream().map(Violation::path).collect(Collectors.toCollection(TreeSet::new));
            assertThat(theirs)
                    .as("violations %s in frame %s of %s", ours, frame, source)
                    .isNotEmpty();
            return false;
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///fuzz/" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
