package dev.strait.tests.soak;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Packs the folders of a class path into jars, as an application has them. A jar stays open, so classes can also be loaded
 * from it while a process has no file descriptors left; each class in a folder needs one.
 */
final class Jars {

    private static final Path FOLDER = Path.of("target", "soak-jars");

    private Jars() {}

    static String of(String classPath) throws IOException {
        Files.createDirectories(FOLDER);
        List<String> jars = new ArrayList<>();
        for (String entry : classPath.split(Pattern.quote(File.pathSeparator), -1)) {
            Path path = Path.of(entry);
            jars.add(Files.isDirectory(path) ? jar(path, jars.size()).toString() : entry);
        }
        return String.join(File.pathSeparator, jars);
    }

    private static Path jar(Path folder, int number) throws IOException {
        Path jar = FOLDER.resolve("classes-" + number + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> add(out, folder, file));
        }
        return jar;
    }

    private static void add(JarOutputStream out, Path folder, Path file) {
        try {
            out.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
            Files.copy(file, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
