package dev.strait.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Malformed sources are reported by the compiler or the processor, and never crash the processor. */
class MalformedSourcesTest {

    @ParameterizedTest
    @Timeout(60)
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    @Bare int a                          | nothing
                    @Size(max = FOO) String a            | cannot find symbol
                    @Json(Nope.class) String a           | cannot find symbol
                    @Min(1) Nope a                       | cannot find symbol
                    List<Nope<String>> a                 | cannot find symbol
                    @DecimalMax("1e99999999") BigDecimal a   | [STRAIT-169]
                    @DecimalMax("1e-999999999") BigDecimal a | [STRAIT-169]
                    @Nope String a                       | cannot find symbol
                    @Default String a                    | annotation @dev.strait.Default is missing
                    @Name(value = 3) String a            | incompatible types
                    Box<Nope> a                          | cannot find symbol
                    """)
    void malformedComponents(String component, String expected) {
        assertReported(component, "", expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    , Nope<Integer>     | cannot find symbol
                    , Ask<Nope>         | cannot find symbol
                    , Ask               | [STRAIT-137]
                    , Ask<Box>          | [STRAIT-136]
                    , Ask<Box<Nope>>    | cannot find symbol
                    """)
    void malformedInterfaces(String interfaces, String expected) {
        assertReported("int a", interfaces, expected);
    }

    private static void assertReported(String component, String interfaces, String expected) {
        Compilation compilation = Compiler.javac()
                .withProcessors(new ChannelProcessor())
                .compile(JavaFileObjects.forSourceString("C", """
                        import dev.strait.*;
                        import jakarta.validation.*;
                        import jakarta.validation.constraints.*;
                        import java.lang.annotation.*;
                        import java.math.*;
                        import java.util.*;

                        @Channel("/a")
                        interface C {
                            sealed interface ToServer {}
                            record Box<T>(T held) {}
                            @Min(1) @Constraint(validatedBy = {}) @Retention(RetentionPolicy.RUNTIME)
                            @interface Bare { String message() default "x"; }
                            record M(%s) implements ToServer%s {}
                        }
                        """.formatted(component, interfaces)));
        assertThat(compilation.errors())
                .noneMatch(error -> error.getMessage(null).contains("STRAIT-199"));
        if (expected.equals("nothing")) {
            assertThat(compilation.errors()).isEmpty();
        } else {
            assertThat(compilation.errors())
                    .anyMatch(error -> error.getMessage(null).contains(expected));
        }
    }
}
