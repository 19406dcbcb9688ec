package dev.strait.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Legal contracts that are unusual compile without a warning, also in generated code. */
class OddSourcesTest {

    private static Compilation compile(List<String> options, JavaFileObject... sources) {
        List<Object> all = new ArrayList<>(List.of("-Xlint:all,-processing,-classfile,-options", "-Werror"));
        all.addAll(options);
        return Compiler.javac()
                .withOptions(all)
                .withProcessors(new ChannelProcessor())
                .compile(sources);
    }

    private static void assertCompiles(List<String> options, JavaFileObject... sources) {
        Compilation compilation = compile(options, sources);
        assertThat(compilation.diagnostics())
                .as("%s", compilation.diagnostics())
                .noneMatch(problem -> problem.getKind().name().matches("ERROR|.*WARNING"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "US-ASCII", "ISO-8859-1", "UTF-16"})
    void generatedSourcesAreAsciiWhateverTheEncodingOfTheCompiler(String encoding) throws IOException {
        Compilation compilation = compile(List.of("-encoding", encoding), JavaFileObjects.forSourceString("Shop", """
                import dev.strait.*;
                import jakarta.validation.constraints.*;

                /** Sells caf\\u00e9 \\u2028 cr\\u00e8me. */
                @Channel("/ws/shop")
                public interface Shop {
                    sealed interface ToServer {}
                    sealed interface ToClient {}
                    @Type("\\u20acuro") record Pay(
                            @Name("stra\\u00dfe") @Size(max = 40) String street,
                            @Default("caf\\u00e9") @Size(max = 9) String place) implements ToServer, ToClient {}
                    record Spell(@Pattern(regexp = "[\\u00e0-\\u00ff]+") @Size(max = 9) String word) implements ToServer {}
                    record M\\u00fcll(@Size(max = 3) String \\u00e4) implements ToServer {}
                }
                """));
        assertThat(compilation.errors()).isEmpty();
        for (JavaFileObject file : compilation.generatedSourceFiles()) {
            assertThat(file.getCharContent(false).chars()).as(file.getName()).allMatch(unit -> unit < 0x80);
        }
        JavaFileObject canonical = compilation.generatedFiles().stream()
                .filter(file -> file.getName().endsWith(".channel.json"))
                .findFirst()
                .orElseThrow();
        String text = new String(canonical.openInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text).contains("\\u20acuro", "stra\\u00dfe", "caf\\u00e9");
    }

    /** They end no line in Java. The contract has them itself, not as Unicode escapes, which are the same to javac. */
    @ParameterizedTest
    @ValueSource(strings = {"\u2028", "\u2029", "\u0085"})
    void textsMayHaveAnyCharacter(String separator) {
        assertCompiles(List.of(), JavaFileObjects.forSourceString("Note", """
                import dev.strait.*;
                import jakarta.validation.constraints.*;

                @SuppressWarnings("STRAIT-187")
                @Channel("/ws/note")
                public interface Note {
                    sealed interface ToServer {}
                    sealed interface ToClient {}
                    @Type("no#te") record Line(
                            @Pattern(regexp = "[^#]{1,100}") @Size(max = 100) String linear,
                            @Pattern(regexp = "(a|b#)*c", message = "one # line") @Size(max = 9) String backtracking,
                            @Name("na#me") @Default("de#fault") @Size(max = 9, message = "# x") String named)
                            implements ToServer, ToClient {}
                }
                """.replace("#", separator)));
    }

    @Test
    void aDirectionMayHaveThousandMessages() {
        String messages = IntStream.range(0, 1_200)
                .mapToObj(i -> "record Message" + i + "(@Size(max = 9) String text) implements ToServer, ToClient {}\n")
                .collect(Collectors.joining());
        assertCompiles(List.of(), JavaFileObjects.forSourceString("Large", """
                import dev.strait.*;
                import jakarta.validation.constraints.*;

                @Channel("/ws/large")
                public interface Large {
                    sealed interface ToServer {}
                    sealed interface ToClient {}
                """ + messages + "}"));
    }

    @Test
    void deprecatedPartsDoNotWarnInGeneratedCode() {
        assertCompiles(List.of(), JavaFileObjects.forSourceString("Order", """
                import dev.strait.*;

                @SuppressWarnings({"STRAIT-183", "deprecation", "removal"})
                @Channel("/ws/order/{id}")
                public interface Order {
                    sealed interface ToServer {}
                    sealed interface ToClient {}
                    @Deprecated record Room(long id) {}
                    @Deprecated enum Speed { SLOW, FAST }
                    @Deprecated(forRemoval = true) record Size(int cm) {}
                    record Send(Speed speed, Size size) implements ToServer {}
                    record Sent(int parcels, @Deprecated(since = "2", forRemoval = true) int boxes) implements ToClient {}
                    record Cancel(int parcel) implements ToServer, Ask<Cancel.Outcome> {
                        public sealed interface Outcome {}
                        public record Done() implements Outcome {}
                        @Deprecated(forRemoval = true) public record Maybe() implements Outcome {}
                    }
                }
                """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Override", "String", "Long", "AssertionError", "Object", "Exception", "Deprecated", "List"})
    void typesOfThePackageDoNotHideThoseOfJava(String name) {
        assertCompiles(
                List.of(),
                JavaFileObjects.forSourceString("p." + name, "package p; public enum " + name + " { A, B }"),
                JavaFileObjects.forSourceString("p.Rules", """
                        package p;

                        @dev.strait.Channel("/ws/rules")
                        public interface Rules {
                            sealed interface ToServer {}
                            sealed interface ToClient {}
                            record Change(int rule, java.lang.@jakarta.validation.constraints.Size(max = 3) String text)
                                    implements ToServer {}
                            record Changed(int rule, %s by) implements ToClient {}
                        }
                        """.formatted(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Chat$", "A$B", "$"})
    void namesMayContainADollar(String name) {
        assertCompiles(List.of(), JavaFileObjects.forSourceString("p." + name, """
                package p;

                @dev.strait.Channel("/ws/chat")
                public interface %s {
                    sealed interface ToServer {}
                    sealed interface ToClient {}
                    record Ping$(int n$) implements ToServer, ToClient {}
                }
                """.formatted(name)));
    }

    @ParameterizedTest
    @ValueSource(ints = {66, 200})
    void largeContractsCompile(int messages) {
        String components =
                IntStream.range(0, 30).mapToObj(i -> "int field" + i).collect(Collectors.joining(", "));
        String records = IntStream.range(0, messages)
                .mapToObj(i -> "record Message" + i + "(" + components + ") implements ToServer, ToClient {}")
                .collect(Collectors.joining("\n"));
        assertCompiles(List.of(), JavaFileObjects.forSourceString("p.Big", """
                package p;

                @dev.strait.Channel("/ws/big")
                public interface Big {
                    sealed interface ToServer {}
                    sealed interface ToClient {}
                    %s
                }
                """.formatted(records)));
    }

    @Test
    void manyAliasesCompile() {
        String aliases = IntStream.range(0, 500).mapToObj(i -> "\"a" + i + "\"").collect(Collectors.joining(", "));
        assertCompiles(List.of(), JavaFileObjects.forSourceString("p.Aliases", """
                package p;

                @dev.strait.Channel("/ws/aliases")
                public interface Aliases {
                    sealed interface ToServer {}
                    record Say(@dev.strait.Name(alias = {%s}) int a) implements ToServer {}
                }
                """.formatted(aliases)));
    }

    @Test
    void commentsAreValidInGeneratedCode() {
        Compilation compilation = compile(
                List.of("-Xdoclint:html,reference,syntax/public"), JavaFileObjects.forSourceString("p.Docs", """
                package p;

                @dev.strait.Channel("/ws/docs")
                public interface Docs {
                    sealed interface ToServer {}
                    /** Says <b>it</b> &amp; more: {@code a < b}, {@link String}. */
                    record Say(int a) implements ToServer {}
                }
                """));
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generatedSourceFiles())
                .anySatisfy(file -> assertThat(file.getCharContent(false).toString())
                        .contains("Says <b>it</b> &amp; more: {@code a < b}, {@code String}."));
    }

    @Test
    void charactersThatAreNotMarkupAreEscapedInGeneratedComments() throws IOException {
        Compilation compilation = Compiler.javac()
                .withProcessors(new ChannelProcessor())
                .compile(JavaFileObjects.forSourceString("p.Docs", """
                        package p;

                        @dev.strait.Channel("/ws/docs")
                        public interface Docs {
                            sealed interface ToServer {}
                            /** Tea & more: a < b -> c. */
                            record Say(int a) implements ToServer {}
                        }
                        """));
        String handler = compilation.generatedSourceFiles().stream()
                .filter(file -> file.getName().toLowerCase(Locale.ROOT).endsWith("docshandler.java"))
                .findFirst()
                .orElseThrow()
                .getCharContent(false)
                .toString();
        assertThat(handler).contains("Tea &amp; more: a &lt; b -&gt; c.");
    }
}
