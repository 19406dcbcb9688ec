package dev.strait.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares maximum sizes with the JSON of the largest message, in which every char of a text is escaped. */
class FrameSizeTest {

    /** The size of the braces and the type. */
    private static final int ENVELOPE = "{\"type\":\"m\",}".length();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    boolean a                                   | 'a':false,
                    int a                                       | 'a':-2147483648,
                    @AsString long a                            | 'a':'-9223372036854775808',
                    @Size(max = 2) String a                     | 'a':'\\u0000\\u0000',
                    @Size(max = 9) @Pattern(regexp = "[a-z]{2}-[0-9]?") String a | 'a':'\\u0061\\u0061\\u002d\\u0030',
                    @Size(max = 2) List<Boolean> a              | 'a':[false,false,],
                    @Size(max = 4) byte[] a                     | 'a':'\\u0041\\u0041\\u0041\\u0041\\u0041\\u0041\\u0041\\u0041',
                    @Size(max = 2) Map<E, Integer> a            | 'a':{'LONG':-2147483648,'LONG':-2147483648,},
                    E a, Optional<E> b                          | 'a':'LONG','b':'LONG',
                    @Name(value = "n", alias = "longer") E a    | 'longer':'LONG',
                    P a                                         | 'a':{'x':-2147483648,},
                    U a                                         | 'a':{'type':'q','y':-32768,'z':-32768,},
                    @Size(max = 1) Set<U> a                     | 'a':[{'type':'q','y':-32768,'z':-32768,},],
                    UUID a                                      |
                    R a                                         |
                    @Nullable @Size(max = 1) String a           | 'a':'\\u0000',
                    @Nullable Boolean a, @Nullable @Size(max = 0) String b | 'a':false,'b':null,
                    """)
    void limitedMessages(String components, String fields) {
        String text = message(components);
        if (fields == null) {
            assertThat(text).matches("\\[strait] Maximum size of \"m\": [0-9]+ bytes");
        } else {
            assertThat(text).isEqualTo("[strait] Maximum size of \"m\": " + (ENVELOPE + fields.length()) + " bytes");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    String a
                    @Pattern(regexp = "[a-z]+") String a
                    List<Boolean> a
                    @Size(max = 2) List<String> a
                    @Size(max = 9) Map<String, String> a
                    @Size(max = 2147483646) List<@Size(max = 2147483646) List<@Size(max = 2147483646) String>> a
                    """)
    void unlimitedMessages(String components) {
        assertThat(message(components)).isEqualTo("[strait] Maximum size of \"m\": unlimited");
    }

    @Test
    void sizesAreReportedOnRequestOnly() {
        assertThat(compile("int a").notes()).isEmpty();
    }

    private static String message(String components) {
        Compilation compilation = compile(components, "-Astrait.sizes=true");
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.notes()).hasSize(1);
        return compilation.notes().get(0).getMessage(null);
    }

    private static Compilation compile(String components, String... options) {
        return Compiler.javac()
                .withOptions(List.<Object>of((Object[]) options))
                .withProcessors(new ChannelProcessor())
                .compile(JavaFileObjects.forSourceString("C", """
                        import dev.strait.*;
                        import jakarta.validation.constraints.*;
                        import java.util.*;
                        import org.jspecify.annotations.Nullable;

                        @SuppressWarnings({"STRAIT-181", "STRAIT-182", "STRAIT-183"})
                        @Channel("/a")
                        interface C {
                            sealed interface ToServer {}
                            enum E { A, LONG }
                            record P(int x) {}
                            sealed interface U {}
                            record O(boolean x) implements U {}
                            record Q(short y, short z) implements U {}
                            record R(int x, Optional<R> next) {}
                            record M(%s) implements ToServer {}
                        }
                        """.formatted(components)));
    }

    /** Their names may be equal, because an answer is found by its id. */
    @Test
    void theLargestOfMessagesAndAnswersCounts() {
        Compilation compilation = Compiler.javac()
                .withProcessors(new ChannelProcessor())
                .compile(JavaFileObjects.forSourceString("C", """
                        import dev.strait.*;
                        import jakarta.validation.constraints.Size;

                        @Channel("/c")
                        interface C {
                            sealed interface ToServer {}
                            sealed interface ToClient {}
                            @Type("same") record Large(@Size(max = 100) String a) implements ToServer {}
                            record Question(@Size(max = 5) String a) implements ToClient, Ask<Small> {}
                            @Type("same") record Small(boolean a) {}
                        }
                        """));
        int bytes = "{'type':'same','a':'',}".length() + 6 * 100;
        assertThat(compilation.generatedSourceFile("CCodec").orElseThrow())
                .satisfies(codec -> assertThat(codec.getCharContent(true).toString())
                        .contains(".maxMessageBytes(" + bytes + "L, \"same\")"));
    }
}
