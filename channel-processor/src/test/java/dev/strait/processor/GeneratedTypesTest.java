package dev.strait.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A contract may use types that another processor generates, wherever they are named. */
class GeneratedTypesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // in a component
                """
                sealed interface ToClient {}
                record Tick(Color color) implements ToClient {}
                """,
                // in a record that is declared elsewhere
                """
                sealed interface ToClient {}
                record Tick(java.util.List<Outside> outside) implements ToClient {}
                """,
                // among the subtypes of a sealed interface
                """
                sealed interface ToClient {}
                record Tick(Shape[] shapes) implements ToClient {}
                sealed interface Shape permits Circle, Square {}
                record Circle(int radius) implements Shape {}
                """,
                // in an answer
                """
                sealed interface ToServer {}
                record Paint(int x) implements ToServer, dev.strait.Ask<Outside> {}
                """
            })
    void generatedTypesMayBeUsed(String members) {
        Compilation compilation = compile("@dev.strait.Channel(\"/feed\") interface Feed {" + members + "}");
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generatedSourceFile("FeedCodec")).isPresent();
    }

    @Test
    void generatedTypesMayBeUsedInADirectionThatIsDeclaredElsewhere() {
        Compilation compilation =
                compile("@dev.strait.Channel(value = \"/feed\", toClient = Messages.class) interface Feed {}");
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generatedSourceFile("FeedCodec")).isPresent();
    }

    @Test
    void aGeneratedRecordIsAVariantOfItsSealedInterface() throws IOException {
        Compilation compilation = compile("""
                @dev.strait.Channel("/feed")
                interface Feed {
                    sealed interface ToClient {}
                    record Tick(Shape shape) implements ToClient {}
                    sealed interface Shape permits Circle, Square {}
                    record Circle(int radius) implements Shape {}
                }
                """);
        assertThat(compilation
                        .generatedSourceFile("FeedCodec")
                        .orElseThrow()
                        .getCharContent(false)
                        .toString())
                .contains("Square readSquare(");
    }

    @Test
    void methodsOfClientsDoNotClash() {
        Compilation compilation = compile("""
                @SuppressWarnings("STRAIT-189")
                @dev.strait.Channel("/feed")
                interface Feed {
                    sealed interface ToServer {}
                    sealed interface ToClient {}
                    record Close(int x) implements ToServer {}
                    record SendClose(int x) implements ToServer {}
                    record Open() implements ToServer {}
                    record New() implements ToServer, dev.strait.Ask<New.Answer> {
                        public record Answer(int x) {}
                    }
                    record Message(int x) implements ToClient {}
                    record MessageMessage(int x) implements ToClient {}
                    record State(int x) implements ToClient {}
                    record StateIn(int x) implements ToClient {}
                }
                """);
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generatedSourceFile("FeedClient")).isPresent();
    }

    @Test
    void constantsOfConstraintsMayBeGenerated() {
        Compilation compilation = compile("""
                @dev.strait.Channel("/feed")
                interface Feed {
                    sealed interface ToServer {}
                    record Say(@jakarta.validation.constraints.Size(max = Color.MAX) String text) implements ToServer {}
                }
                """);
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generatedSourceFile("FeedCodec")).isPresent();
    }

    @Test
    void classesInAContractMayUseWhatIsGeneratedForIt() {
        Compilation compilation = compile("""
                @dev.strait.Channel("/feed")
                interface Feed {
                    sealed interface ToServer {}
                    record Say(@jakarta.validation.constraints.Size(max = 9, message = "<error>") String text)
                            implements ToServer {}
                    final class Service implements FeedHandler<String> {
                        @Override
                        public String open(dev.strait.runtime.Handshake handshake) {
                            return "";
                        }
                        @Override
                        public void onSay(Say say, FeedConnection<String> from) {}
                    }
                }
                """);
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generatedSourceFile("FeedCodec")).isPresent();
    }

    @Test
    void methodsOfMessagesMayUseWhatIsGeneratedForTheContract() {
        Compilation compilation = compile("""
                @dev.strait.Channel("/feed")
                interface Feed {
                    sealed interface ToServer {
                        void handle(FeedConnection<String> from);
                    }
                    sealed interface ToClient {}
                    record Ping(int number) implements ToServer {
                        @Override
                        public void handle(FeedConnection<String> from) {
                            from.reply().pong(number);
                        }
                    }
                    record Pong(int number) implements ToClient {}
                }
                """);
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generatedSourceFile("FeedCodec")).isPresent();
    }

    @Test
    void aSubtypeThatDoesNotExistIsReportedByTheCompilerOnly() {
        Compilation compilation = compile("""
                @dev.strait.Channel("/feed")
                interface Feed {
                    sealed interface ToClient permits Missing {}
                }
                """);
        assertThat(compilation.diagnostics())
                .filteredOn(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .extracting(
                        problem -> problem.getMessage(null).lines().findFirst().orElseThrow())
                .containsOnly("cannot find symbol");
    }

    private static Compilation compile(String contract) {
        return Compiler.javac()
                .withProcessors(new ChannelProcessor(), new OtherProcessor())
                .compile(
                        JavaFileObjects.forSourceString("Outside", "record Outside(Color color) {}"),
                        JavaFileObjects.forSourceString(
                                "Messages",
                                "sealed interface Messages { record Tick(Color color) implements Messages {} }"),
                        JavaFileObjects.forSourceString("Feed", contract));
    }

    /** Generates an enum and a record in the first round. */
    private static final class OtherProcessor extends AbstractProcessor {

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (processingEnv.getElementUtils().getTypeElement("Color") == null && !round.processingOver()) {
                write("Color", "enum Color { RED; static final int MAX = 3; }");
                write("Square", "record Square(int side) implements Feed.Shape {}");
            }
            return false;
        }

        private void write(String name, String source) {
            boolean isUsed =
                    !name.equals("Square") || processingEnv.getElementUtils().getTypeElement("Feed.Shape") != null;
            if (!isUsed) {
                return;
            }
            try (Writer file = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                file.write(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
