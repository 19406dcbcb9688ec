package dev.strait.tests.torture;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Unusual types of components. */
final class TypeShapes {

    private TypeShapes() {}

    static List<OddContract> all() {
        return List.of(
                of("enum-bodies", """
                        enum Kind {
                            A {
                                @Override
                                public String toString() {
                                    return "x";
                                }
                            },
                            B {
                                int z() {
                                    return 1;
                                }
                            };
                        }
                        record M(Kind k, Map<Kind, Kind> m, @Default("B") Kind d, Set<Kind> s, Kind[] a)
                                implements ToServer, ToClient {}
                        """),
                of("enum-empty", """
                        enum Kind {}
                        record M(Optional<Kind> k, Map<Kind, Integer> m) implements ToServer, ToClient {}
                        """).rejectedWith("STRAIT-144"),
                of("enum-unicode", """
                        enum Kind { É, ß, 数, $, _a, \\u0041b, values, valueOf, type }
                        record M(Kind k, Map<Kind, Integer> m) implements ToServer, ToClient {}
                        """),
                of("enum-2400", """
                        enum Kind { %s }
                        record M(Kind k) implements ToServer, ToClient {}
                        """.formatted(
                                IntStream.range(0, 2_400).mapToObj(i -> "K" + i).collect(Collectors.joining(", ")))),
                of("enums-of-java", """
                        record M(
                                Thread.State s,
                                java.util.concurrent.TimeUnit u,
                                DayOfWeek d,
                                Month mo,
                                RoundingMode r,
                                java.nio.file.StandardOpenOption o)
                                implements ToServer, ToClient {}
                        """),
                of("optional-optional", "record M(Optional<Optional<String>> x) implements ToServer {}")
                        .rejectedWith("STRAIT-146"),
                of(
                        "lists-10",
                        "record M(%s@Size(max = 2) String%s x) implements ToServer, ToClient {}"
                                .formatted("List<".repeat(10), ">".repeat(10))),
                of(
                        "lists-40",
                        "record M(%sString%s x) implements ToServer, ToClient {}"
                                .formatted("List<".repeat(40), ">".repeat(40))),
                of("maps-of-maps", """
                        record M(Map<String, Map<UUID, Map<Integer, Map<Byte, List<Set<Long>>>>>> x)
                                implements ToServer, ToClient {}
                        """),
                of("wildcard", "record M(List<? extends String> p) implements ToServer {}")
                        .rejectedWith("STRAIT-158"),
                of("arrays", """
                        record M(
                                int[][][] a,
                                String[][] b,
                                byte[][] c,
                                boolean[] d,
                                char[] e,
                                long[] f,
                                Optional<int[]> g,
                                List<int[]> h,
                                Map<String, double[][]> i,
                                UUID[] j,
                                short[] k,
                                float[] l)
                                implements ToServer, ToClient {}
                        """),
                of("varargs", "record M(int n, String... texts) implements ToServer, ToClient {}"),
                of("boxes", """
                        record M(
                                Integer a,
                                @NotNull Long b,
                                Boolean c,
                                Character d,
                                Float e,
                                Double f,
                                Byte g,
                                Short h,
                                OptionalInt i,
                                OptionalLong j,
                                OptionalDouble k)
                                implements ToServer, ToClient {}
                        """),
                of("times", """
                        record M(
                                Instant a,
                                LocalDate b,
                                LocalTime c,
                                LocalDateTime d,
                                OffsetDateTime e,
                                OffsetTime f,
                                ZonedDateTime g,
                                Duration h,
                                Period i,
                                Year j,
                                YearMonth k,
                                MonthDay l,
                                ZoneId m,
                                ZoneOffset n,
                                UUID o,
                                java.net.URI p)
                                implements ToServer, ToClient {}
                        """),
                of("room-in-message", """
                        record Room(@Size(max = 3) String a, UUID b, long c) {}
                        record M(Room r, List<Room> rs) implements ToServer, ToClient {}
                        """),
                of("room-of-all-types", """
                        enum K { A, B }
                        record Room(K k, byte b, short s, int i, long l, UUID u, String t) {}
                        record M(int r) implements ToServer, ToClient {}
                        """),
                of("reserved-word-like", "record M(float[] strict, int assert_) implements ToServer, ToClient {}"));
    }

    private static OddContract of(String name, String body) {
        return OddContract.chat("type", name, body);
    }
}
