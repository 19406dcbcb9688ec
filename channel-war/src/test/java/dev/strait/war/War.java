package dev.strait.war;

import dev.strait.Channel;
import dev.strait.runtime.ChannelHub;
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

/** An application as a folder, as an unpacked WAR is: the classes of the tests, and those of Strait. */
public final class War {

    /** One class of each part of it. */
    private static final List<Class<?>> APPLICATION =
            List.of(Echo.class, HubCloser.class, ChannelHub.class, Channel.class);

    private War() {}

    /** Makes the folder. */
    public static Path make(Path base) throws IOException {
        Path war = Files.createDirectories(base.resolve("app"));
        for (Class<?> one : APPLICATION) {
            copy(origin(one), war.resolve("WEB-INF/classes"));
        }
        return war;
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException noFile) {
            throw new IllegalStateException(noFile);
        }
    }

    /** Copies a folder, or what is in a jar. */
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
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING); // packages are spread over them
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * The container's class path. The tests have one class path for the container and the application, so what is the
     * application's is not shown as the container's.
     */
    public static ClassLoader containerLoader() {
        List<String> applications =
                APPLICATION.stream().map(one -> origin(one).toString()).toList();
        return new ClassLoader(War.class.getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return Collections.enumeration(Collections.list(super.getResources(name)).stream()
                        .filter(url -> applications.stream()
                                .noneMatch(origin -> url.toString().contains(origin.toString())))
                        .toList());
            }
        };
    }
}
