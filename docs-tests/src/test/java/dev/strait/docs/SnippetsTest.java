package dev.strait.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.strait.docs.Compiler.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The Java snippets of the documentation compile without a warning. CONTRIBUTING.md describes the convention. */
class SnippetsTest {

    @TempDir
    Path out;

    static Stream<Page> pages() {
        return Stream.concat(Stream.of(Page.read("README.md")), Page.readAll("docs").stream());
    }

    @TestFactory
    Stream<DynamicTest> snippetsCompile() {
        return pages().filter(page -> page.fences().stream().anyMatch(fence -> isJava(fence.info())))
                .map(page -> dynamicTest(
                        page.name(), () -> assertThat(problems(page)).isEmpty()));
    }

    @Test
    void problemsAreReportedAtTheLinesOfThePage() {
        assertThat(problems(page(
                        "The contract:",
                        "",
                        "```java",
                        "import dev.strait.Channel;",
                        "",
                        "@Channel(\"/ws/wrong\")",
                        "interface Wrong {",
                        "    sealed interface ToServer {}",
                        "    record Say(Object text) implements ToServer {}",
                        "}",
                        "```")))
                .singleElement()
                .asString()
                .startsWith("wrong.md:9: error: ")
                .contains("[STRAIT-143]");
        assertThat(problems(page(
                        "```java",
                        "package acme;",
                        "final class Wrong { String text = 1; }",
                        "```",
                        "```java",
                        "int number = \"1\";",
                        "```")))
                .satisfiesExactlyInAnyOrder(
                        first -> assertThat(first).startsWith("wrong.md:3: error: incompatible types"),
                        second -> assertThat(second).startsWith("wrong.md:6: error: incompatible types"));
    }

    @Test
    void warningsAreProblems() {
        assertThat(problems(page("```java", "java.util.List list = new java.util.ArrayList<String>();", "```")))
                .singleElement()
                .asString()
                .startsWith("wrong.md:2: warning: found raw type");
    }

    @Test
    void unknownInfoStringsAreProblems() {
        assertThat(problems(page("```java nocompile", "...", "```")))
                .containsExactly("wrong.md:1: \"java nocompile\" is neither \"java\" nor \"java no-compile\".");
    }

    @Test
    void importsApplyToLaterSnippetsOfThePage() {
        assertThat(problems(page(
                        "```java",
                        "import java.util.List;",
                        "",
                        "/** A type. */",
                        "final class Names {",
                        "    List<String> names = List.of();",
                        "}",
                        "```",
                        "```java",
                        "List<String> names = new Names().names;",
                        "names.wait();",
                        "```")))
                .isEmpty();
    }

    private List<String> problems(Page page) {
        List<String> problems = new ArrayList<>();
        for (Page.Fence fence : page.fences()) {
            boolean isKnown = fence.info().equals("java") || fence.info().equals("java no-compile");
            if (isJava(fence.info()) && !isKnown) {
                problems.add(page.at(fence.line() - 1) + ": \"" + fence.info()
                        + "\" is neither \"java\" nor \"java no-compile\".");
            }
        }
        List<Source> sources = Snippets.of(page);
        if (!sources.isEmpty()) {
            Compiler.compile(sources, Compiler.OF_SNIPPETS, out)
                    .forEach(found -> problems.add(Compiler.text(page, found)));
        }
        return problems;
    }

    private static boolean isJava(String info) {
        return info.startsWith("java") && !info.startsWith("javascript");
    }

    private static Page page(String... lines) {
        return new Page("wrong.md", List.of(lines));
    }
}
