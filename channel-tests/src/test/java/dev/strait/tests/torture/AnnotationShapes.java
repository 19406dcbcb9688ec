package dev.strait.tests.torture;

import java.util.List;
import java.util.Map;

/** Constraints, defaults and deprecated parts. */
final class AnnotationShapes {

    private AnnotationShapes() {}

    static List<OddContract> all() {
        return List.of(
                of("on-times", """
                        record M(
                                @Past Instant a,
                                @Future LocalDate b,
                                @PastOrPresent LocalTime c,
                                @FutureOrPresent LocalDateTime d,
                                @Past OffsetDateTime e,
                                @Future OffsetTime f,
                                @Past ZonedDateTime g,
                                @Future Year j,
                                @Past YearMonth k,
                                @Future MonthDay l,
                                List<@Past Instant> m,
                                Optional<@Future LocalDate> n)
                                implements ToServer, ToClient {}
                        """),
                of("defaults", """
                        record M(
                                @Default("-9223372036854775808") long a,
                                @Default("-2147483648") int b,
                                @Default("'") char c,
                                @Default("\\\\") char d,
                                @Default("\\u0000") char e,
                                @Default("3.4e38") float f,
                                @Default("1e308") double g,
                                @Default("true") boolean h,
                                @Default("$L $T $S $$ $") String i,
                                @Default("\\"\\n\\t\\\\") String j,
                                @Default("1E5") BigDecimal k,
                                @Default("PT1H") Duration l,
                                @Default("") String m,
                                @Default("Europe/Berlin") ZoneId n,
                                @Default("-0.0") double o,
                                @Default("255") short p,
                                @Default("-128") byte q,
                                @Default("http://x/$L?a=b") java.net.URI r,
                                @Default("😀") String s,
                                @Default("1.4E-45") float t,
                                @Default("4.9E-324") double u)
                                implements ToServer, ToClient {}
                        """),
                of("repeated", """
                        record M(
                                @Pattern(regexp = "a.*") @Pattern(regexp = ".*b") @Size(min = 1) @Size(max = 5) String a,
                                @Min(1) @Min(2) int b,
                                List<@Size(min = 1) @Size(max = 4) String> c,
                                @Size.List({@Size(max = 3), @Size(min = 1)}) String d)
                                implements ToServer, ToClient {}
                        """),
                of("patterns", """
                        record M(
                                @Pattern(regexp = "[\\\\x00-\\\\x1f\\"'\\\\\\\\]*") String a,
                                @Pattern(regexp = "\\\\Q*/\\\\E") String b,
                                @Pattern(regexp = "[^\\\\u0000-\\\\uffff]*") String c,
                                @Pattern(regexp = "\\u00e9+[\\u4e00-\\u9fff]{1,3}") String d,
                                @Pattern(regexp = "", flags = {Pattern.Flag.CASE_INSENSITIVE, Pattern.Flag.COMMENTS})
                                String e,
                                @Pattern(regexp = "[a-z]{0,0}") String f,
                                @Pattern(regexp = "[a-z]{2147483647}") String g)
                                implements ToServer, ToClient {}
                        """),
                of("extreme-bounds", """
                        record M(
                                @Min(Long.MIN_VALUE) @Max(Long.MAX_VALUE) long a,
                                @Min(Long.MIN_VALUE) int b,
                                @DecimalMin("-1e400") @DecimalMax("1e400") BigDecimal c,
                                @DecimalMin("0.5") int d,
                                @Digits(integer = 2147483647, fraction = 0) BigInteger e,
                                @Digits(integer = 0, fraction = 5) BigDecimal f,
                                @Max(300) byte g,
                                @DecimalMax("9223372036854775808") long h,
                                @Size(max = 2147483647) String i,
                                @Size(min = 2147483647) String j,
                                @Positive double k,
                                @NegativeOrZero float l,
                                @DecimalMin("1") String m)
                                implements ToServer, ToClient {}
                        """),
                of("valid", """
                        record In(@Size(max = 2) String a) {}
                        record M(
                                @jakarta.validation.Valid In a,
                                List<@jakarta.validation.Valid In> b,
                                @NotNull @jakarta.validation.Valid Optional<In> c)
                                implements ToServer, ToClient {}
                        """),
                of("on-optional", "record M(@Size(max = 3) Optional<String> b) implements ToServer, ToClient {}")
                        .rejectedWith("STRAIT-161"),
                of("in-optional", """
                        record M(
                                Optional<@NotBlank @Size(max = 3) String> a,
                                @Min(3) OptionalInt c,
                                Optional<@Min(3) Integer> d,
                                Optional<List<@Size(max = 1) String>> e)
                                implements ToServer, ToClient {}
                        """),
                of("on-type-arguments", """
                        record M(
                                List<@NotNull @Size(max = 3) String> a,
                                Map<@NotBlank String, @NotNull List<@Min(1) Integer>> b)
                                implements ToServer, ToClient {}
                        """),
                of("deprecated-component", "record M(@Deprecated int a, String b) implements ToServer, ToClient {}"),
                of("deprecated-record", """
                        @Deprecated record In(int a) {}
                        record M(In a, List<In> b) implements ToServer, ToClient {}
                        """),
                of("deprecated-enum", """
                        enum K { @Deprecated OLD, NEW }
                        @Deprecated enum Old { A }
                        record M(K k, Old o, @Default("OLD") K d) implements ToServer, ToClient {}
                        """),
                of("removed-component", """
                        record M(@Deprecated(forRemoval = true) int a) implements ToServer, ToClient {}
                        """),
                of("removed-message", """
                        @Deprecated(forRemoval = true) record M(int a) implements ToServer, ToClient {}
                        record N(int a) implements ToServer, ToClient {}
                        """),
                of("removed-record", """
                        @Deprecated(since = "1", forRemoval = true) record In(int a) {}
                        record M(In a) implements ToServer, ToClient {}
                        """),
                of("removed-constructor", """
                        record M(int a) implements ToServer, ToClient {
                            @Deprecated(forRemoval = true) public M {}
                            @Deprecated(forRemoval = true) @Override public int a() {
                                return a;
                            }
                        }
                        """),
                of("deprecated-room", """
                        record M(int a) implements ToServer, ToClient {}
                        @Deprecated record Room(String room) {}
                        """),
                of("removed-outcome", """
                        record Bid(int c) implements ToServer, ToClient, dev.strait.Ask<Bid.Out> {
                            public sealed interface Out {}
                            @Deprecated(forRemoval = true) public record Old(int a) implements Out {}
                            public record New1(int a) implements Out {}
                        }
                        """),
                OddContract.ofFiles(
                        "annotation",
                        "deprecated-contract",
                        Map.of(
                                "Chat.java",
                                ContractText.withImports(
                                                "Chat", "/ws", "record M(int a) implements ToServer, ToClient {}")
                                        .replace(
                                                "public interface",
                                                "@Deprecated(forRemoval = true) public interface"))));
    }

    private static OddContract of(String name, String body) {
        return OddContract.chat("annotation", name, body);
    }
}
