package dev.strait.tests.torture;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Contracts whose generated code has unusual names, constants or structures. */
final class RoundTrips {

    private static final String LONG = "n".repeat(200);

    private RoundTrips() {}

    static List<RoundTrip> all() {
        return List.of(
                jsonNames(),
                wireNames(),
                defaults(),
                unpairedSurrogates(),
                generics(),
                manyVariants(),
                manyComponents(),
                deep(),
                nullable(),
                patterns(),
                hiddenTypes());
    }

    private static RoundTrip jsonNames() {
        return new RoundTrip("json-names", """
                record M(
                        @Name("a\\"b") String a,
                        @Name("c\\\\d") String b,
                        @Name("e/f~g") String c,
                        @Name("\\u0001\\n") String d,
                        @Name("\\uD83D\\uDE00") String e,
                        @Name("ff") String f,
                        @Name(" ") String g,
                        @Name("constructor") String h,
                        @Name("\\u00a0") String i,
                        @Name("\\u007f") String j,
                        @Name("%s") String k,
                        @Name("?") String l,
                        @Name("é") String m)
                        implements ToServer, ToClient {}
                """.formatted(LONG))
                .survives(
                        "new M(\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"12\", \"\")")
                .decodes("""
                        {"type":"m","\\u00e9":"m","?":"l","%s":"k","\\u007f":"j","\\u00a0":"i","constructor":"h"," ":"g",
                        "ff":"f","\\ud83d\\ude00":"e","\\u0001\\n":"d","e/f~g":"c","c\\\\d":"b","a\\"b":"a"}
                        """.formatted(LONG), """
                        new M("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m")
                        """);
    }

    private static RoundTrip wireNames() {
        RoundTrip trip = new RoundTrip("wire-names", """
                @Type("a\\"b") record A(int x) implements ToServer, ToClient {}
                @Type("c\\\\d") record B(int x) implements ToServer, ToClient {}
                @Type("\\uD83D\\uDE00") record C(int x) implements ToServer, ToClient {}
                @Type("\\u00e9") record D(int x) implements ToServer, ToClient {}
                @Type("e\\u0301") record E(int x) implements ToServer, ToClient {}
                @Type("a/b") record F(int x) implements ToServer, ToClient {}
                @Type("?") record G(int x) implements ToServer, ToClient {}
                @Type("h\\u0085") record H(int x) implements ToServer, ToClient {}
                @Type(" ") record I(int x) implements ToServer, ToClient {}
                @Type("12345678") record J(int x) implements ToServer, ToClient {}
                @Type("123456789") record K(int x) implements ToServer, ToClient {}
                @Type("1234567") record L(int x) implements ToServer, ToClient {}
                record Ünïcode(int x) implements ToServer, ToClient {}
                record 数据(int x) implements ToServer, ToClient {}
                record Straße(int x) implements ToServer, ToClient {}
                record 𐐀d(int x) implements ToServer, ToClient {}
                """);
        for (String record : Words.of("A B C D E F G H I J K L Ünïcode 数据 Straße 𐐀d")) {
            trip.survives("new " + record + "(1)");
        }
        return trip.decodes("{\"type\":\"é\",\"x\":2}", "new D(2)")
                .decodes("{\"type\":\"c\\\\d\",\"x\":3}", "new B(3)");
    }

    private static RoundTrip defaults() {
        return new RoundTrip("defaults", """
                enum K { X, Y }
                record M(
                        @Default("-9223372036854775808") long a,
                        @Default("-2147483648") int b,
                        @Default("'") char c,
                        @Default("\\\\") char d,
                        @Default("\\u0000") char e,
                        @Default("3.4028235e38") float f,
                        @Default("4.9E-324") double g,
                        @Default("$L $T $S $$ $") String h,
                        @Default("\\"\\n\\t\\\\\\u0000") String i,
                        @Default("1E5") BigDecimal j,
                        @Default("PT1H") Duration k,
                        @Default("") String l,
                        @Default("-0.0") double m,
                        @Default("\\uD83D\\uDE00é") String n,
                        @Default("Y") K o,
                        @Default("+12345-01") YearMonth p,
                        @Default("1e3") double q,
                        @Default("0x10") String r)
                        implements ToServer, ToClient {}
                """).decodes("{\"type\":\"m\"}", """
                new M(Long.MIN_VALUE, Integer.MIN_VALUE, (char) 39, (char) 92, (char) 0, Float.MAX_VALUE, Double.MIN_VALUE,
                        "$L $T $S $$ $", "\\"\\n\\t\\\\\\0", new BigDecimal("1E5"), Duration.ofHours(1), "", -0.0,
                        "\\uD83D\\uDE00\\u00e9", K.Y, YearMonth.of(12345, 1), 1000, "0x10")
                """);
    }

    private static RoundTrip unpairedSurrogates() {
        return new RoundTrip("unpaired-surrogates", """
                record M(
                        @Default("x\\uD83Dy") String a,
                        @Pattern(regexp = "[^\\uD83D]*(a|b)?") String b)
                        implements ToServer, ToClient {}
                """)
                .decodes("{\"type\":\"m\",\"b\":\"xb\"}", "new M(\"x\" + (char) 0xD83D + \"y\", \"xb\")");
    }

