package dev.strait.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.zip.CRC32;

/** Finds static files. */
@FunctionalInterface
interface FileSource {

    /**
     * Finds a file.
     *
     * @param path a safe relative path with slashes; see {@link StaticFiles}
     */
    Optional<Content> find(String path) throws IOException;

    /**
     * Returns the files of a folder. Changes take effect at once. Links must not lead out of the folder. A name that the
     * platform cannot encode, as in the POSIX locale, is not found.
     */
    static FileSource folder(Path folder) {
        return path -> {
            try {
                Path file = folder.resolve(path);
                return Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath())
                        ? Optional.of(file(file))
                        : Optional.empty();
            } catch (InvalidPathException notEncodable) {
                return Optional.empty();
            }
        };
    }

    /** Returns the resources of a class loader under a prefix. */
    static FileSource classPath(ClassLoader loader, String prefix) {
        return path -> {
            URL resource = loader.getResource(prefix + path);
            return resource == null ? Optional.empty() : resource(resource);
        };
    }

    /** Returns one source for paths with a prefix, and another one for all others and for what the first does not have. */
    static FileSource under(String prefix, FileSource special, FileSource others) {
        return path -> {
            Optional<Content> found = path.startsWith(prefix) ? special.find(path) : Optional.empty();
            return found.isPresent() ? found : others.find(path);
        };
    }

    private static Optional<Content> resource(URL resource) throws IOException {
        if (resource.getProtocol().equals("file")) {
            try {
                Path file = Path.of(new URI(resource.toString()));
                return Files.isRegularFile(file) ? Optional.of(file(file)) : Optional.empty();
            } catch (URISyntaxException noFile) {
                return Optional.empty();
            }
        }
        URLConnection connection = resource.openConnection();
        if (!(connection instanceof JarURLConnection jar)) {
            byte[] all = read(connection);
            CRC32 sum = new CRC32();
            sum.update(all);
            return Optional.of(
                    new Content(all.length, Long.toHexString(sum.getValue()), () -> new ByteArrayInputStream(all)));
        }
        JarEntry entry = jar.getJarEntry();
        // Not the time, which is the same for all entries of a reproducible build.
        String version = Long.toHexString(entry.getCrc()) + "-" + Long.toHexString(entry.getSize());
        return entry.isDirectory()
                ? Optional.empty()
                : Optional.of(new Content(entry.getSize(), version, resource::openStream));
    }

    private static byte[] read(URLConnection connection) throws IOException {
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private static Content file(Path file) throws IOException {
        long bytes = Files.size(file);
        String version =
                Long.toHexString(Files.getLastModifiedTime(file).toInstant().toEpochMilli());
        return new Content(bytes, version + "-" + Long.toHexString(bytes), () -> Files.newInputStream(file));
    }
}
