package dev.strait.war;

import dev.strait.Channel;
import dev.strait.runtime.ChannelHub;
import dev.strait.servlet.HandshakeFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;

/** An exploded WAR with the classes of the tests and of Strait. */
public final class War {

    /** One class from each folder and jar of the application. */
    private static final List<Class<?>> APPLICATION =
            List.of(Echo.class, HubCloser.class, HandshakeFilter.class, ChannelHub.class, Channel.class);

    private War() {}

    /** Creates the WAR in a folder. */
    public static Path create(Path base) throws IOException {
        Path war = Files.createDirectories(base.resolve("app"));
        for (Class<?> type : APPLICATION) {
            copy(origin(type), war.resolve("WEB-INF/classes"));
        }
        return war;
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Copies a folder or the content of a jar. */
    private static void copy(Path origin, Path target) throws IOException {
        if (Files.isDirectory(origin)) {
            copyTree(origin, target);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(origin)) {
            copyTree(jar.getPath("/"), target);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("MANIFEST.MF") && !file.endsWith("module-info.class"))
                    .forEach(file ->
                            copyFile(file, to.resolve(from.relativize(file).toString())));
        }
    }

    private static void copyFile(Path from, Path to) {
        try (InputStream in = Files.newInputStream(from)) {
            Files.createDirectories(to.getParent());
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING); // folders and jars may have the same file
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the class loader of the container. It hides the resources of the application, because the tests have one class
     * path for both.
     */
    public static ClassLoader containerLoader() {
        List<String> origins =
                APPLICATION.stream().map(type -> origin(type).toString()).toList();
        return new ClassLoader(War.class.getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return Collections.enumeration(Collections.list(super.getResources(name)).stream()
                        .filter(url -> origins.stream()
                                .noneMatch(origin -> url.toString().contains(origin.toString())))
                        .toList());
            }
        };
    }
}
