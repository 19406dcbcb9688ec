package dev.strait.tests.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Paths of channels, with and without variables. */
final class Paths {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private static final List<String> LEGAL = Words.of("""
            / /ws/ /ws/{ROOM} /ws/a:b /ws/a;b /ws/.. /ws/{room}/ /ws/+x /ws/(x) /ws/$x /{room} /{a}/{b} /ws/{_a}
            /ws/{class_}/-/~/_/{b}
            """);

    private static final List<String> INVALID = List.of(
            "//ws",
            "/ws//x",
            "/w s",
            "/ws?x",
            "/ws#x",
            "/wé",
            "/w%20s",
            "/w%zz",
            "/ws/{room}.json",
            "/ws/{a}{b}",
            "/ws/{}",
            "/ws/{$}",
            "/ws/.*",
            "/ws/{room}/x/{room}");

    private Paths() {}

    static List<OddContract> all() {
        List<OddContract> all = new ArrayList<>();
        LEGAL.forEach(path -> all.add(of(path, path)));
        all.add(of("long", "/ws/" + "x".repeat(3_000)));
        INVALID.forEach(path -> all.add(of(path, path).rejectedWith("STRAIT-121")));
        return all;
    }

    private static OddContract of(String name, String path) {
        String components = VARIABLE.matcher(path)
                .results()
                .map((MatchResult variable) -> variable.group(1))
                .distinct()
                .map(variable -> "String " + variable)
                .collect(Collectors.joining(", "));
        String room = components.isEmpty() ? "" : "record Room(" + components + ") {}\n";
        return OddContract.chat("path", name, path, "record M(int a) implements ToServer, ToClient {}\n" + room);
    }
}
