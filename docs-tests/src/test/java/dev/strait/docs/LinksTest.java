package dev.strait.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links resolve, every page is reachable, and lines are not too long. */
class LinksTest {

    private static final int MAX_COLUMNS = 120;
    private static final Pattern URL = Pattern.compile("[a-z]+:.*");

    /** Rows of ARCHITECTURE.md that a test in channel-runtime parses, so they cannot be wrapped. */
    private static final Pattern PACKAGE_ROW = Pattern.compile("\\| \\d \\| `\\w+` \\|.*");

    @Test
    void linksAndAnchorsResolve() {
        assertThat(Page.readAll("").stream().flatMap(LinksTest::brokenLinks)).isEmpty();
    }

    @Test
    void everyPageIsReachableFromTheIndex() {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of("docs/index.md"));
        while (!next.isEmpty()) {
            String name = next.remove();
            if (reached.add(name)) {
                Page page = Page.read(name);
                page.links().stream()
                        .filter(link -> !URL.matcher(link.target()).matches())
                        .map(link -> fileOf(page, link.target()))
                        .filter(file -> file.endsWith(".md"))
                        .forEach(next::add);
            }
        }
        assertThat(reached)
                .containsAll(Page.readAll("docs").stream().map(Page::name).toList());
    }

    @Test
    void linesHaveAtMost120Columns() {
        assertThat(Page.readAll("").stream()
                        .filter(page -> !page.name().equals("benchmarks/RESULTS.md")) // written by the benchmarks
                        .flatMap(LinksTest::longLines))
                .isEmpty();
    }

    @Test
    void brokenLinksAreFound() {
        Page page = new Page(
                "docs/wrong.md",
                List.of(
                        "# A heading, with `code()` and more",
                        "[right](rooms.md#room-keys), [right](#a-heading-with-code-and-more), [right](../example),",
                        "[right](https://example.com/none), `[not](a-link.md)`, [right][rooms], [rooms], [broken",
                        "in two lines](none.md), [none][],",
                        "[anchor](rooms.md#none), [own](#none), [outside](../../etc)",
                        "",
                        "```",
                        "[not](a-link.md)",
                        "```",
                        "[rooms]: rooms.md",
                        "[void]: void.md",
                        "[void]"));
        assertThat(brokenLinks(page))
                .containsExactlyInAnyOrder(
                        "docs/wrong.md:3: none.md",
                        "docs/wrong.md:4: [none]",
                        "docs/wrong.md:5: rooms.md#none",
                        "docs/wrong.md:5: #none",
                        "docs/wrong.md:5: ../../etc",
                        "docs/wrong.md:12: void.md");
    }

    @Test
    void longLinesAreFound() {
        Page page = new Page("docs/wrong.md", List.of("ä".repeat(120), "a".repeat(121), "```", "a".repeat(121), "```"));
        assertThat(longLines(page)).containsExactly("docs/wrong.md:2: 121 columns", "docs/wrong.md:4: 121 columns");
    }

    private static Stream<String> brokenLinks(Page page) {
        return page.links().stream()
                .filter(link -> !URL.matcher(link.target()).matches() && !resolves(page, link.target()))
                .map(link -> page.at(link.line()) + ": " + link.target());
    }

    private static boolean resolves(Page page, String target) {
        String file = fileOf(page, target);
        int hash = target.indexOf('#');
        if (file.equals(page.name()) && hash >= 0) {
            return page.anchors().contains(target.substring(hash + 1));
        }
        if (file.startsWith("..") || !Files.exists(Page.ROOT.resolve(file))) {
            return false;
        }
        return hash < 0 || Page.read(file).anchors().contains(target.substring(hash + 1));
    }

    /** Returns the path of a link's file from the root of the repository. */
    private static String fileOf(Page page, String target) {
        String file = target.replaceFirst("#.*", "");
        return file.isEmpty()
                ? page.name()
                : Path.of(page.name()).resolveSibling(file).normalize().toString();
    }

    private static Stream<String> longLines(Page page) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < page.lines().size(); i++) {
            String line = page.lines().get(i);
            int columns = line.codePointCount(0, line.length());
            if (columns > MAX_COLUMNS && !PACKAGE_ROW.matcher(line).matches()) {
                found.add(page.at(i + 1) + ": " + columns + " columns");
            }
        }
        return found.stream();
    }
}
