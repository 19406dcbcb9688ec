package dev.strait.benchmarks.fanout;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the library version of a server that has been built. */
final class Versions {

    private Versions() {}

    /** Returns text such as {@code vertx-core 5.2.3}; empty if the server has no library or it was not found. */
    static Optional<String> of(ServerProgram server, Path folder) throws IOException {
        if (server.library().isEmpty()) {
            return Optional.empty();
        }
        Path description = folder.resolve("node_modules/" + server.library() + "/package.json");
        if (Files.exists(description)) {
            String version = new ObjectMapper()
                    .readTree(description.toFile())
                    .path("version")
                    .asText();
            return Optional.of(server.library() + " " + version);
        }
        for (String libraries : new String[] {"target/lib", "target/quarkus-app/lib/main"}) {
            Optional<String> version = ofJar(server.library(), folder.resolve(libraries));
            if (version.isPresent()) {
                return version.map(found -> server.library() + " " + found);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofJar(String library, Path libraries) throws IOException {
        if (!Files.isDirectory(libraries)) {
            return Optional.empty();
        }
        Pattern jar = Pattern.compile(Pattern.quote(library) + "-(\\d.*)\\.jar");
        try (Stream<Path> files = Files.list(libraries)) {
            return files.map(file -> jar.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> name.group(1))
                    .findFirst();
        }
    }
}
