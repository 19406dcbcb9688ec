package dev.strait.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientFolderTest {

    private static final Set<String> WITHOUT_HOOKS = Set.of(
            "package.json",
            "com.acme.Chat.js",
            "com.acme.Chat.d.ts",
            "strait.js",
            "strait.d.ts",
            "checks.js",
            "connection.js",
            "link.js",
            "outbox.js",
            "rooms.js",
            "source.js");
    private static final Set<String> HOOKS =
            Set.of("com.acme.Chat.react.js", "com.acme.Chat.react.d.ts", "strait.react.js", "strait.react.d.ts");

    @TempDir
    private Path folder;

    private Path client() {
        return folder.resolve("new").resolve("strait");
    }

    private Compilation compile(String message, String... options) {
        Compilation compilation = javac().withProcessors(new ChannelProcessor())
                .withOptions(Stream.concat(Stream.of("-Astrait.client.dir=" + client()), Arrays.stream(options))
                        .toArray())
                .compile(JavaFileObjects.forSourceLines(
                        "com.acme.Chat",
                        "package com.acme;",
                        "import dev.strait.Channel;",
                        "@Channel(\"/ws/chat\")",
                        "interface Chat {",
                        "    sealed interface ToServer {}",
                        "    sealed interface ToClient {}",
                        "    " + message + " implements ToServer {}",
                        "    record Said(int count) implements ToClient {}",
                        "}"));
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
        return compilation;
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(client())) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    @Test
    void theFolderGetsTheModulesAndWhatTheyImport() throws IOException {
        compile("record Say(int count)");
        assertThat(names()).isEqualTo(WITHOUT_HOOKS);
    }

    @Test
    void hooksForReactAreWrittenOnRequest() throws IOException {
        Compilation compilation = compile("record Say(int count)", "-Astrait.react=true");
        assertThat(names()).containsAll(WITHOUT_HOOKS).containsAll(HOOKS).hasSize(15);
        assertThat(Files.readString(client().resolve("com.acme.Chat.react.js"))).contains("export const useChat = ");
        assertThat(compilation.generatedFiles())
                .anyMatch(file -> file.getName().endsWith("META-INF/resources/strait/com.acme.Chat.react.js"));
    }

    @Test
    void onlyFilesThatChangeAreWritten() throws IOException {
        compile("record Say(int count)");
        FileTime old = FileTime.fromMillis(0);
        for (String name : names()) {
            Files.setLastModifiedTime(client().resolve(name), old);
        }
        compile("record Say(int sum)");
        for (String name : names()) {
            boolean isOld = Files.getLastModifiedTime(client().resolve(name)).equals(old);
            assertThat(isOld).as(name).isEqualTo(!name.startsWith("com.acme.Chat."));
        }
    }
}
