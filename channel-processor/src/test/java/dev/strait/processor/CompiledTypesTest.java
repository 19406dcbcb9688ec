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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annotations of records from class files are honoured or cause a compile error. They are never lost. */
class CompiledTypesTest {

    private static final boolean SEES_TYPE_ANNOTATIONS = Runtime.version().feature() >= 22;

    @TempDir
    Path classes;

    private boolean isValidationOnClassPath = true;

    @Test
    void constraintsOnComponentsAreHonoured() throws IOException {
        compileLibrary("public record Plain(@jakarta.validation.constraints.Size(max = 3) String text, int number) {}");
        assertThat(codec("lib.Plain plain")).contains("text.length() > 3");
    }

    @Test
    void constraintsOnTypeArguments() throws IOException {
        compileLibrary(
                "public record Tags(java.util.List<@jakarta.validation.constraints.Size(max = 3) String> all) {}");
        assertHonouredOrError("lib.Tags tags", "Size", "item.length() > 3");
    }

    @Test
    void nullableTypes() throws IOException {
        compileLibrary("public record Maybe(@org.jspecify.annotations.Nullable String text) {}");
        assertHonouredOrError("lib.Maybe maybe", "Nullable", "value.text();\n        if (text != null)");
    }

    @Test
    void annotationsOfStrait() throws IOException {
        compileLibrary("public record Id(@dev.strait.AsString long id) {}");
        assertHonouredOrError("lib.Id id", "AsString", "in.longText()");
    }

    @Test
    void nestedRecords() throws IOException {
        compileLibrary("""
                public final class Shapes {
                    public sealed interface Shape {}
                    public record Poly(java.util.List<@jakarta.validation.constraints.Min(1) Integer> sides) implements Shape {}
                }
                """);
        assertHonouredOrError("lib.Shapes.Shape shape", "Min", "item < 1");
    }

    @Test
    void repeatedConstraints() throws IOException {
        compileLibrary("""
                import jakarta.validation.constraints.Pattern;
                public record Twice(java.util.List<@Pattern(regexp = "[a-z]*") @Pattern(regexp = "x.*") String> all) {}
                """);
        assertHonouredOrError("lib.Twice twice", "Pattern", "matchesTwiceAll");
    }

    @Test
    void constraintsThatApplyToTypesOnly() throws IOException {
        compileLibrary("""
                import java.lang.annotation.*;
                public record Own(@Short String text) {
                    @jakarta.validation.constraints.Size(max = 3)
                    @jakarta.validation.Constraint(validatedBy = {})
                    @Target(ElementType.TYPE_USE)
                    @Retention(RetentionPolicy.RUNTIME)
                    public @interface Short {
                        String message() default "";
                        Class<?>[] groups() default {};
                        Class<? extends jakarta.validation.Payload>[] payload() default {};
                    }
                }
                """);
        assertHonouredOrError("lib.Own own", "Short", "text.length() > 3");
    }

    @Test
    void constraintsOnArraysAreHonoured() throws IOException {
        compileLibrary("public record Numbers(@jakarta.validation.constraints.Size(max = 3) int[] all) {}");
        assertThat(codec("lib.Numbers numbers")).contains("all.length > 3");
    }

    @Test
    void constraintsWithoutClassesAreAnError() throws IOException {
        compileLibrary("public record Plain(@jakarta.validation.constraints.Size(max = 3) String text) {}");
        isValidationOnClassPath = false;
        assertThat(compile("lib.Plain plain").errors())
                .singleElement()
                .extracting(error -> error.getMessage(null))
                .asString()
                .contains("[STRAIT-116]")
                .contains("@Size")
                .contains("jakarta.validation-api");
    }

    @Test
    void inaccessibleTypesAreAnError() throws IOException {
        compileLibrary("public record Outer(Hidden hidden) {} enum Hidden { A }");
        assertThat(compile("lib.Outer outer").errors())
                .singleElement()
                .extracting(error -> error.getMessage(null))
                .asString()
                .contains("[STRAIT-115] Hidden");
    }

    @Test
    void problemsAreReportedWhereTheRecordIsUsed() throws IOException {
        compileLibrary("public record Odd(Object what, @jakarta.validation.constraints.Null String none) {}");
        Compilation compilation = compile("int a,\n lib.Odd odd");
        assertThat(compilation.errors())
                .allSatisfy(error -> assertThat(error.getLineNumber()).isEqualTo(7))
                .extracting(error -> error.getMessage(null))
                .satisfiesExactlyInAnyOrder(
                        what -> assertThat(what)
                                .startsWith("[lib.Odd] [STRAIT-143] Component what has the unsupported type Object"),
                        none -> assertThat(none).startsWith("[lib.Odd] [STRAIT-164] @Null"));
    }

    @Test
    void constructorsMayThrow() throws IOException {
        compileLibrary("public record Plain(int number) {}");
        assertThat(codec("lib.Plain plain")).contains("catch (Exception refused)");
    }

    private void assertHonouredOrError(String component, String annotation, String code) throws IOException {
        if (SEES_TYPE_ANNOTATIONS) {
            assertThat(codec(component)).contains(code);
        } else {
            assertThat(compile(component).errors())
                    .singleElement()
                    .extracting(error -> error.getMessage(null))
                    .asString()
                    .contains("[STRAIT-109]")
                    .contains("@" + annotation)
                    .contains("JDK 22");
        }
    }

    private String codec(String component) throws IOException {
        Compilation compilation = compile(component);
        assertThat(compilation.errors()).isEmpty();
        return compilation
                .generatedSourceFile("CCodec")
                .orElseThrow()
                .getCharContent(false)
                .toString();
    }

    /** Compiles a record in an earlier build. */
    private void compileLibrary(String type) throws IOException {
        String name = type.replaceFirst("(?s).*?(?:record|class) (\\w+).*", "$1");
        Compilation compilation =
                Compiler.javac().compile(JavaFileObjects.forSourceString("lib." + name, "package lib;\n" + type));
        assertThat(compilation.errors()).isEmpty();
        for (JavaFileObject file : compilation.generatedFiles()) {
            Path target = classes.resolve(file.getName().replaceFirst("^/CLASS_OUTPUT/", ""));
            Files.createDirectories(target.getParent());
            Files.write(target, file.openInputStream().readAllBytes());
        }
    }

    private Compilation compile(String component) {
        List<File> path = new ArrayList<>(List.of(classes.toFile()));
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> isValidationOnClassPath || !entry.contains("jakarta.validation"))
                .map(File::new)
                .forEach(path::add);
        return Compiler.javac()
                .withClasspath(path)
                .withProcessors(new ChannelProcessor())
                .compile(JavaFileObjects.forSourceString("C", """
                        @dev.strait.Channel("/a")
                        @SuppressWarnings({"STRAIT-182", "STRAIT-183"})
                        interface C {
                            sealed interface ToServer {}
                            // the component is on a line of its own
                            record M(
                                %s) implements ToServer {}
                        }
                        """.formatted(component.replace("\n", " "))));
    }
}
