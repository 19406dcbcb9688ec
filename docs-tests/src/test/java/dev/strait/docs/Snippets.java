package dev.strait.docs;

import dev.strait.docs.Compiler.Source;
import dev.strait.docs.Page.Fence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Java snippets of a page as compilation units, by the convention of CONTRIBUTING.md. The code of a snippet keeps its line
 * numbers on the page, and everything that the snippet omits is on the first line. So the compiler reports the lines of the
 * page.
 */
final class Snippets {

    private static final Pattern IMPORT = Pattern.compile("import (?:static )?[\\w.*]+;");
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);.*", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern MODIFIERS = Pattern.compile(
            "^(?:@[\\w.]+(?:\\s*\\((?:[^()\"]|\"[^\"]*\")*\\))?|public|abstract|final|sealed|non-sealed)\\s+");
    private static final Pattern TYPE = Pattern.compile("^(?:class|interface|enum|record|@interface) (\\w+)");

    private final String packageName;
    /** The imports of all snippets so far, on one line. */
    private final StringBuilder imports = new StringBuilder();

    private Snippets(Page page) {
        String file = page.name().replaceAll(".*/|\\.md$", "");
        this.packageName = "snippets." + file.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** Returns the compilation units of a page. */
    static List<Source> of(Page page) {
        Snippets snippets = new Snippets(page);
        List<Source> sources = new ArrayList<>();
        for (Fence fence : page.fences()) {
            if (fence.info().equals("java")) {
                sources.add(snippets.source(fence));
            }
        }
        return sources;
    }

    private Source source(Fence fence) {
        String padding = "\n".repeat(fence.line() - 1);
        String whole = String.join("\n", fence.code());
        Matcher named = PACKAGE.matcher(withoutComments(whole));
        if (named.matches()) {
            return new Source(path(named.group(1), typeOf(body(fence)).orElseThrow()), padding + whole);
        }
        fence.code().stream().filter(Snippets::isImport).forEach(imports::append);
        String header = "package " + packageName + "; " + imports;
        String body = body(fence);
        Optional<String> type = typeOf(body);
        if (type.isPresent()) {
            return new Source(path(packageName, type.get()), header + padding + body);
        }
        String wrapper = "Snippet" + fence.line();
        return new Source(
                path(packageName, wrapper),
                header + "final class " + wrapper + " { static void run() throws Exception {" + padding + body
                        + "\n}}");
    }

    private String path(String packageName, String type) {
        return packageName.replace('.', '/') + "/" + type + ".java";
    }

    /** Returns the snippet with empty lines instead of its package and imports. */
    private static String body(Fence fence) {
        StringBuilder body = new StringBuilder();
        for (String line : fence.code()) {
            body.append(isImport(line) || line.startsWith("package ") ? "" : line)
                    .append('\n');
        }
        return body.toString();
    }

    private static boolean isImport(String line) {
        return IMPORT.matcher(line).matches();
    }

    /** Returns the name of the type that a snippet begins with. */
    private static Optional<String> typeOf(String code) {
        String rest = withoutComments(code);
        for (Matcher next = MODIFIERS.matcher(rest); next.find(); next = MODIFIERS.matcher(rest)) {
            rest = rest.substring(next.end());
        }
        Matcher type = TYPE.matcher(rest);
        return type.find() ? Optional.of(type.group(1)) : Optional.empty();
    }

    private static String withoutComments(String code) {
        return COMMENT.matcher(code).replaceAll("").strip();
    }
}
