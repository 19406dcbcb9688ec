package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.strait.runtime.json.FrameException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of every type survive a round trip, and invalid ones are rejected with their path and rule. */
class ZooTest {

    private static final String ID = "123e4567-e89b-12d3-a456-426614174000";
    private static final String NUMBERS =
            "{'type':'numbers','tiny':1,'small':1,'number':1,'large':1,'rough':1,'exact':1,'whole':1,'money':1}";
    private static final String TEXTS =
            "{'type':'texts','word':'a','letter':'x','bool':true,'id':'" + ID + "','weekday':'MONDAY','kind':'BIRD'}";

    private final Zoo_CageCodec codec = new Zoo_CageCodec();

    static Stream<Zoo.Cage.ToServer> messages() {
        Zoo.Cage.Line line = new Zoo.Cage.Line("a\"b\\c\n", 0.1);
        return Stream.of(
                new Zoo.Cage.Numbers(
                        Byte.MIN_VALUE,
                        Short.MAX_VALUE,
                        9,
                        Long.MIN_VALUE,
                        Float.MIN_VALUE,
                        -Double.MAX_VALUE,
                        new BigInteger("9".repeat(99)),
                        new BigDecimal("0.10")),
                new Zoo.Cage.Numbers(
                        (byte) 0, (short) 0, 1, Long.MAX_VALUE, 1e10f, -0.0, BigInteger.ZERO, BigDecimal.ONE),
                new Zoo.Cage.Boxes(true, (byte) 1, (short) 2, 3, 4L, 5.5f, 6.5, '中'),
                new Zoo.Cage.Texts("abc", 'x', false, UUID.fromString(ID), DayOfWeek.SUNDAY, Zoo.Cage.Kind.FISH),
                new Zoo.Cage.Times(
                        Instant.parse("2026-01-31T09:30:00.123456789Z"),
                        LocalDate.of(2026, 1, 31),
                        LocalTime.of(9, 30),
                        LocalDateTime.of(2026, 1, 31, 9, 30),
                        OffsetDateTime.parse("2026-01-31T09:30:00+01:00"),
                        OffsetTime.parse("09:30:00-05:00"),
                        ZonedDateTime.parse("2026-01-31T09:30:00+01:00[Europe/Berlin]"),
                        Duration.ofMinutes(90),
                        Period.of(1, 2, 3),
                        Year.of(2026),
                        YearMonth.of(2026, 1),
                        MonthDay.of(1, 31),
                        ZoneId.of("Europe/Berlin"),
                        ZoneOffset.ofHours(-3)),
                new Zoo.Cage.Absent(
                        Optional.of("ab"),
                        OptionalInt.of(3),
                        OptionalLong.of(4),
                        OptionalDouble.of(0.5),
                        "note",
                        List.of("a"),
                        8,
                        Zoo.Cage.Kind.BIRD,
                        "because"),
                new Zoo.Cage.Absent(
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        OptionalDouble.empty(),
                        null,
                        null,
                        7,
                        Zoo.Cage.Kind.FISH,
                        "none"),
                new Zoo.Cage.Holders(
                        List.of(line),
                        Set.of(Zoo.Cage.Kind.FISH),
                        Map.of("a/b~c", 1),
                        List.of(List.of(), List.of("ab", "")),
                        Map.of("", List.of(line)),
                        Arrays.asList(1L, null, 3L),
                        Arrays.asList(null, line),
                        JsonNodeFactory.instance.objectNode().put("a", 1).putNull("b")),
                new Zoo.Cage.Foreign(
                        Currency.getInstance("EUR"), List.of(Currency.getInstance("CHF")), Currency.getInstance("JPY")),
                new Zoo.Cage.Foreign(Currency.getInstance("EUR"), List.of(), null),
                new Zoo.Cage.Before("x", 1),
                new Zoo.Cage.Say(List.of("a")),
                new Zoo.Cage.SayTags(1),
                new Zoo.Cage.To(List.of("a"), Map.of("k", new Zoo.Cage.Say(List.of()))),
                new Zoo.Cage.Odd("o", List.of("i"), "x"),
                new Zoo.Cage.Locals(
                        "i",
                        List.of("s"),
                        1,
                        2,
                        3,
                        "r",
                        new Zoo.Cage.Say(List.of("v")),
                        Optional.of(new Zoo.Cage.Say(List.of("e"))),
                        Arrays.asList((byte) 1, null),
                        Collections.singletonMap("k", 'c')),
                new Zoo.Cage.Locals(
                        "",
                        List.of(),
                        0,
                        0,
                        0,
                        "",
                        null,
                        Optional.empty(),
                        List.of(),
                        Collections.singletonMap("k", null)),
                new Zoo.Cage.Range(1, 2),
                new Zoo.Cage.Invite(new Zoo.Cage.Room(UUID.fromString(ID), Zoo.Cage.Kind.BIRD, (byte) 1, "x")),
                new Zoo.Cage.Deep(
                        Map.of("a", Map.of("b", List.of(line))),
                        Set.of(line),
                        Optional.of(List.of(Map.of("n", 1), Map.of())),
                        Arrays.asList(null, Arrays.asList("x", null)),
                        Collections.singletonMap("k", null)),
                new Zoo.Cage.HTTPPage("a"),
                new Zoo.Cage.Httppage("b"),
                new Zoo.Cage.NestedLine("c"),
                new Zoo.Cage.Lines(List.of(new Zoo.Cage.Nested.Line(1))),
                new Zoo.Cage.Long20k("x".repeat(20_000), "y".repeat(16_384)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messagesSurviveARoundTrip(Zoo.Cage.ToServer message) {
        assertThat(codec.decodeToServer(codec.encodeToServer(message))).isEqualTo(message);
    }

    @Test
    void emptyOptionalsAreLeftOutAndNullsAreWritten() {
        assertThat(codec.decodeToServer("{\"type\":\"absent\"}"))
                .isEqualTo(new Zoo.Cage.Absent(
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        OptionalDouble.empty(),
                        null,
                        null,
                        7,
                        Zoo.Cage.Kind.FISH,
                        "none"));
        String nulls = "{'type':'absent','text':null,'number':null,'large':null,'exact':null,'note':null,'notes':null,"
                + "'count':null,'kind':null,'reason':null}";
        Zoo.Cage.ToServer message = codec.decodeToServer(nulls.replace('\'', '"'));
        assertThat(codec.encodeToServer(message))
                .isEqualTo(
                        "{\"type\":\"absent\",\"note\":null,\"notes\":null,\"count\":7,\"kind\":\"FISH\",\"reason\":\"none\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'tiny':1 | 'tiny':128 | /tiny type",
                "'small':1 | 'small':-32769 | /small type",
                "'number':1 | 'number':1.0 | /number type",
                "'number':1 | 'number':1e0 | /number type",
                "'number':1 | 'number':'1' | /number type",
                "'number':1 | 'number':0 | /number min",
                "'number':1 | 'number':10 | /number max",
                "'number':1 | 'other':1 | /number required",
                "'large':1 | 'large':9223372036854775808 | /large type",
                "'large':1 | 'large':99999999999999999999999999 | /large type",
                "'rough':1 | 'rough':1e39 | /rough type",
                "'exact':1 | 'exact':1e400 | /exact type",
                "'exact':1 | 'exact':'NaN' | /exact type",
                "'exact':1 | 'exact':null | /exact type",
                "'whole':1 | 'whole':1.5 | /whole type",
                "'whole':1 | 'whole':-6 | /whole min",
                "'money':1 | 'money':0 | /money positive",
                "'money':1 | 'money':1e99999 | /money type",
                "'money':1 | 'money':1e9999999999 | /money type",
                "'money':1 | 'money':true | /money type",
            })
    void invalidNumbersAreRejected(String valid, String invalid, String violation) {
        assertThat(violations(NUMBERS.replace(valid, invalid))).containsExactly(violation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'word':'a' | 'word':'A' | /word pattern",
                "'word':'a' | 'word':'a ' | /word pattern",
                "'letter':'x' | 'letter':'xy' | /letter type",
                "'letter':'x' | 'letter':'' | /letter type",
                "'bool':true | 'bool':'true' | /bool type",
                "'weekday':'MONDAY' | 'weekday':'monday' | /weekday enum",
                "'weekday':'MONDAY' | 'weekday':0 | /weekday type",
                "'kind':'BIRD' | 'kind':'WORM' | /kind enum",
                ID_CASE_SHORT,
                ID_CASE_TEXT,
            })
    void invalidTextsAreRejected(String valid, String invalid, String violation) {
        assertThat(violations(TEXTS.replace(valid, invalid))).containsExactly(violation);
    }

    private static final String ID_CASE_SHORT = "'id':'" + ID + "' | 'id':'1-1-1-1-1' | /id format";
    private static final String ID_CASE_TEXT = "'id':'" + ID + "' | 'id':'" + ID + "0' | /id format";

    @Test
    void customConstraintMessagesAreUsed() {
        FrameException refused = catchThrowableOfType(
                FrameException.class,
                () -> codec.decodeToServer(TEXTS.replace("'a'", "'A'").replace('\'', '"')));
        assertThat(refused.violations().get(0).message()).isEqualTo("must be lower-case letters");
    }

    @Test
    void allInvalidTimesAreReportedTogether() {
        String times = codec.encodeToServer(
                messages().filter(Zoo.Cage.Times.class::isInstance).findFirst().orElseThrow());
        assertThat(violations(times.replaceAll(":\"(?!times)[^\"]*\"", ":\"soon\"")))
                .hasSize(14)
                .allMatch(violation -> violation.endsWith(" format"));
    }

    @Test
    void elementsOfContainersAreValidated() {
        String frame = "{'type':'holders','lines':[],'kinds':['BIRD','WORM'],'scores':{'a/b':-1,'c~d':1},"
                + "'rows':[['ab','abc'],['x']],'byName':{'k':[{'sku':'s','price':-1},{'article':'old','price':0}]},"
                + "'gaps':[1,null,'x'],'maybe':[null,{'price':1}],'raw':null}";
        assertThat(violations(frame))
                .containsExactlyInAnyOrder(
                        "/lines not-empty",
                        "/kinds/1 enum",
                        "/scores/a~1b min",
                        "/rows/0/1 size",
                        "/byName/k/0/price positive-or-zero",
                        "/gaps/2 type",
                        "/maybe/1/sku required",
                        "/raw type");
    }

    @Test
    void optionalComponentsAreValidatedIfPresent() {
        assertThat(violations("{'type':'absent','text':'a','number':2,'notes':['a','b','c'],'kind':'WORM'}"))
                .containsExactlyInAnyOrder("/text size", "/number min", "/notes size", "/kind enum");
    }

    @Test
    void aNameAndItsAliasTogetherAreDuplicates() {
        assertThat(violations("{'type':'holders','lines':[{'sku':'a','article':'b','price':1}],'kinds':[],'scores':{},"
                        + "'rows':[],'byName':{},'gaps':[],'maybe':[],'raw':1}"))
                .containsExactly("/lines/0/article duplicate");
    }

    @Test
    void foreignTypesAreDecodedByTheirAdapters() {
        assertThat(violations("{'type':'foreign','currency':'XXXX','others':[5,null],'maybe':{}}"))
                .containsExactly("/currency format", "/others/0 format", "/others/1 type", "/maybe format");
        assertThat(violations("{'type':'foreign','currency':'EUR','others':['EUR','CHF','JPY']}"))
                .containsExactly("/others size");
    }

    @Test
    void jacksonNamesAndAliasesAreSupported() {
        Zoo.Cage.Before before = new Zoo.Cage.Before("x", 1);
        assertThat(codec.encodeToServer(before)).isEqualTo("{\"type\":\"jackson:said\",\"na_me\":\"x\",\"plain\":1}");
        for (String name : List.of("na_me", "nick", "n")) {
            assertThat(codec.decodeToServer("{\"type\":\"jackson:said\",\"" + name + "\":\"x\",\"plain\":1}"))
                    .isEqualTo(before);
        }
    }

    @Test
    void constructorExceptionsAreViolations() {
        FrameException refused = catchThrowableOfType(
                FrameException.class, () -> codec.decodeToServer("{\"type\":\"range:set\",\"from\":2,\"to\":1}"));
        assertThat(refused.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo("constructor");
            assertThat(violation.message()).isEqualTo("from must not be\\u000abeyond to");
        });
    }

    @Test
    void nestedContainersAreValidated() {
        assertThat(violations("{'type':'deep','maps':{'a':{'b':[{'sku':'s','price':-1}]}},'set':[{'price':0}],"
                        + "'maybe':[{'n':1},{'m':0}],'gaps':[null,[null,5]],'kinds':{'k':'WORM','n':null}}"))
                .containsExactlyInAnyOrder(
                        "/maps/a/b/0/price positive-or-zero",
                        "/set/0/sku required",
                        "/maybe/1/m min",
                        "/gaps/1/1 type",
                        "/kinds/k enum");
    }

    @Test
    void defaultsReplaceAbsentComponents() {
        assertThat(codec.decodeToServer("{\"type\":\"defaults\"}"))
                .isEqualTo(new Zoo.Cage.Defaults('x', '\'', '\\', '\n', '中', 5L, (byte) -1, true, 1.5, 2.5f));
    }

    @Test
    void atMostAHundredViolationsAreKept() {
        String frame = "{'type':'holders','lines':[" + "1,".repeat(200) + "1],'kinds':5}";
        assertThat(violations(frame)).hasSize(100);
    }

    @Test
    void patternsAreMatchedOnlyWithinTheMaximumLength() {
        assertThat(violations("{'type':'bounded','word':'" + "a".repeat(16_000) + "'}"))
                .containsExactly("/word size");
        assertThat(violations("{'type':'bounded','word':'A'}")).containsExactly("/word pattern");
    }

    @Test
    void timesOutsideTheRangeOfTheJdkHaveAnInvalidFormat() {
        String times = codec.encodeToServer(
                messages().filter(Zoo.Cage.Times.class::isInstance).findFirst().orElseThrow());
        assertThat(violations(times.replace("P1Y2M3D", "P2000000000W"))).containsExactly("/period format");
    }

    @Test
    void rawJsonKeepsItsDigits() {
        String holders =
                "{'type':'holders','lines':[{'sku':'a','price':1}],'kinds':[],'scores':{},'rows':[],'byName':{},"
                        + "'gaps':[],'maybe':[],'raw':{'n':1E+400,'m':600.00,'k':1.0}}";
        Zoo.Cage.ToServer message = codec.decodeToServer(holders.replace('\'', '"'));
        assertThat(codec.encodeToServer(message)).contains("1E+400", "600.00", "\"k\":1.0");
    }

    @Test
    void stringsHaveTheLimitOfTheirConstraintOrTheDefault() {
        String frame = "{'type':'long20k','text':'" + "x".repeat(20_001) + "','free':'" + "y".repeat(16_385) + "'}";
        assertThat(violations(frame)).containsExactlyInAnyOrder("/text size", "/free size");
    }

    @Test
    void roomKeysSurviveARoundTrip() {
        Zoo.Cage.Room invalid = new Zoo.Cage.Room(UUID.fromString(ID), Zoo.Cage.Kind.FISH, (byte) 7, " a");
        assertThatThrownBy(() -> codec.roomName(invalid)).isInstanceOf(IllegalArgumentException.class);
        Zoo.Cage.Room odd = new Zoo.Cage.Room(UUID.fromString(ID), Zoo.Cage.Kind.FISH, (byte) -7, "50% a/b");
        assertThat(codec.roomName(odd)).isEqualTo(ID + "/FISH/-7/50%25 a%2Fb");
        assertThat(codec.room(codec.roomName(odd))).isEqualTo(odd);
        Zoo.Cage.Room valid = new Zoo.Cage.Room(UUID.fromString(ID), Zoo.Cage.Kind.FISH, (byte) 7, "a.b:c-d_1");
        assertThat(codec.roomName(valid)).isEqualTo(ID + "/FISH/7/a.b:c-d_1");
        assertThat(codec.room(codec.roomName(valid))).isEqualTo(valid);
        for (String name : List.of(
                "x/FISH/7/a",
                ID.toUpperCase(Locale.ROOT) + "/FISH/7/a",
                ID + "/WORM/7/a",
                ID + "/FISH/007/a",
                ID + "/FISH/128/a",
                ID + "/FISH/7",
                ID + "/FISH/7/a/b",
                ID + "/FISH/7/a%2fb",
                "")) {
            assertThatThrownBy(() -> codec.room(name)).as(name).isInstanceOf(FrameException.class);
        }
    }

    @Test
    void nonFiniteNumbersCannotBeEncoded() {
        assertThatThrownBy(() -> codec.encodeToServer(
                        new Zoo.Cage.Boxes(true, (byte) 1, (short) 2, 3, 4L, 5.5f, Double.NaN, 'x')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/exact is NaN");
    }

    private List<String> violations(String frame) {
        FrameException refused =
                catchThrowableOfType(FrameException.class, () -> codec.decodeToServer(frame.replace('\'', '"')));
        return refused.violations().stream()
                .map(violation -> violation.path() + " " + violation.rule())
                .toList();
    }
}
