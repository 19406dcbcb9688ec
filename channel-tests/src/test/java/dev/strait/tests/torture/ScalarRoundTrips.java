package dev.strait.tests.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Extreme numbers, texts, keys and times. */
final class ScalarRoundTrips {

    /** Expressions of {@code java.time}, by type. */
    private static final List<List<String>> TIMES = List.of(
            Words.of("""
                    Instant MIN MAX EPOCH ofEpochSecond(-1,999999999) ofEpochSecond(253402300800L)
                    ofEpochSecond(-62167219201L)
                    """),
            Words.of("LocalDate MIN MAX of(0,1,1) of(-1,1,1) of(10000,1,1)"),
            Words.of("LocalTime MIN MAX of(0,0,0,1)"),
            Words.of("LocalDateTime MIN MAX"),
            Words.of("OffsetDateTime MIN MAX"),
            Words.of("OffsetTime MIN MAX"),
            Words.of("""
                    ZonedDateTime of(LocalDateTime.MAX,ZoneOffset.UTC) of(LocalDateTime.MIN,ZoneId.of("UTC"))
                    ofLocal(LocalDateTime.of(2026,10,25,2,30),ZoneId.of("Europe/Berlin"),ZoneOffset.ofHours(1))
                    ofLocal(LocalDateTime.of(2026,10,25,2,30),ZoneId.of("Europe/Berlin"),ZoneOffset.ofHours(2))
                    of(LocalDateTime.of(1850,1,1,0,0),ZoneId.of("Europe/Berlin"))
                    of(LocalDateTime.of(2026,1,1,0,0),ZoneId.of("GMT+1"))
                    of(LocalDateTime.of(2026,1,1,0,0),ZoneId.of("Etc/GMT-14"))
                    of(LocalDateTime.of(2026,1,1,0,0),ZoneId.of("America/Argentina/ComodRivadavia"))
                    """),
            Words.of("""
                    Duration ofSeconds(Long.MIN_VALUE,0) ofSeconds(Long.MAX_VALUE,999999999) ofNanos(-1) ofSeconds(-1,1) ZERO
                    """),
            Words.of("""
                    Period of(Integer.MIN_VALUE,Integer.MIN_VALUE,Integer.MIN_VALUE) of(Integer.MAX_VALUE,-1,0) ZERO
                    """),
            Words.of("Year of(-999999999) of(999999999) of(0) of(7) of(-7) of(10000)"),
            Words.of("""
                    YearMonth of(2026,1) of(9999,12) of(10000,1) of(999999999,12) of(-999999999,1) of(-1,1) of(0,1) of(7,1)
                    """),
            Words.of("MonthDay of(2,29) of(12,31)"),
            Words.of("""
                    ZoneId of("Z") of("UTC") of("UT") of("GMT0") of("UTC+01:02:03") of("America/Argentina/ComodRivadavia")
                    """),
            Words.of("ZoneOffset MIN MAX UTC ofTotalSeconds(1)"));

    private ScalarRoundTrips() {}

    static List<RoundTrip> all() {
        return List.of(times(), numbers(), texts(), maps());
    }

    private static RoundTrip times() {
        String records = TIMES.stream()
                .map(times -> "record Of%1$s(%1$s at, Optional<%1$s> maybe) implements ToServer, ToClient {}\n"
                        .formatted(times.get(0)))
                .collect(Collectors.joining());
        RoundTrip trip = new RoundTrip("times", records);
        for (List<String> times : TIMES) {
            String type = times.get(0);
            for (String value : times.subList(1, times.size())) {
                trip.survives("new Of%1$s(%1$s.%2$s, Optional.of(%1$s.%2$s))".formatted(type, value));
            }
        }
        return trip;
    }

