package dev.strait.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A folder in the tree of a front end, which {@code -Astrait.client.dir=DIR} names. It gets the browser files of all
 * contracts, and those that they import. A file is written only if it changes, because bundlers watch the folder.
 */
final class ClientFolder {

    static final String DIR = "strait.client.dir";

    private static final List<String> RUNTIME = List.of(
            "strait.js", "strait.d.ts", "checks.js", "connection.js", "link.js", "outbox.js", "rooms.js", "source.js");

    private static final List<String> HOOKS = List.of("strait.react.js", "strait.react.d.ts");

    private static final String PACKAGE = """
            {
              "name": "strait-channels",
              "private": true,
              "type": "module",
              "sideEffects": false,
              "exports": { "./*": "./*" }
            }
            """;

    private final Path folder;
    private final List<String> shared;

    /** Creates the writer of a folder, with the hooks for React or without. */
    ClientFolder(Path folder, boolean hasHooks) {
        this.folder = folder;
        this.shared = hasHooks ? Stream.concat(RUNTIME.stream(), HOOKS.stream()).toList() : RUNTIME;
    }

    /** Writes the files of a contract, and those that all contracts share. */
    void write(Map<String, String> files) {
        try {
            Files.createDirectories(folder);
            for (String name : shared) {
                write(name, runtimeFile(name));
            }
            write("package.json", PACKAGE.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, String> file : files.entrySet()) {
                write(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        boolean isSame = Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content);
        if (!isSame) {
            Files.write(file, content);
        }
    }

    /** The processor has a copy of its own, because not every compiler lets it read the class path. */
    private static byte[] runtimeFile(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ClientFolder.class.getResourceAsStream("client/" + name), name)) {
            return in.readAllBytes();
        }
    }
}
