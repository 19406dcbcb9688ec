package dev.strait.processor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules are the rows of the tables in the documentation. */
class CompatibilityRuleTest {

    private static final String HEAD = "| change | client → server | server → client |";

    @Test
    void rulesMatchTheDocumentation() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "compatibility.md"));
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals(HEAD)) {
                lines.subList(i + 2, lines.size()).stream()
                        .takeWhile(line -> line.startsWith("|"))
                        .forEach(rows::add);
            }
        }
        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(CompatibilityRule.values())
                        .map(CompatibilityRule::row)
                        .toList());
    }
}
