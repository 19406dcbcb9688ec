package dev.strait.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page of Markdown. Lines are counted from 1, as editors do.
 *
 * @param name the path from the root of the repository
 */
record Page(String name, List<String> lines) {

    /** The root of the repository. Surefire runs tests in the folder of their module. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> SKIPPED = Set.of(".git", "target", "node_modules");

    private static final Pattern FENCE = Pattern.compile("^(`{3,})(.*)$");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} (.*)$");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern INLINE_LINK = Pattern.compile("\\[[^\\[\\]]*]\\(([^()\\s]+)\\)");
    private static final Pattern DEFINITION = Pattern.compile("(?m)^\\[([^\\[\\]]+)]: (\\S+)$");
    private static final Pattern REFERENCE = Pattern.compile("\\[([^\\[\\]]+)](?:\\[([^\\[\\]]*)])?(?![(:])");
    private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");

    /**
     * A block of code.
     *
     * @param info the text after the backticks, such as {@code java}
     * @param line the line of its first line of code
     */
    record Fence(String info, int line, List<String> code) {}

    /**
     * A link.
     *
     * @param target its target, or the label in brackets if it is not defined
     */
    record Link(String target, int line) {}

    /**
     * A table.
     *
     * @param section the heading above it
     * @param line the line of its header
     */
    record Table(String section, int line, List<String> header, List<List<String>> rows) {}

    static Page read(String name) {
        try {
            return new Page(name, Files.readAllLines(ROOT.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all pages in a folder and its subfolders, except build output. */
    static List<Page> readAll(String folder) {
        return files(ROOT.resolve(folder), ".md").stream()
                .map(file -> read(ROOT.relativize(file).toString()))
                .toList();
    }

    /** Returns the files in a folder and its subfolders, except build output. */
    static Set<Path> files(Path folder, String suffix) {
        Set<Path> files = new TreeSet<>();
        SimpleFileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                return SKIPPED.stream().anyMatch(visited::endsWith)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(suffix)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            Files.walkFileTree(folder, visitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Returns a line of this page, in the format of compilers. */
    String at(long line) {
        return name + ":" + line;
    }

    List<Fence> fences() {
        List<Fence> fences = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher start = FENCE.matcher(lines.get(i));
            if (start.matches()) {
                int end = i + 1;
                while (end < lines.size() && !lines.get(end).equals(start.group(1))) {
                    end++;
                }
                fences.add(new Fence(start.group(2).strip(), i + 2, lines.subList(i + 1, end)));
                i = end;
            }
        }
        return fences;
    }

    /** Returns the lines, with those of fences empty so that the others keep their numbers. */
    List<String> prose() {
        List<String> prose = new ArrayList<>(lines);
        for (Fence fence : fences()) {
            int last = Math.min(fence.line() + fence.code().size(), lines.size());
            for (int i = fence.line() - 2; i < last; i++) {
                prose.set(i, "");
            }
        }
        return prose;
    }

    /** Returns the prose in one line, without line breaks. */
    String text() {
        return String.join(" ", prose()).replaceAll("\\s+", " ");
    }

    /** Returns the anchors of the headings, as GitHub generates them. */
    Set<String> anchors() {
        Set<String> anchors = new LinkedHashSet<>();
        Map<String, Integer> counts = new HashMap<>();
        for (String line : prose()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String anchor = heading.group(1)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                        .replace(' ', '-');
                int before = counts.merge(anchor, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? anchor : anchor + "-" + before);
            }
        }
        return anchors;
    }

    List<Link> links() {
        String text = CODE.matcher(String.join("\n", prose()))
                .replaceAll(code -> code.group().replaceAll("[^\n]", "_"));
        Map<String, String> definitions = DEFINITION
                .matcher(text)
                .results()
                .collect(Collectors.toMap(
                        definition -> definition.group(1).toLowerCase(Locale.ROOT), definition -> definition.group(2)));
        List<Link> links = new ArrayList<>();
        Matcher inline = INLINE_LINK.matcher(text);
        while (inline.find()) {
            links.add(new Link(inline.group(1), lineAt(text, inline.start())));
        }
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            String label = reference.group(2) == null || reference.group(2).isEmpty()
                    ? reference.group(1)
                    : reference.group(2);
            if (!label.isBlank()) { // a checkbox
                String target = definitions.get(label.toLowerCase(Locale.ROOT));
                links.add(new Link(target == null ? "[" + label + "]" : target, lineAt(text, reference.start())));
            }
        }
        return links;
    }

    private static int lineAt(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        String section = "";
        List<String> prose = prose();
        for (int i = 0; i < prose.size(); i++) {
            Matcher heading = HEADING.matcher(prose.get(i));
            if (heading.matches()) {
                section = heading.group(1);
            }
            if (prose.get(i).startsWith("|")) {
                int end = i;
                while (end < prose.size() && prose.get(end).startsWith("|")) {
                    end++;
                }
                List<List<String>> rows =
                        prose.subList(i + 2, end).stream().map(Page::cells).toList();
                tables.add(new Table(section, i + 1, cells(prose.get(i)), rows));
                i = end - 1;
            }
        }
        return tables;
    }

    private static List<String> cells(String row) {
        String inner = row.strip().replaceAll("^\\||\\|$", "");
        return CELL_END.splitAsStream(inner).map(String::strip).toList();
    }
}
