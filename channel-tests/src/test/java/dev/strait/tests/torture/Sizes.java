package dev.strait.tests.torture;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Contracts with many or long parts. Classes have limits for methods, constants and strings. */
final class Sizes {

    private static final String ONE_NUMBER = "record M(int a) implements ToServer, ToClient {}\n";

    private Sizes() {}

    static List<OddContract> all() {
        return List.of(
                message("64-longs", list(64, i -> "long c" + i)),
                message("64-patterns", list(64, i -> """
                        @Pattern(regexp = "(a|b){%d}c") @Size(min = 1, max = %d) @NotBlank String component%d\
                        """.formatted(i + 1, i + 9, i))),
                message("64-maps", list(64, i -> """
                        @Size(max = %2$d) Map<
                                @Size(max = 5) String,
                                List<@Size(max = %2$d) @Pattern(regexp = "(a|b){%1$d}c") String>>
                                component%1$d\
                        """.formatted(i + 1, i + 9))),
                of("300-messages-of-2", messages(300, 2)),
                of("100-messages-of-10", messages(100, 10)),
                of("100-messages-of-30", messages(100, 30)),
                of("300-messages-of-10", messages(300, 10)),
                of("1000-messages-of-1", messages(1_000, 1)),
                of("60-messages-of-40", lines(60, i -> """
                        record Message%d(%s) implements ToServer, ToClient {}\
                        """.formatted(i, list(40, j -> "int c" + j)))),
                of(
                        "300-variants",
                        "sealed interface U {}\n"
                                + lines(300, i -> "record V" + i + "(int a) implements U {}")
                                + "record M(U u) implements ToServer, ToClient {}"),
                of("60-levels", lines(60, i -> "record N%d(Optional<N%d> next) {}".formatted(i, i + 1)) + """
                        record N60(int a) {}
                        record M(N0 n) implements ToServer, ToClient {}
                        """),
                message("long-pattern", """
                        @Pattern(regexp = "%s") String a\
                        """.formatted(
                        IntStream.range(0, 8_000).mapToObj("w%05d"::formatted).collect(Collectors.joining("|")))),
                message("long-default", "@Default(\"" + "x".repeat(60_000) + "\") String a"),
                message("long-message", "@Size(max = 3, message = \"" + "x".repeat(65_520) + " {max}\") String a"),
                message("500-aliases", """
                        @Name(value = "a0", alias = {%s}) String a\
                        """.formatted(list(500, i -> "\"al" + i + "\""))),
                of("20-room-components", ONE_NUMBER + "record Room(" + list(20, i -> "@Min(0) long c" + i) + ") {}"),
                of("long-doc", "/** " + "word ".repeat(15_000) + "*/\n" + ONE_NUMBER));
    }

    private static String messages(int count, int components) {
        String fields = list(components, i -> "@Size(max = 9) String field" + i);
        return lines(count, i -> "record Message" + i + "(" + fields + ") implements ToServer, ToClient {}");
    }

    private static String list(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(", "));
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(i -> line.apply(i) + "\n").collect(Collectors.joining());
    }

    private static OddContract message(String name, String components) {
        return of(name, "record M(" + components + ") implements ToServer, ToClient {}");
    }

    private static OddContract of(String name, String body) {
        return OddContract.chat("size", name, body);
    }
}
