package dev.strait.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests get the kits of contracts that were compiled before. */
class TestKitsTest {

    /** With a warning, and with annotations on types, which javac cannot see in class files before JDK 22. */
    private static final String CHAT = """
            package com.acme;
            import dev.strait.*;
            import jakarta.validation.constraints.Size;
            import java.util.List;
            @SuppressWarnings("STRAIT-182")
            @Channel("/chat/{room}")
            public interface Chat {
                record Room(String room) {}
                sealed interface ToServer {}
                sealed interface ToClient {}
                record Say(String text, List<@Size(max = 9) String> tags) implements ToServer {}
                record WhoAmI() implements ToServer, Ask<Me> {}
                record Me(@Size(max = 9) String name) {}
                record Said(String text) implements ToClient {}
            }
            """;

    @TempDir
    Path classes;

    @BeforeEach
    void compileContract() throws IOException {
        compileInto(classes, List.of(new ChannelProcessor()), JavaFileObjects.forSourceString("com.acme.Chat", CHAT));
        assertThat(classes.resolve("com/acme/ChatEndpoint.class")).exists();
        Files.delete(classes.resolve("com/acme/ChatTestKit.class")); // src/main has no test kits on its class path
    }

    private static void compileInto(Path folder, List<ChannelProcessor> processors, JavaFileObject source)
            throws IOException {
        Compilation compilation = Compiler.javac().withProcessors(processors).compile(source);
        assertThat(compilation.errors()).isEmpty();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                Path target = folder.resolve(file.getName().replaceFirst("^/CLASS_OUTPUT/", ""));
                Files.createDirectories(target.getParent());
                try (var in = file.openInputStream()) {
                    Files.copy(in, target);
                }
            }
        }
    }

    private Compilation compileTests(String... sources) {
        List<File> classPath = new ArrayList<>(List.of(classes.toFile()));
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .forEach(classPath::add);
        List<JavaFileObject> files = new ArrayList<>();
        for (int i = 0; i < sources.length; i++) {
            files.add(JavaFileObjects.forSourceString("ChatTest" + i, sources[i]));
        }
        return Compiler.javac()
                .withOptions("-Xlint:all,-processing,-classfile,-options", "-Werror", "--release", "17")
                .withProcessors(new ChannelProcessor())
                .withClasspath(classPath)
                .compile(files);
    }

    @Test
    void theKitOfACompiledContractIsGenerated() {
        Compilation compilation = compileTests("""
                import com.acme.*;
                import dev.strait.test.GenerateTestKit;
                @GenerateTestKit(Chat.class)
                class ChatTest0 {
                    String name(ChatHandler<?> handler) {
                        try (ChatTestKit kit = ChatTestKit.of(handler)) {
                            ChatTestKit.Client ann = kit.connect("lobby", who -> who.user("ann"));
                            ann.say("hi", java.util.List.of());
                            return ann.whoAmI().name();
                        }
                    }
                }
                """);
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
        assertThat(compilation.generatedSourceFiles())
                .extracting(file -> Path.of(file.getName()).getFileName().toString())
                .containsExactly("ChatTestKit.java");
    }

    @Test
    void twoTestsMayNameTheSameContract() {
        Compilation compilation = compileTests("""
                @dev.strait.test.GenerateTestKit(com.acme.Chat.class)
                class ChatTest0 {}
                """, """
                @dev.strait.test.GenerateTestKit({com.acme.Chat.class})
                class ChatTest1 {}
                """);
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generatedSourceFiles()).hasSize(1);
    }

    @Test
    void aContractWithoutAnEndpointHasNoKit() throws IOException {
        Files.delete(classes.resolve("com/acme/ChatEndpoint.class"));
        Compilation compilation = compileTests("""
                @dev.strait.test.GenerateTestKit(com.acme.Chat.class)
                class ChatTest0 {}
                """);
        assertThat(compilation.errors())
                .singleElement()
                .extracting(error -> error.getMessage(null))
                .asString()
                .contains("[STRAIT-190]")
                .contains("com.acme.ChatEndpoint is not on the class path");
    }
}
