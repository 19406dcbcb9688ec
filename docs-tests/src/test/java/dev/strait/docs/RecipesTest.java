package dev.strait.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The projects in the folder {@code recipes} have the dependencies and the code that the documentation shows. */
class RecipesTest {

    @ParameterizedTest
    @CsvSource({
        "docs/deployment.md, ## In a container, container",
        "docs/getting-started.md, **Java modules.**, modules",
    })
    void projectsHaveWhatThePagesShow(String page, String section, String recipe) throws IOException {
        Path project = Path.of("..", "recipes", recipe);
        String files = plain(content(project.resolve("pom.xml")) + sources(project.resolve("src")));
        List<String> shown = fences(content(Path.of("..").resolve(page)), section);
        assertThat(shown).isNotEmpty().allSatisfy(fence -> assertThat(files).contains(plain(fence)));
    }

    /** Returns the XML and Java between a line that starts a section and the next section. */
    private static List<String> fences(String page, String section) {
        String rest = page.substring(page.indexOf("\n" + section) + 1);
        String mark = section.startsWith("#") ? "\n## " : "\n**";
        int end = rest.indexOf(mark, section.length());
        return Stream.of(rest.substring(0, end).split("```(?=xml|java)", -1))
                .skip(1)
                .map(fence -> fence.substring(fence.indexOf('\n'), fence.indexOf("```")))
                .toList();
    }

    private static String sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(RecipesTest::content)
                    .collect(Collectors.joining());
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Leaves out comments, imports and white space. */
    private static String plain(String text) {
        return text.replaceAll("(?s)<!--.*?-->|/\\*\\*.*?\\*/", "")
                .replaceAll("(?m)^import .*$", "")
                .replaceAll("\\s+", " ");
    }
}
