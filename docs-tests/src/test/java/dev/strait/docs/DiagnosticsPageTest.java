package dev.strait.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.strait.docs.Compiler.Source;
import dev.strait.docs.Page.Fence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The wrong examples of docs/diagnostics.md are reported with the number of their entry, and the right ones compile. Examples
 * are fragments, which this test completes.
 */
class DiagnosticsPageTest {

    private static final Page PAGE = Page.read("docs/diagnostics.md");
    private static final Pattern ENTRY = Pattern.compile("## (STRAIT-\\d+): .*");
    private static final Pattern LABEL = Pattern.compile("// (wrong|right|or|if)\\b.*");

    /** Entries whose examples need a jar, a lock or a bug. Tests of the processor cover them. */
    private static final Set<String> SKIPPED = Set.of(
            "STRAIT-109",
            "STRAIT-116",
            "STRAIT-119",
            "STRAIT-191",
            "STRAIT-192",
            "STRAIT-193",
            "STRAIT-194",
            "STRAIT-195",
            "STRAIT-199");

    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface) ");
    private static final Pattern IMPLEMENTS = Pattern.compile("\\bimplements To");

    private static final String IMPORTS = "import dev.strait.*; import dev.strait.runtime.json.*;"
            + " import com.fasterxml.jackson.annotation.JsonIgnore; import jakarta.validation.constraints.*; import java.math.*; import java.util.*;"
            + " import mentioned.Mentioned.*; import org.jspecify.annotations.Nullable; ";

    private static final String MESSAGE = "sealed interface ToServer {} record Filler() implements ToServer {}";

    /** The types that examples mention without a declaration. */
    private static final String MENTIONED =
            """
            package mentioned;

            import com.fasterxml.jackson.databind.JsonNode;
            import dev.strait.runtime.json.JsonAdapter;
            import jakarta.validation.*;

            public final class Mentioned {
                public enum Kind { GO }
                public interface Messages {}
                public interface Strict {}
                public record Money(int cents) {}
                public record Person(String name) {}
                public record Address(String city) {}
                public static final class Manners {
                    public static boolean isPolite(String text) { return !text.isEmpty(); }
                }
                @Constraint(validatedBy = PoliteValidator.class)
                public @interface Polite {
                    String message() default "must be polite";
                    Class<?>[] groups() default {};
                    Class<? extends Payload>[] payload() default {};
                }
                public static final class PoliteValidator implements ConstraintValidator<Polite, String> {
                    public boolean isValid(String text, ConstraintValidatorContext context) { return true; }
                }
                @Constraint(validatedBy = {})
                public @interface Ordered {
                    String message() default "must be ordered";
                    Class<?>[] groups() default {};
                    Class<? extends Payload>[] payload() default {};
                }
                public static final class MoneyJson implements JsonAdapter<Money> { MONEY_METHODS }
                public static final class CentsJson implements JsonAdapter<Integer> { CENTS_METHODS }
            }
            """.replace("MONEY_METHODS", adapterMethods("Money")).replace("CENTS_METHODS", adapterMethods("Integer"));

    @TempDir
    Path out;

    /**
     * A part of an entry.
     *
     * @param label {@code wrong} if the example must be reported; all others must compile
     */
    private record Example(String code, String label, int line, List<String> text) {

        boolean isWrong() {
            return label.equals("wrong");
        }
    }

    @TestFactory
    Stream<DynamicTest> wrongExamplesAreReportedAndOthersCompile() {
        List<Example> examples = examples();
        Map<Example, List<String>> problems = new LinkedHashMap<>();
        problems.putAll(problems(examples.stream().filter(Example::isWrong).toList()));
        problems.putAll(
                problems(examples.stream().filter(example -> !example.isWrong()).toList()));
        return problems.entrySet().stream()
                .map(entry -> dynamicTest(
                        PAGE.at(entry.getKey().line()), () -> assertExample(entry.getKey(), entry.getValue())));
    }

    private static void assertExample(Example example, List<String> problems) {
        String number = "[" + example.code() + "]";
        if (example.isWrong()) {
            assertThat(problems).as(PAGE.at(example.line())).anyMatch(problem -> problem.contains(number));
        } else {
            assertThat(problems.stream().filter(problem -> problem.contains(": error: ") || problem.contains(number)))
                    .isEmpty();
        }
    }

    /** Compiles examples together, each in a package of its own. */
    private Map<Example, List<String>> problems(List<Example> examples) {
        List<Source> sources = new ArrayList<>(List.of(new Source("mentioned/Mentioned.java", MENTIONED)));
        Map<JavaFileObject, List<String>> found = new HashMap<>();
        Map<Example, List<String>> problems = new LinkedHashMap<>();
        for (Example example : examples) {
            String name = "line" + example.line();
            Source source = new Source(name + "/Example.java", "package " + name + "; " + complete(example));
            sources.add(source);
            List<String> ofExample = new ArrayList<>();
            found.put(source, ofExample);
            problems.put(example, ofExample);
        }
        Compiler.compile(sources, Compiler.OF_SNIPPETS, out)
                .forEach(problem -> found.getOrDefault(problem.getSource(), new ArrayList<>())
                        .add(Compiler.text(PAGE, problem)));
        return problems;
    }

    /** Returns an example as a complete source, with the line numbers of the page. */
    private static String complete(Example example) {
        String text = withoutEllipses(String.join("\n", example.text()));
        String padding = "\n".repeat(example.line() - 1);
        if (text.contains("@Channel") && TYPE.matcher(text).find()) {
            return IMPORTS + padding + text;
        }
        if (text.contains("@Channel")) {
            return IMPORTS + padding + text + "\ninterface Example { record Room(String room) {} " + MESSAGE + "}";
        }
        String rest = IMPLEMENTS.matcher(text).find() ? "" : "record Filler() implements ToServer {}";
        String directions = Stream.of("ToServer", "ToClient")
                .filter(direction -> (text + rest).contains("implements " + direction))
                .filter(direction -> !text.contains("interface " + direction))
                .map(direction -> "sealed interface " + direction + " {} ")
                .collect(Collectors.joining());
        return IMPORTS + "@Channel(\"/ws/example\") interface Example { " + directions + padding + text + "\n" + rest
                + "}";
    }

    private static String withoutEllipses(String text) {
        String components = IntStream.range(0, 64).mapToObj(i -> "String c" + i).collect(Collectors.joining(", "));
        return text.replace(", ...)", ", " + components + ")")
                .replace("JsonAdapter<Currency> { ... }", "JsonAdapter<Currency> { " + adapterMethods("Currency") + "}")
                .replace("...", MESSAGE);
    }

    private static String adapterMethods(String type) {
        return """
                public %s fromJson(com.fasterxml.jackson.databind.JsonNode json) { throw new IllegalStateException(); }
                public com.fasterxml.jackson.databind.JsonNode toJson(%s value) { throw new IllegalStateException(); }
                """.formatted(type, type);
    }

    private static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (Fence fence : PAGE.fences()) {
            String code = entryOf(fence);
            if (fence.info().startsWith("java") && !SKIPPED.contains(code)) {
                int start = 0;
                for (int i = 1; i <= fence.code().size(); i++) {
                    if (i == fence.code().size()
                            || LABEL.matcher(fence.code().get(i)).matches()) {
                        examples.add(example(code, fence, start, i));
                        start = i;
                    }
                }
            }
        }
        return examples;
    }

    private static Example example(String code, Fence fence, int from, int to) {
        Matcher label = LABEL.matcher(fence.code().get(from));
        assertThat(label.matches()).as(PAGE.at(fence.line() + from)).isTrue();
        return new Example(
                code, label.group(1), fence.line() + from, fence.code().subList(from, to));
    }

    /** Returns the number in the heading above a fence. */
    private static String entryOf(Fence fence) {
        for (int i = fence.line() - 1; i >= 0; i--) {
            Matcher heading = ENTRY.matcher(PAGE.lines().get(i));
            if (heading.matches()) {
                return heading.group(1);
            }
        }
        throw new AssertionError(PAGE.at(fence.line()) + ": no entry");
    }
}
