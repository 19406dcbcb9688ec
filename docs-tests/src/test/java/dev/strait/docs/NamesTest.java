package dev.strait.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages for contributors mention only types that exist. */
class NamesTest {

    private static final Pattern NAME = Pattern.compile("`([A-Z][a-z]\\w+)(?:<[^`]*)?`");
    private static final Pattern DECLARATION =
            Pattern.compile("\\b(?:class|interface|record|enum|@interface) ([A-Z]\\w*)");

    /** Types of the JDK and of libraries, and NaN. */
    private static final Set<String> FOREIGN =
            Set.of("Duration", "JsonNode", "Messager", "NaN", "Set", "String", "TypeMirror");

    @Test
    void pagesForContributorsMentionOnlyExistingTypes() throws IOException {
        Set<String> known = declaredTypes();
        known.addAll(FOREIGN);
        List<String> unknown = new ArrayList<>();
        for (String name : List.of(
                "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/codec.md", "docs/concurrency.md", "docs/testing.md")) {
            Page page = Page.read(name);
            for (int i = 0; i < page.prose().size(); i++) {
                Matcher type = NAME.matcher(page.prose().get(i));
                while (type.find()) {
                    if (!known.contains(type.group(1))) {
                        unknown.add(page.at(i + 1) + ": " + type.group(1));
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static Set<String> declaredTypes() throws IOException {
        Set<String> types = new TreeSet<>();
        for (Path file : Page.files(Page.ROOT, ".java")) {
            DECLARATION.matcher(Files.readString(file)).results().forEach(found -> types.add(found.group(1)));
        }
        return types;
    }
}