    private static RoundTrip generics() {
        return new RoundTrip("generics", """
                record P<T>(T one, List<T> many, Optional<T> maybe, Map<String, T> by) {}
                sealed interface S<T> {
                    record Ok<T>(T v) implements S<T> {}
                    record No<T>(String why) implements S<T> {}
                }
                record M(P<String> a, P<P<Integer>> b, S<List<String>> c, S<UUID> d, P<S<Boolean>> e)
                        implements ToServer, ToClient {}
                """).survives("""
                new M(
                        new P<>("x", List.of("y"), Optional.of("z"), Map.of("k", "v")),
                        new P<>(new P<>(1, List.of(), Optional.empty(), Map.of()), List.of(), Optional.empty(), Map.of()),
                        new S.Ok<>(List.of("q")),
                        new S.No<>("w"),
                        new P<>(
                                new S.Ok<>(true),
                                List.of(new S.No<>("n")),
                                Optional.of(new S.Ok<>(false)),
                                Map.of("a", new S.Ok<>(true))))
                """);
    }

    private static RoundTrip manyVariants() {
        String variants = IntStream.range(0, 70)
                .mapToObj("record Variant%d(int a) implements V {}\n"::formatted)
                .collect(Collectors.joining());
        return new RoundTrip("many-variants", "sealed interface V {}\n" + variants + """
                record M(V v, List<V> vs) implements ToServer, ToClient {}
                """)
                .survives("new M(new Variant0(1), List.of(new Variant69(2), new Variant33(3)))");
    }

    private static RoundTrip manyComponents() {
        String components = IntStream.range(0, 64)
                .mapToObj("@Max(100000) long component%d"::formatted)
                .collect(Collectors.joining(", "));
        String values = IntStream.range(0, 64).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String tooLarge = IntStream.range(0, 64)
                .mapToObj(i -> "\"component" + i + "\":" + (i == 63 ? 100_001 : i))
                .collect(Collectors.joining(","));
        return new RoundTrip("many-components", "record M(" + components + ") implements ToServer, ToClient {}")
                .survives("new M(" + values + ")")
                .rejectsFrame("{\"type\":\"m\"," + tooLarge + "}");
    }

    private static RoundTrip deep() {
        return new RoundTrip("deep", """
                record N(int v, Optional<N> next) {
                    static N chain(int length) {
                        return new N(length, length == 1 ? Optional.empty() : Optional.of(chain(length - 1)));
                    }
                }
                record M(N n) implements ToServer, ToClient {}
                """).survives("new M(N.chain(31))");
    }

    private static RoundTrip nullable() {
        return new RoundTrip("nullable", """
                @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE) @interface Nullable {}
                record In(@Nullable String s) {}
                record M(
                        @Nullable String a,
                        @Nullable List<@Nullable String> b,
                        Map<String, @Nullable Integer> c,
                        @Nullable In d,
                        List<@Nullable In> e,
                        @Nullable Integer f,
                        String @Nullable [] g,
                        List<@Nullable List<@Nullable String>> h)
                        implements ToServer, ToClient {}
                """).survives("""
                new M(null, null, Collections.singletonMap("k", null), null, Collections.singletonList(null), null, null,
                        Arrays.asList(null, Arrays.asList("a", null)))
                """, """
                new M("a", Arrays.asList("b", null), Map.of(), new In(null), List.of(new In("x")), 1, new String[] {"y"},
                        List.of())
                """);
    }

    private static RoundTrip patterns() {
        String frame = """
                {"type":"m","a":"%s","b":"%s","c":"a","d":"a","e":"%s","f":"a@b","g":"b","h":"%s"}
                """;
        return new RoundTrip("patterns", """
                record M(
                        @Pattern(regexp = "[a-c]{2,3}-?[0-9]+") String a,
                        @Pattern(regexp = "^x$") String b,
                        @Pattern(regexp = "a|b") String c,
                        @Pattern(regexp = "\\\\p{L}+") String d,
                        @Pattern(regexp = ".*") String e,
                        @Pattern(regexp = "[\\\\w.]+@\\\\S+") String f,
                        @Pattern(regexp = "[^a]*") String g,
                        @Pattern(regexp = "\\\\d{3}") String h)
                        implements ToServer, ToClient {}
                """)
                .survives("new M(\"ab-1\", \"x\", \"b\", \"\\u00e9\", \"z\", \"a.b@c\", \"b\", \"123\")")
                .survives("new M(\"abc12\", \"x\", \"a\", \"\\u00f1\", \"\", \"a@b\", \"\", \"999\")")
                .decodes(frame.formatted("ab-1", "x", "z", "123"), """
                        new M("ab-1", "x", "a", "a", "z", "a@b", "b", "123")
                        """)
                .rejectsFrame(frame.formatted("abcd1", "x", "z", "123"))
                .rejectsFrame(frame.formatted("ab-1", "x\\n", "z", "123"))
                .rejectsFrame(frame.formatted("ab-1", "x", "z\\ny", "123"))
                .rejectsFrame(frame.formatted("ab-1", "x", "z", "\u0661\u0662\u0663"));
    }

    private static RoundTrip hiddenTypes() {
        return new RoundTrip("hidden-types", """
                record String(java.lang.String String) {}
                record Long(long Long) {}
                record List(java.util.List<String> List) {}
                record M(String in, Long out, List self, java.lang.String value) implements ToServer, ToClient {}
                """).survives("""
                new M(new Chat.String("x"), new Chat.Long(1), new Chat.List(java.util.List.of(new Chat.String("y"))), "z")
                """);
    }
}
