package dev.strait.tests.zoo;

import dev.strait.processor.ChannelProcessor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The jar of generated code that is kept in the tree, and the page that lists when it was renewed. */
final class FrozenJar {

    static final Path FILE = Path.of("src", "frozen", "frozen.jar");

    private static final Path PAGE = Path.of("src", "frozen", "README.md");
    private static final Path CONTRACTS = Path.of("..", "channel-processor", "src", "test", "resources", "good");
    private static final Path APPLICATION = Path.of("src", "frozen", "java");
    private static final int CHECKSUM_BYTES = 8;
    private static final LocalDateTime ANY_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private FrozenJar() {}

    /** Compiles the sources with the current processor, and replaces the jar. */
    static void renew(String reason, Path classes) throws IOException {
        compile(classes);
        try (OutputStream file = Files.newOutputStream(FILE);
                JarOutputStream jar = new JarOutputStream(file)) {
            for (Path entry : filesIn(classes)) {
                String name = classes.relativize(entry).toString();
                if (name.endsWith(".java")) {
                    continue;
                }
                ZipEntry header = new ZipEntry(name);
                header.setTimeLocal(ANY_TIME);
                jar.putNextEntry(header);
                Files.copy(entry, jar);
                jar.closeEntry();
            }
        }
        String row = String.format("| %s | `%s` | %s |%n", LocalDate.now(ZoneOffset.UTC), checksum(), reason);
        Files.writeString(PAGE, row, StandardOpenOption.APPEND);
    }

    private static void compile(Path classes) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<Path> sources = new ArrayList<>(filesIn(CONTRACTS));
        sources.addAll(filesIn(APPLICATION));
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            JavaCompiler.CompilationTask task = javac.getTask(
                    null,
                    files,
                    null,
                    List.of("--release", "17", "-g:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(new ChannelProcessor()));
            if (!task.call()) {
                throw new IOException("the frozen application does not compile");
            }
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Returns the checksum in the last row of the page. */
    static String lastListed() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        return lines.get(lines.size() - 1).split("\\|", -1)[2].replace('`', ' ').strip();
    }

    /** Returns the beginning of the SHA-256 of the jar. */
    static String checksum() throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(FILE));
            return HexFormat.of().formatHex(hash, 0, CHECKSUM_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