    private static RoundTrip numbers() {
        String message = "new M(%s, %s, %s, new BigDecimal(\"%s\"), new BigInteger(\"%s\"), %s, (byte) %s, (short) %s)";
        RoundTrip trip = new RoundTrip("numbers", """
                record M(double d, float f, long l, BigDecimal e, BigInteger i, char c, byte b, short s)
                        implements ToServer, ToClient {}
                """);
        for (List<String> values : List.of(
                Words.of("Double.MIN_VALUE Float.MIN_VALUE Long.MIN_VALUE 1E-9999 -0 '\\0' -128 -32768"),
                Words.of("Double.MAX_VALUE Float.MAX_VALUE Long.MAX_VALUE 1E+9999 " + "9".repeat(99)
                        + " '\\uFFFF' 127 32767"),
                Words.of("-0.0 -0.0f 0 0.000 0 '\\u2028' 0 0"),
                Words.of("1e23 1e10f -1 0E+3 1 '\"' 1 1"),
                Words.of("2.2250738585072014E-308 1.17549435E-38f 999999999999999L -1.50 -1 '\\\\' 1 1"),
                Words.of("9007199254740993.0 16777217f 1000000000000000L 123456789.123456789 7 '\\u00e9' 1 1"),
                Words.of("1.0E-5 3.4E38f 99999999L 1E+10000 7 'a' 1 1"))) {
            trip.survives(message.formatted(values.toArray()));
        }
        for (List<String> values : List.of(
                Words.of("1 1 1 1E+10001 1 'a' 1 1"),
                Words.of("1 1 1 1E-20000 1 'a' 1 1"),
                Words.of("1 1 1 1." + "7".repeat(120) + " 1 'a' 1 1"),
                Words.of("1 1 1 1 1" + "0".repeat(120) + " 'a' 1 1"),
                Words.of("1 1 1 1 1 '\\uD83D' 1 1"))) {
            trip.rejects(message.formatted(values.toArray()));
        }
        return trip;
    }

    private static RoundTrip texts() {
        List<String> controls = new ArrayList<>();
        for (int unit = 0; unit < 0x20; unit++) {
            controls.add("(char) " + unit);
        }
        return new RoundTrip(
                        "texts", "record M(String s, @Size(max = 50000) String big) implements ToServer, ToClient {}")
                .survives("new M(\"\", \"\")")
                .survives(
                        "new M(\"\" + " + String.join(" + ", controls) + ", \"\\\"\\\\/\\u007f\\u0080\\u2028\\u2029\")")
                .survives("new M(\"\\ufeff\\ufffe\\uffff\\ufffd\", \"?\")")
                .survives("new M(\"\\uD83D\\uDE00\", \"\\uD83D\\uDE00\".repeat(20000))")
                .survives("new M(\"a\".repeat(16384), \"y\".repeat(50000))")
                .rejects("new M(\"a\".repeat(16385), \"y\")")
                .rejects("new M(\"x\\uD83D\", \"y\")")
                .rejects("new M(\"x\", \"y\".repeat(50001))");
    }

    private static RoundTrip maps() {
        return new RoundTrip("maps", """
                enum K {
                    A {
                        @Override
                        public String toString() {
                            return "q";
                        }
                    },
                    É, $x, _y
                }
                record M(
                        Map<String, Integer> a,
                        Map<K, Integer> b,
                        Map<UUID, Integer> c,
                        Map<Long, Integer> d,
                        Map<Byte, List<String>> e,
                        Set<K> f,
                        Collection<String> g,
                        Map<String, Map<String, String>> h)
                        implements ToServer, ToClient {}
                """).survives("""
                new M(
                        Map.of("", 1, " ", 2, "type", 3, "$id", 4, "a/b~c", 5, "\\"", 6, "\\\\", 7, "\\0", 8,
                                "__proto__", 9, "x".repeat(200), 10),
                        Map.of(K.A, 1, K.É, 2, K.$x, 3, K._y, 4),
                        Map.of(new UUID(0, 0), 1, new UUID(-1, -1), 2),
                        Map.of(Long.MIN_VALUE, 1, Long.MAX_VALUE, 2, 0L, 3),
                        Map.of((byte) -1, List.of("a")),
                        EnumSet.allOf(K.class),
                        List.of("a", "a"),
                        Map.of("type", Map.of("type", "x"), "\\uD83D\\uDE00", Map.of("\\u00e9", "")))
                """).rejects("""
                new M(Map.of("x".repeat(300), 1), Map.of(), Map.of(), Map.of(), Map.of(), Set.of(), List.of(), Map.of())
                """);
    }
}
