package dev.strait.processor.parse;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.PathModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** Parses the path of a channel. */
final class PathParser {

    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@-]*");
    private static final Pattern COLON_VARIABLE = Pattern.compile(":[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final Diagnostics diagnostics;

    PathParser(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Returns the path; empty if an error was reported. */
    Optional<PathModel> parse(TypeElement contract, AnnotationMirror channel) {
        String path = Mirrors.string(channel, "value");
        List<String> variables = new ArrayList<>();
        String problem = path.startsWith("/") ? "" : "it does not start with /";
        String[] segments = path.substring(Math.min(1, path.length())).split("/", -1);
        for (int i = 0; i < segments.length && problem.isEmpty(); i++) {
            Matcher variable = VARIABLE.matcher(segments[i]);
            if (variable.matches()) {
                problem = variables.contains(variable.group(1))
                        ? "the variable {" + variable.group(1) + "} appears twice"
                        : "";
                variables.add(variable.group(1));
            } else if (COLON_VARIABLE.matcher(segments[i]).matches()) {
                problem = "a variable is written {" + segments[i].substring(1) + "}, not " + segments[i];
            } else if (segments[i].contains("*")) {
                problem = "the segment \"" + segments[i] + "\" is a wildcard, which paths do not have";
            } else if (segments[i].isEmpty() && i < segments.length - 1) {
                problem = "it has an empty segment";
            } else if (segments[i].equals(".") || segments[i].equals("..")) {
                problem = "browsers resolve the segment \"" + segments[i] + "\"";
            } else if (!LITERAL.matcher(segments[i]).matches()) {
                problem = "the segment \"" + segments[i] + "\" is neither plain text nor a variable";
            }
        }
        if (problem.isEmpty()) {
            return Optional.of(new PathModel(path, variables));
        }
        diagnostics.error(Problem.PATH_SYNTAX, contract, channel, Mirrors.value(channel, "value"), path, problem);
        return Optional.empty();
    }
}
