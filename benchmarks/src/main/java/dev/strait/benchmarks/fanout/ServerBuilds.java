package dev.strait.benchmarks.fanout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the C programs, the servers that use Strait, and all other servers that are not up to date. */
final class ServerBuilds {

    private final Path sources;
    private final Path target;

    /** Takes the directory that contains {@code native} and {@code servers}, and the output directory. */
    ServerBuilds(Path sources, Path target) {
        this.sources = sources.toAbsolutePath();
        this.target = target.toAbsolutePath();
    }

    Path target() {
        return target;
    }

    Path folder(ServerProgram server) {
        return server.build() == ServerProgram.Build.CC
                ? target
                : sources.resolve("servers").resolve(server.folder());
    }

    void compileNative() throws IOException {
        for (String program : List.of("load", "reference_server")) {
            String source = sources.resolve("native/" + program + ".c").toString();
            String binary = target.resolve(program).toString();
            Commands.run(
                    sources,
                    target.resolve("logs/cc-" + program + ".log"),
                    60,
                    List.of("cc", "-O2", "-Wall", "-Wextra", "-Werror", "-o", binary, source));
        }
    }

    void build(ServerProgram server) throws IOException {
        if (server.build() == ServerProgram.Build.CC) {
            return;
        }
        Path folder = folder(server);
        if (server.build() == ServerProgram.Build.PREBUILT) {
            if (!Files.exists(folder.resolve("target/server.jar"))) {
                throw new IOException("the project of " + server.name() + " has not been built");
            }
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("no such project: servers/" + server.folder());
        }
        boolean isMaven = server.build() == ServerProgram.Build.MAVEN;
        // The installed Strait may be newer than the build of a server that uses it.
        boolean usesStrait = server.folder().startsWith("strait");
        if (!usesStrait && isUpToDate(folder, isMaven)) {
            return;
        }
        List<String> command = isMaven ? List.of("mvn", "-q", "-B", "package") : List.of("npm", "ci", "--no-audit");
        Commands.run(folder, target.resolve("logs/build-" + server.folder() + ".log"), 900, command);
    }

    /** Whether the build output exists and is not older than its sources. */
    private static boolean isUpToDate(Path folder, boolean isMaven) throws IOException {
        Optional<Path> output = Stream.of(
                        "target/quarkus-app/quarkus-run.jar", "target/server.jar", "node_modules/.package-lock.json")
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst();
        return output.isPresent()
                && newest(folder, isMaven ? "pom.xml" : "package-lock.json")
                                .compareTo(Files.getLastModifiedTime(output.get()))
                        <= 0;
    }

    private static FileTime newest(Path folder, String description) throws IOException {
        FileTime newest = Files.getLastModifiedTime(folder.resolve(description));
        Path source = folder.resolve("src");
        if (Files.isDirectory(source)) {
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    FileTime time = Files.getLastModifiedTime(file);
                    newest = time.compareTo(newest) > 0 ? time : newest;
                }
            }
        }
        return newest;
    }
}
